import { useEffect, useRef, useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { ask, Refusal, tell, useAsk } from "../api";
import { useTitle } from "../parts/address";
import type { Job, Page, Problem } from "../shapes";
import { counted, moment } from "../words";

export function Add() {
  useTitle("Add");
  const [jobs, setJobs] = useState<Job[]>([]);
  const [error, setError] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const [url, setUrl] = useState("");
  const [paste, setPaste] = useState({ text: "", title: "", outlet: "", published: "", url: "" });
  const files = useRef<HTMLInputElement>(null);
  const working = jobs.some((job) => job.state === "waiting" || job.state === "reading");
  const finished = jobs.filter((job) => job.state === "done" || job.state === "failed").length;
  const problems = useAsk<Page<Problem>>(`/api/problems?limit=50&seen=${finished}`);

  const refresh = () => ask<Page<Job>>("/api/jobs").then((page) => setJobs(page.items), (failure: unknown) => setError(String(failure instanceof Refusal ? failure.message : failure)));
  useEffect(() => { void refresh(); }, []);
  useEffect(() => {
    if (!working) return;
    const timer = setInterval(() => void refresh(), 700);
    return () => clearInterval(timer);
  }, [working]);

  const run = async (path: string, body: unknown, after?: () => void) => {
    setError(null);
    try {
      const job = await tell<Job>(path, body);
      setJobs((before) => [job, ...before]);
      after?.();
    } catch (failure) {
      setError(failure instanceof Refusal ? failure.message : String(failure));
    }
  };
  const upload = (list: FileList | null) => {
    if (!list?.length) return;
    const form = new FormData();
    for (const file of list) form.append("files", file, file.name);
    void run("add/files", form, () => { if (files.current) files.current.value = ""; });
  };
  return (
    <div class="screen add">
      <h1>Add</h1>
      <p class="quiet">What is added stays on this machine. Only “fetch” reaches out, to the one address you give.</p>
      {error && <p class="state failed" role="alert">{error}</p>}
      <div class="add-ways">
        <section class={over ? "drop over" : "drop"} aria-labelledby="drop-title"
          onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)}
          onDrop={(event) => { event.preventDefault(); setOver(false); upload(event.dataTransfer?.files ?? null); }}>
          <h2 id="drop-title">Files</h2>
          <p>Drop articles here: text, Markdown, HTML, PDF, web archives.</p>
          <label class="file-label">Choose files <input ref={files} type="file" multiple onChange={(event) => upload(event.currentTarget.files)} /></label>
        </section>
        <form class="paste" onSubmit={(event) => { event.preventDefault(); if (paste.text.trim()) void run("add/text", { ...paste, published: paste.published || null }, () => setPaste({ text: "", title: "", outlet: "", published: "", url: "" })); }}>
          <h2>Paste a text</h2>
          <label>Text <textarea rows={7} required value={paste.text} dir="auto" onInput={(event) => setPaste({ ...paste, text: event.currentTarget.value })} /></label>
          <div class="paste-head">
            <label>Title <input value={paste.title} maxLength={500} dir="auto" onInput={(event) => setPaste({ ...paste, title: event.currentTarget.value })} /></label>
            <label>Outlet <input value={paste.outlet} maxLength={200} dir="auto" onInput={(event) => setPaste({ ...paste, outlet: event.currentTarget.value })} /></label>
            <label>Published <input type="date" value={paste.published} onInput={(event) => setPaste({ ...paste, published: event.currentTarget.value })} /></label>
            <label>Address <input type="url" value={paste.url} maxLength={2000} onInput={(event) => setPaste({ ...paste, url: event.currentTarget.value })} /></label>
          </div>
          <button type="submit">Read it</button>
        </form>
        <form class="fetch" onSubmit={(event) => { event.preventDefault(); void run("add/url", { url }, () => setUrl("")); }}>
          <h2>Fetch an address</h2>
          <label>Address <input type="url" required placeholder="https://" value={url} onInput={(event) => setUrl(event.currentTarget.value)} /></label>
          <button type="submit">Fetch and read</button>
        </form>
      </div>
      {jobs.length > 0 && <section aria-labelledby="jobs-title"><h2 id="jobs-title">Progress</h2>
        <ul class="jobs" aria-live="polite">{jobs.map((job) => <li key={job.id} class={`job job-${job.state}`}><JobLine job={job} /></li>)}</ul></section>}
      <section aria-labelledby="problems-title">
        <h2 id="problems-title">Problems {problems.data?.total ? <span class="count">{problems.data.total}</span> : null}</h2>
        {problems.data && !problems.data.items.length && <p class="quiet">None: everything added could be read.</p>}
        <ul class="problems">{problems.data?.items.map((one, index) => <li key={index}><ProblemLine problem={one} /></li>)}</ul>
      </section>
    </div>
  );
}

const STATES = { waiting: "waits", reading: "being read …", done: "done", failed: "failed" };

function JobLine({ job }: { job: Job }) {
  return (
    <>
      <p><strong class="long"><bdi>{job.what}</bdi></strong> <span class="job-state">{(job.state === "reading" || job.state === "waiting") && <span class="spinner" aria-hidden="true" />} {STATES[job.state]}</span> <span class="quiet">{moment(job.started)}</span></p>
      {job.error && <p class="failed">{job.error}</p>}
      {(job.state === "done" || job.added > 0) && <p>{counted(job.added, "article")} added{job.unchanged > 0 && `, ${job.unchanged} already here`}: {counted(job.claims, "claim")}, {counted(job.statements, "statement")}. {job.added > 0 && <Link href="/articles">Read them</Link>}</p>}
      {job.problems.length > 0 && <ul class="problems">{job.problems.map((one, index) => <li key={index}><ProblemLine problem={one} /></li>)}</ul>}
    </>
  );
}

function ProblemLine({ problem }: { problem: Problem }) {
  return <><strong class="long"><bdi>{problem.input}</bdi></strong> <span class="quiet">{problem.stage}, {problem.kind}</span><br /><span dir="auto">{problem.message}</span></>;
}
