import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { address, ask, Refusal, tell, useAsk } from "../api";
import { useParams, useTitle } from "../parts/address";
import { Chain } from "../parts/chain";
import { author as keptAuthor, keepAuthor } from "../parts/author";
import { FollowUpCard } from "../parts/followups";
import { KeyHelp, useKeys } from "../parts/keys";
import { ClaimCard } from "../parts/claim";
import { Kind, ReviewMark, StatusMark, VerificationMark } from "../parts/marks";
import { Name, readerHref, titleOf } from "../parts/names";
import { Empty, Failed, Loading } from "../parts/state";
import type { Claim, ClaimDetail, FollowUp, Judgement, Match, Page } from "../shapes";
import { cutUp, type Layer, Text } from "../text";
import { correction, counted, day, DISTANCE, moment, reader, STATUS, VERDICT, VERIFICATION } from "../words";
import { StatementLine } from "./reader";

export function Review() {
  useTitle("Review");
  const [params] = useParams();
  const [author, setAuthor] = useState(keptAuthor);
  const name = (value: string) => { setAuthor(value); keepAuthor(value); };
  const of = params.get("of");
  return of === "matches" ? <MatchReview author={author} name={name} /> : of === "outcomes" ? <OutcomeReview author={author} name={name} /> : <ClaimReview author={author} name={name} />;
}

interface Reviewing { author: string; name: (value: string) => void }

function Top({ author, name, count, of }: Reviewing & { count: string; of: "claims" | "matches" | "outcomes" }) {
  return (
    <>
      <div class="bar">
        <h1>Review</h1>
        <p class="count" role="status">{count}</p>
        <label>Your name <input value={author} maxLength={80} placeholder="reviewer" onInput={(event) => name(event.currentTarget.value)} /></label>
      </div>
      <nav class="tabs" aria-label="What to review">
        <Link href="/review" aria-current={of === "claims" ? "page" : undefined}>Claims</Link>
        <Link href="/review?of=matches" aria-current={of === "matches" ? "page" : undefined}>Who is who</Link>
        <Link href="/review?of=outcomes" aria-current={of === "outcomes" ? "page" : undefined}>What came of it</Link>
      </nav>
    </>
  );
}

function ClaimReview({ author, name }: Reviewing) {
  const [params, set] = useParams();
  const [queue, setQueue] = useState<Claim[] | null>(null);
  const [waiting, setWaiting] = useState(0);
  const [error, setError] = useState<Refusal | null>(null);
  const [done, setDone] = useState<{ judgement: Judgement; claim: string }[]>([]);
  const [said, say] = useState("");
  const [correcting, correct] = useState(false);
  const [busy, setBusy] = useState(false);
  const asked = params.get("claim");

  const refill = useCallback(() => {
    setError(null);
    ask<Page<Claim>>(address("review", { limit: 50 })).then(
      (page) => { setQueue(page.items); setWaiting(page.total ?? page.items.length); },
      (failure: unknown) => setError(failure instanceof Refusal ? failure : new Refusal(String(failure), 0)),
    );
  }, []);
  useEffect(refill, [refill]);
  const current = asked ?? queue?.[0]?.id ?? null;
  const detail = useAsk<ClaimDetail>(current ? `/api/claims/${encodeURIComponent(current)}` : null);
  const ready = detail.data && detail.data.claim.id === current ? detail.data : undefined;

  const move = (claim: string) => {
    setQueue((before) => (before ?? []).filter((one) => one.id !== claim));
    if (asked) set({ claim: null });
    if ((queue?.length ?? 0) <= 2) refill();
  };
  const decide = async (verdict: "accept" | "reject" | "correct", value: string | null = null, why = "") => {
    if (!ready || busy) return; // nothing enters that was not shown
    setBusy(true);
    try {
      const judgement = await tell<Judgement>("judgements", { subject: ready.claim.id, verdict, value, why, by: author });
      setDone((before) => [{ judgement, claim: ready.claim.id }, ...before]);
      if (!ready.claim.review) setWaiting((count) => Math.max(0, count - 1));
      say(`${VERDICT[verdict]}: ${ready.claim.chain[0]?.name ?? "claim"}`);
      correct(false);
      move(ready.claim.id);
    } catch (failure) {
      say(failure instanceof Refusal ? failure.message : String(failure));
    } finally {
      setBusy(false);
    }
  };
  const undo = async () => {
    const last = done[0];
    if (!last || busy) return;
    setBusy(true);
    try {
      await tell<Judgement>(`judgements/${encodeURIComponent(last.judgement.id)}/undo`, { by: author });
      setDone((before) => before.slice(1));
      say("Taken back; it is shown again.");
      set({ claim: last.claim });
      refill();
    } catch (failure) {
      say(failure instanceof Refusal ? failure.message : String(failure));
    } finally {
      setBusy(false);
    }
  };
  const skip = () => {
    if (asked) { set({ claim: null }); return; }
    setQueue((before) => (before && before.length > 1 ? [...before.slice(1), before[0]!] : before));
  };
  useKeys({ a: () => void decide("accept"), r: () => void decide("reject"), c: () => correct(true), u: () => void undo(), j: skip, Escape: () => correct(false) });

  return (
    <div class="screen review">
      <div class="review-main">
        <Top author={author} name={name} of="claims" count={queue ? `${counted(waiting, "claim")} waiting` : ""} />
        <p class="said-last" role="status" aria-live="polite">{said}</p>
        {error && <Failed error={error} again={refill} />}
        {detail.error && <Failed error={detail.error} again={detail.again} />}
        {!current && queue && !error && <Empty title="Nothing waits for review."><p>Every claim in the store has been looked at by a person, or there is none yet. <Link href="/claims">The ledger</Link></p></Empty>}
        {current && !ready && !detail.error && <Loading what="Opening the claim" />}
        {ready && <>
          <Proposal detail={ready} />
          {correcting ? <Correction claim={ready.claim} cancel={() => correct(false)} send={(value, why) => void decide("correct", value, why)} /> : (
            <div class="decide" role="group" aria-label="Decide on this claim">
              <button type="button" class="accept" disabled={busy} onClick={() => void decide("accept")}><kbd>a</kbd> Accept</button>
              <button type="button" class="reject" disabled={busy} onClick={() => void decide("reject")}><kbd>r</kbd> Reject</button>
              <button type="button" disabled={busy} onClick={() => correct(true)}><kbd>c</kbd> Correct</button>
              <button type="button" disabled={busy || !done.length} onClick={() => void undo()}><kbd>u</kbd> Undo</button>
              <button type="button" onClick={skip}><kbd>j</kbd> Later</button>
            </div>
          )}
          <p class="quiet">Accepting says that the text was read right: this voice says this. It does not say that it is so.</p>
        </>}
      </div>
      <History seen={`${done.length}${said}`} takeBack={async (id) => { await tell(`judgements/${encodeURIComponent(id)}/undo`, { by: author }); say("Taken back."); refill(); detail.again(); }} />
    </div>
  );
}

// Every decision with its author and time; one that still counts can be taken back from here.
function History({ seen, takeBack, keys = true }: { seen: string; takeBack: (id: string) => Promise<void>; keys?: boolean }) {
  const history = useAsk<Page<Judgement>>(`/api/review/history?limit=25&seen=${encodeURIComponent(seen)}`);
  const undone = new Set(history.data?.items.filter((one) => one.verdict === "undo").map((one) => one.subject));
  return (
    <aside class="panel" aria-label="History of decisions">
      <h2>Decisions</h2>
      {history.data && !history.data.items.length && <p class="quiet">None yet. Every decision is kept with its author and time; undoing adds another.</p>}
      <ul class="history">
        {history.data?.items.map((one) => (
          <li key={one.id} class={undone.has(one.id) ? "undone" : ""}>
            <span class={`verdict verdict-${one.verdict}`}>{VERDICT[one.verdict] ?? one.verdict}</span> by <bdi>{one.by}</bdi> <span class="quiet">{moment(one.at)}</span>{" "}
            {["accept", "reject", "correct"].includes(one.verdict) && <Link href={`/review?claim=${encodeURIComponent(one.subject)}`}>claim</Link>}
            {one.verdict !== "undo" && !undone.has(one.id) && <> <button type="button" class="plain" onClick={() => void takeBack(one.id).then(history.again)}>take back</button></>}
            {undone.has(one.id) && <span class="quiet"> (taken back)</span>}
            {one.value && <span class="words" dir="auto">{correction(one.value)}</span>}{one.why && <span class="words" dir="auto">{one.why}</span>}
          </li>
        ))}
      </ul>
      {keys && <KeyHelp keys={[["a", "accept"], ["r", "reject"], ["c", "correct"], ["u", "undo"], ["j", "later"]]} />}
    </aside>
  );
}

function MatchReview({ author, name }: Reviewing) {
  const [queue, setQueue] = useState<Match[] | null>(null);
  const [waiting, setWaiting] = useState(0);
  const [error, setError] = useState<Refusal | null>(null);
  const [done, setDone] = useState<Judgement[]>([]);
  const [said, say] = useState("");
  const busy = useRef(false);
  const refill = useCallback(() => {
    ask<Page<Match>>("/api/review/matches?limit=50").then(
      (page) => { setQueue(page.items); setWaiting(page.total ?? 0); setError(null); },
      (failure: unknown) => setError(failure instanceof Refusal ? failure : new Refusal(String(failure), 0)),
    );
  }, []);
  useEffect(refill, [refill]);
  const match = queue?.[0];
  const where = useAsk<Page<Claim>>(match ? address("claims", { text: `"${match.subject_name.replaceAll('"', " ")}"`, limit: 3 }) : null);
  const act = async (what: () => Promise<void>) => {
    if (busy.current) return;
    busy.current = true;
    try { await what(); } catch (failure) { say(failure instanceof Refusal ? failure.message : String(failure)); } finally { busy.current = false; }
  };
  const decide = (verdict: "same" | "not_same") => act(async () => {
    if (!match) return;
    const judgement = await tell<Judgement>("judgements", { subject: match.subject, object: match.object, verdict, by: author });
    setDone((before) => [judgement, ...before]);
    setWaiting((count) => Math.max(0, count - 1));
    setQueue((before) => (before ?? []).slice(1));
    say(`${match.subject_name}: ${VERDICT[verdict]} ${match.object_name}`);
    if ((queue?.length ?? 0) <= 1) refill();
  });
  const undo = () => act(async () => {
    const last = done[0];
    if (!last) return;
    await tell(`judgements/${encodeURIComponent(last.id)}/undo`, { by: author });
    setDone((before) => before.slice(1));
    say("Taken back; it is shown again.");
    refill();
  });
  const skip = () => setQueue((before) => (before && before.length > 1 ? [...before.slice(1), before[0]!] : before));
  useKeys({ a: () => void decide("same"), r: () => void decide("not_same"), u: () => void undo(), j: skip });
  return (
    <div class="screen review">
      <div class="review-main">
        <Top author={author} name={name} of="matches" count={queue ? `${counted(waiting, "match", "matches")} waiting` : ""} />
        <p class="said-last" role="status" aria-live="polite">{said}</p>
        {error && <Failed error={error} again={refill} />}
        {!queue && !error && <Loading what="Looking for matches" />}
        {queue && !match && !error && <Empty title="No match waits for a decision." />}
        {match && <>
          <div class="proposal match">
            <p class="match-names"><Name name={match.subject_name} id={match.subject} /> <Kind kind={match.subject_kind} /></p>
            <p class="quiet">{match.verdict === "unsure" ? "may be" : "is taken for"}</p>
            <p class="match-names"><Name name={match.object_name} id={match.object} /> <Kind kind={match.object_kind} /></p>
            <p class="why">Proposed by {match.by}: <bdi>{match.why}</bdi>; in {counted(match.articles, "article")}.</p>
            {where.data && where.data.items.length > 0 && <><h2>Where the name stands</h2><div class="claims">{where.data.items.map((claim) => <ClaimCard key={claim.id} claim={claim} />)}</div></>}
          </div>
          <div class="decide" role="group" aria-label="Decide on this match">
            <button type="button" class="accept" onClick={() => void decide("same")}><kbd>a</kbd> The same</button>
            <button type="button" class="reject" onClick={() => void decide("not_same")}><kbd>r</kbd> Not the same</button>
            <button type="button" disabled={!done.length} onClick={() => void undo()}><kbd>u</kbd> Undo</button>
            <button type="button" onClick={skip}><kbd>j</kbd> Later</button>
          </div>
        </>}
      </div>
      <History seen={`${done.length}${said}`} takeBack={async (id) => { await tell(`judgements/${encodeURIComponent(id)}/undo`, { by: author }); say("Taken back."); refill(); }} />
    </div>
  );
}

// Forecasts, conditions and threats, with the later readings a rule holds against them.
function OutcomeReview({ author, name }: Reviewing) {
  const [decided, show] = useState(false);
  const listed = useAsk<Page<FollowUp>>(address("followups", { decided, limit: 60 }));
  const [turn, setTurn] = useState(0);
  const changed = () => { listed.again(); setTurn((value) => value + 1); };
  const total = listed.data?.total ?? 0;
  return (
    <div class="screen review">
      <div class="review-main">
        <Top author={author} name={name} of="outcomes" count={listed.data ? `${total.toLocaleString("en")} ${decided ? "decided" : "waiting"}` : ""} />
        <p class="quiet">A forecast, condition or threat beside something said later. That the two belong together is a rule's proposal; nothing is recorded until a person says so.</p>
        <label class="check"><input type="checkbox" checked={decided} onChange={(event) => show(event.currentTarget.checked)} /> show what was decided</label>
        {listed.error && <Failed error={listed.error} again={listed.again} />}
        {!listed.data && !listed.error && <Loading what="Looking for outcomes" />}
        {listed.data && !listed.data.items.length && <Empty title={decided ? "Nothing was decided yet." : "No outcome waits for a decision."} />}
        {listed.data?.items.map((one) => <FollowUpCard key={`${one.claim} ${one.proposition}`} of={one} changed={changed} />)}
        {listed.data && total > listed.data.items.length && <p class="quiet">{(total - listed.data.items.length).toLocaleString("en")} more follow when these are decided.</p>}
      </div>
      <History keys={false} seen={`outcomes${turn}`} takeBack={async (id) => { await tell(`judgements/${encodeURIComponent(id)}/undo`, { by: author }); changed(); }} />
    </div>
  );
}

function Proposal({ detail }: { detail: ClaimDetail }) {
  const { claim, context } = detail;
  const text = useMemo(() => new Text(context.text ?? ""), [context]);
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => { shown.current?.querySelector(".chosen-claim")?.scrollIntoView({ block: "nearest" }); }, [claim.id]);
  const layers: Layer<string>[] = [
    ...claim.content.map((span) => ({ start: span.start, end: span.end, value: `said said-${claim.status} chosen-claim` })),
    ...(claim.cue ? [{ start: claim.cue.start, end: claim.cue.end, value: "on-cue" }] : []),
    ...claim.chain.flatMap((voice) => (voice.start !== null && voice.end !== null ? [{ start: voice.start, end: voice.end, value: "on-voice" }] : [])),
    ...claim.evidence.map((word) => ({ start: word.start, end: word.end, value: "on-word" })),
  ].map((layer) => ({ ...layer, start: layer.start - context.start, end: layer.end - context.start })).filter((layer) => layer.start >= 0 && layer.end <= text.length);
  return (
    <div class="proposal">
      <p class="kicker"><Link href={readerHref(claim.article.id, claim.id)}><bdi>{titleOf(claim.article)}</bdi></Link> · <bdi>{claim.article.outlet}</bdi> · {day(claim.article.published)} <ReviewMark review={claim.review} /></p>
      <div class="body review-text" dir="auto" ref={shown}>
        <p>{cutUp(text, layers).map((piece) => (piece.on.length ? <span key={piece.start} class={piece.on.join(" ")}>{piece.text}</span> : <span key={piece.start}>{piece.text}</span>))}</p>
      </div>
      <div class="proposed">
        <Chain voices={claim.chain} />
        <div>
          <p class="claim-facts"><StatusMark status={claim.status} /><VerificationMark verification={claim.verification} />{claim.condition && <span class="quiet">with a condition</span>}{claim.likelihood_text && <span class="quiet">“{claim.likelihood_text}”</span>}</p>
          <p class="why">Proposed by <span title={claim.extractor}>{reader(claim.extractor)}</span>{claim.cue?.text && <>, from the words “<bdi>{claim.cue.text}</bdi>”</>}; sure of the reading: {Math.round(claim.confidence * 100)} %.</p>
          {detail.statements.length > 0 && <ul class="statements">{detail.statements.map((one) => <li key={one.id}><StatementLine statement={one} /></li>)}</ul>}
        </div>
      </div>
    </div>
  );
}

// What the store lets a person set is the reading of how a thing is said; who says it and what, only as a note.
function Correction({ claim, cancel, send }: { claim: Claim; cancel: () => void; send: (value: string, why: string) => void }) {
  const [status, setStatus] = useState(claim.status);
  const [distance, setDistance] = useState(claim.distance);
  const [verification, setVerification] = useState(claim.verification);
  const [why, setWhy] = useState("");
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  const now = { status, distance, verification };
  const value = Object.fromEntries(Object.entries(now).filter(([key, one]) => one !== claim[key as keyof typeof now]));
  const empty = !Object.keys(value).length && !why.trim();
  return (
    <form class="correction" onSubmit={(event) => { event.preventDefault(); if (!empty) send(JSON.stringify(Object.keys(value).length ? value : { note: why }), Object.keys(value).length ? why : ""); }}
      onKeyDown={(event) => { if (event.key === "Escape") cancel(); }}>
      <label>Status <select ref={first} value={status} onChange={(event) => setStatus(event.currentTarget.value)}>{Object.entries(STATUS).map(([key, word]) => <option key={key} value={key}>{word.label}</option>)}</select></label>
      <label>Reporter <select value={distance} onChange={(event) => setDistance(event.currentTarget.value)}>{Object.entries(DISTANCE).map(([key, word]) => <option key={key} value={key}>{word}</option>)}</select></label>
      <label>Verification <select value={verification} onChange={(event) => setVerification(event.currentTarget.value)}>{Object.entries(VERIFICATION).map(([key, word]) => <option key={key} value={key}>{word.label}</option>)}</select></label>
      <label class="wide">Note <input value={why} maxLength={1000} dir="auto" placeholder="what else is wrong, for instance who says it" onInput={(event) => setWhy(event.currentTarget.value)} /></label>
      <p class="quiet wide">A wrong speaker or wrong words cannot be set right here: reject the claim, or leave a note, which is kept beside it.</p>
      <button type="submit" class="accept" disabled={empty}>Save the correction</button>
      <button type="button" onClick={cancel}>Cancel</button>
    </form>
  );
}
