import type { ComponentChildren } from "preact";
import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { address, ask, Refusal, useAsk } from "../api";
import { useParams, useTitle } from "../parts/address";
import { Chain } from "../parts/chain";
import { KeyHelp, useKeys } from "../parts/keys";
import { FollowUps } from "../parts/followups";
import { OriginsOf } from "../parts/origins";
import { Kind, ReviewMark, StatusMark, VerificationMark } from "../parts/marks";
import { RefName, titleOf } from "../parts/names";
import { Empty, Failed, Loading } from "../parts/state";
import type { Article, ArticleDetail, Family, Proposition, Claim, ClaimDetail, Mention, Page, Statement } from "../shapes";
import { cutUp, type Layer, paragraphs, Text } from "../text";
import { correction, counted, day, DISTANCE, foreseen, moment, predicate, reader, STATUS, VERDICT } from "../words";

type On =
  | { what: "claim"; claim: Claim; size: number }
  | { what: "cue" | "voice" | "word"; claim: Claim }
  | { what: "mention"; mention: Mention };

// Everything of a listing, page after page.
async function whole<T>(path: string, limit: number, signal: AbortSignal): Promise<T[]> {
  const items: T[] = [];
  let after: string | null = null;
  do {
    const page: Page<T> = await ask<Page<T>>(address(path, { limit, after }), signal);
    items.push(...page.items);
    after = page.next;
  } while (after !== null && items.length < 20000);
  return items;
}

function useWhole<T>(path: string, limit: number): { items: T[] | undefined; error: Refusal | undefined; again: () => void } {
  const [items, set] = useState<T[]>();
  const [error, fail] = useState<Refusal>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    set(undefined);
    fail(undefined);
    whole<T>(path, limit, abort.signal).then(set, (failure: unknown) => {
      if (!abort.signal.aborted) fail(failure instanceof Refusal ? failure : new Refusal(String(failure), 0));
    });
    return () => abort.abort();
  }, [path, limit, turn]);
  return { items, error, again: () => setTurn((value) => value + 1) };
}

export function Reader({ id }: { id: string }) {
  const at = `articles/${encodeURIComponent(id)}`;
  const head = useAsk<ArticleDetail>(`/api/${at}`);
  const body = useAsk<{ text: string }>(`/api/${at}/text`);
  const read = useWhole<Claim>(`${at}/claims`, 500);
  const { items: mentions } = useWhole<Mention>(`${at}/mentions`, 500);
  const { items: own } = useWhole<Statement>(`${at}/statements`, 500);
  const claims = read.items;
  const [params, set] = useParams();
  const [showNames, setNames] = useState(true);
  const chosen = params.get("claim");
  const ordered = useMemo(() => [...(claims ?? [])].sort((a, b) => a.content[0]!.start - b.content[0]!.start || b.content[0]!.end - a.content[0]!.end), [claims]);
  const current = ordered.find((claim) => claim.id === chosen);
  const text = useMemo(() => (body.data ? new Text(body.data.text) : null), [body.data]);
  useTitle(head.data ? titleOf(head.data.article) : "Article");

  const choose = useCallback((claim: string | null) => set({ claim }), [set]);
  const step = (by: number) => {
    if (!ordered.length) return;
    const index = ordered.findIndex((claim) => claim.id === chosen);
    const next = index < 0 ? (by > 0 ? 0 : ordered.length - 1) : (index + by + ordered.length) % ordered.length;
    choose(ordered[next]!.id);
  };
  useKeys({ j: () => step(1), k: () => step(-1), Escape: () => choose(null), n: () => setNames(!showNames) });
  const scrolled = useRef<string | null>(null);
  useEffect(() => {
    if (!chosen || !text || !ordered.length || scrolled.current === chosen) return;
    scrolled.current = chosen;
    const target = document.querySelector(`[data-claim~="${CSS.escape(chosen)}"]`);
    target?.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }, [chosen, text, ordered]);

  if (head.error) return <div class="screen"><Failed error={head.error} again={head.again} /></div>;
  if (body.error) return <div class="screen"><Failed error={body.error} again={body.again} /></div>;
  if (!head.data || !text) return <div class="screen"><Loading what="Opening the article" /></div>;
  const article = head.data.article;
  return (
    <div class="screen reader">
      <div class="reader-text">
        <p class="kicker"><bdi>{article.outlet || "outlet unknown"}</bdi> · {day(article.published)}</p>
        <h1><bdi>{titleOf(article)}</bdi></h1>
        <div class="bar reader-bar">
          <p class="count" role="status">{claims ? counted(claims.length, "claim") : "reading the claims …"}</p>
          <button type="button" onClick={() => step(-1)} disabled={!ordered.length}>Previous</button>
          <button type="button" onClick={() => step(1)} disabled={!ordered.length}>Next</button>
          <label class="check"><input type="checkbox" checked={showNames} onChange={(event) => setNames(event.currentTarget.checked)} /> show names and places</label>
        </div>
        {read.error && <Failed error={read.error} again={read.again} />}
        <Legend claims={ordered} />
        {claims && !claims.length && <Empty title="No claim was found in this article."><p>Its own voice may still say something: see the statements beside it.</p></Empty>}
        <Body text={text} claims={ordered} mentions={showNames ? mentions ?? [] : []} chosen={current} choose={choose} language={article.language} />
      </div>
      <aside class={current ? "panel opened" : "panel"} aria-label={current ? "The chosen claim" : "About this article"}>
        {current && text ? <Chosen claim={current} text={text} close={() => choose(null)} /> : <Head article={article} family={head.data.family} own={own} />}
      </aside>
    </div>
  );
}

function Legend({ claims }: { claims: Claim[] }) {
  const used = Object.keys(STATUS).filter((status) => claims.some((claim) => claim.status === status));
  if (!used.length) return null;
  return <p class="legend" aria-label="How claims are marked">{used.map((status) => <span key={status} class={`said-${status} swatch`}>{STATUS[status]!.sign} {STATUS[status]!.label}</span>)}</p>;
}

interface BodyProps { text: Text; claims: Claim[]; mentions: Mention[]; chosen: Claim | undefined; choose: (id: string) => void; language: string }

function Body({ text, claims, mentions, chosen, choose, language }: BodyProps) {
  const layers = useMemo(() => {
    const found: Layer<On>[] = [];
    for (const claim of claims) {
      const size = claim.content.reduce((sum, span) => sum + span.end - span.start, 0);
      for (const span of claim.content) found.push({ ...span, value: { what: "claim", claim, size } });
    }
    for (const mention of mentions) if (mention.kind !== "pronoun") found.push({ start: mention.start, end: mention.end, value: { what: "mention", mention } });
    return found;
  }, [claims, mentions]);
  const all = useMemo(() => {
    if (!chosen) return layers;
    const extra: Layer<On>[] = [];
    if (chosen.cue) extra.push({ ...chosen.cue, value: { what: "cue", claim: chosen } });
    for (const voice of chosen.chain) if (voice.start !== null && voice.end !== null) extra.push({ start: voice.start, end: voice.end, value: { what: "voice", claim: chosen } });
    for (const word of chosen.evidence) extra.push({ start: word.start, end: word.end, value: { what: "word", claim: chosen } });
    return [...layers, ...extra];
  }, [layers, chosen]);
  const blocks = useMemo(() => paragraphs(text), [text]);
  return (
    <div class="body" dir="auto" lang={language}>
      {blocks.map((block) => (
        <p key={block.start}>
          {cutUp(text, all, block.start, block.end).map((piece) => <PieceOf key={piece.start} text={piece.text} on={piece.on} start={piece.start} chosen={chosen} choose={choose} />)}
        </p>
      ))}
    </div>
  );
}

function PieceOf({ text, on, start, chosen, choose }: { text: string; on: On[]; start: number; chosen: Claim | undefined; choose: (id: string) => void }) {
  if (!on.length) return <>{text}</>;
  const claims = on.filter((layer) => layer.what === "claim").sort((a, b) => b.size - a.size);
  const inner = claims[claims.length - 1];
  const mention = on.find((layer) => layer.what === "mention");
  const classes: string[] = [];
  if (inner) classes.push("said", `said-${inner.claim.status}`);
  if (claims.length > 1) classes.push("nested");
  if (mention?.what === "mention") classes.push("mention", `mention-${mention.mention.kind}`);
  for (const layer of on) if (layer.what === "cue" || layer.what === "voice" || layer.what === "word") classes.push(`on-${layer.what}`);
  const isChosen = chosen !== undefined && claims.some((layer) => layer.claim.id === chosen.id);
  if (isChosen) classes.push("chosen-claim");
  if (inner?.claim.review === "reject") classes.push("rejected");
  const title = mention?.what === "mention" ? `${mention.mention.kind.replaceAll("_", " ")}${mention.mention.name !== mention.mention.surface ? `: ${mention.mention.name}` : ""}` : undefined;
  if (!inner) return <span class={classes.join(" ")} title={title}>{text}</span>;
  // a second press on nested claims moves outward, then around again
  const pick = () => {
    const index = claims.findIndex((layer) => layer.claim.id === chosen?.id);
    choose(claims[index <= 0 ? claims.length - 1 : index - 1]!.claim.id);
  };
  const begins = claims.some((layer) => layer.claim.content[0]!.start === start);
  return (
    <span class={classes.join(" ")} title={title} data-claim={claims.map((layer) => layer.claim.id).join(" ")} onClick={pick}
      {...(begins ? { role: "button", tabIndex: 0, "aria-pressed": isChosen, "aria-label": `${STATUS[inner.claim.status]?.label ?? ""} claim by ${inner.claim.chain[0]?.name ?? "unknown"}: ${text}`,
        onKeyDown: (event: KeyboardEvent) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); pick(); } } } : {})}>
      {text}
    </span>
  );
}

function Chosen({ claim, text, close }: { claim: Claim; text: Text; close: () => void }) {
  const detail = useAsk<ClaimDetail>(`/api/claims/${encodeURIComponent(claim.id)}`);
  const origins = useAsk<Page<Proposition>>(`/api/claims/${encodeURIComponent(claim.id)}/origins`);
  const shared = origins.data?.items.filter((one) => one.lines_total > 1) ?? [];
  const words = (field: string) => claim.evidence.filter((one) => one.field === field).map((one) => text.slice(one.start, one.end));
  return (
    <div class="chosen-detail">
      <div class="panel-head"><h2>Who says it</h2><button type="button" class="plain" onClick={close}>Close</button></div>
      <Chain voices={claim.chain} />
      <h2>How it is said</h2>
      <dl class="facts">
        <dt>Status</dt><dd><StatusMark status={claim.status} /> <Because words={words("status")} otherwise={claim.cue?.text ? [claim.cue.text] : []} /></dd>
        <dt>Reporter</dt><dd>{DISTANCE[claim.distance] ?? claim.distance} <Because words={words("distance")} /></dd>
        {claim.likelihood_text && <><dt>Likelihood</dt><dd>“<bdi>{claim.likelihood_text}</bdi>”{claim.likelihood && <span class="quiet"> ({claim.likelihood.replaceAll("_", " ")}, ICD 203)</span>}</dd></>}
        {claim.condition && <><dt>If</dt><dd dir="auto">{text.slice(claim.condition.start, claim.condition.end)}</dd></>}
        <dt>Verification</dt>
        <dd>{claim.verification === "none" ? <span class="quiet">the article says nothing about checking it</span> : <VerificationMark verification={claim.verification} />}
          {claim.verification_span && <q class="note" dir="auto">{text.slice(claim.verification_span.start, claim.verification_span.end)}</q>}</dd>
        {claim.time && <><dt>Time</dt><dd>“<bdi>{claim.time.text}</bdi>” <span class="quiet">{claim.time.edtf}</span></dd></>}
        <dt>Review</dt><dd>{claim.review ? <ReviewMark review={claim.review} /> : <span class="quiet">not reviewed: a machine's reading</span>} <Link href={`/review?claim=${encodeURIComponent(claim.id)}`}>review it</Link></dd>
      </dl>
      <p class="why">Read by <span title={claim.extractor}>{reader(claim.extractor)}</span>{claim.cue?.text && <> from the words “<bdi>{claim.cue.text}</bdi>”</>}; sure of the reading: {Math.round(claim.confidence * 100)} %. That says nothing about the world.</p>
      {shared.length > 0 && <><h2>Who else says or denies it</h2>{shared.slice(0, 5).map((one) => <OriginsOf key={one.id} proposition={one} />)}</>}
      {FORESEES.has(claim.status) && <FollowUps path={address("followups", { claim: claim.id })} title="What may have come of it" />}
      {detail.error && <Failed error={detail.error} again={detail.again} />}
      {detail.data && <>
        <h2>Read as data</h2>
        {detail.data.statements.length ? <ul class="statements">{detail.data.statements.map((one) => <li key={one.id}><StatementLine statement={one} /></li>)}</ul> : <p class="quiet">No statement was read from this claim.</p>}
        {detail.data.history.length > 0 && <><h2>History</h2><ul class="history">{detail.data.history.map((one) => <li key={one.id}>{VERDICT[one.verdict] ?? one.verdict} by <bdi>{one.by}</bdi>{one.at && `, ${moment(one.at)}`}{one.value && <>: <bdi>{correction(one.value)}</bdi></>}{one.why && <> — <bdi>{one.why}</bdi></>}</li>)}</ul></>}
      </>}
    </div>
  );
}

const FORESEES = new Set(["predicted", "conditional", "threatened", "called_for", "hedged"]);

function Because({ words, otherwise = [] }: { words: string[]; otherwise?: string[] }): ComponentChildren {
  const shown = words.length ? words : otherwise;
  return shown.length ? <span class="quiet">from the words {shown.map((word, index) => <span key={index}>{index > 0 && ", "}“<bdi>{word}</bdi>”</span>)}</span> : null;
}

export function StatementLine({ statement }: { statement: Statement }) {
  return (
    <span class="statement">
      <RefName of={statement.subject} /> <em class="predicate">{predicate(statement.predicate, statement.negated, foreseen(statement.status))}</em>{" "}
      <RefName of={statement.object} />
      {statement.item && <> · <RefName of={statement.item} /></>}
      {statement.quantity && <> · {statement.quantity.text}</>}
      {statement.place && <> · at <RefName of={statement.place} /></>}
      {statement.time && <> · <span class="quiet">{statement.time.text}</span></>}
      {statement.why && <span class="why">{statement.why}</span>}
    </span>
  );
}

function Head({ article, family, own }: { article: Article; family: Family; own: Statement[] | undefined }) {
  const voice = (own ?? []).filter((statement) => statement.claim === null);
  return (
    <>
      <h2>About this article</h2>
      <dl class="facts">
        <dt>Outlet</dt><dd><bdi>{article.outlet || "unknown"}</bdi> {article.outlet_kind !== "unknown" && <Kind kind={article.outlet_kind} />}</dd>
        <dt>Published</dt><dd>{day(article.published)}</dd>
        {article.authors.length > 0 && <><dt>By</dt><dd><bdi>{article.authors.join(", ")}</bdi></dd></>}
        {article.url && <><dt>Address</dt><dd class="long"><Outside url={article.url} /></dd></>}
        {article.path && <><dt>File</dt><dd class="long"><bdi>{article.path}</bdi></dd></>}
        {article.retrieved && <><dt>Retrieved</dt><dd>{moment(article.retrieved)}</dd></>}
        {article.sha256 && <><dt>Capture hash</dt><dd class="long mono" title="SHA-256 of the bytes it was read from">{article.sha256}</dd></>}
        <dt>Id</dt><dd class="long mono">{article.id}</dd>
      </dl>
      <h2>Family</h2>
      <FamilyOf family={family} id={article.id} />
      <h2>In its own voice</h2>
      {own === undefined ? <Loading what="Reading the statements" /> : voice.length ? <ul class="statements">{voice.slice(0, 40).map((one) => <li key={one.id}><StatementLine statement={one} /></li>)}</ul> : <p class="quiet">No statement was read outside its claims.</p>}
      <KeyHelp keys={[["j", "next claim"], ["k", "previous"], ["n", "names on/off"], ["Esc", "close the claim"]]} />
    </>
  );
}

// The articles that share its text or credit, and how one can tell.
function FamilyOf({ family, id }: { family: Family; id: string }) {
  const others = family.articles.filter((one) => one.id !== id);
  if (!others.length) return <p class="quiet">No other article here reprints, credits or paraphrases it.{family.unseen.length > 0 && <> It credits <bdi>{family.unseen.join(", ")}</bdi>, not in this store.</>}</p>;
  const ties = family.ties.filter((tie) => tie.derived === id || tie.original === id);
  return (
    <>
      <ul class="articles">{others.slice(0, 30).map((one) => <li key={one.id}><Link href={`/articles/${one.id}`}><bdi>{titleOf(one)}</bdi></Link> <span class="quiet"><bdi>{one.outlet || "outlet unknown"}</bdi>, {day(one.published)}{family.roots.length === 1 && family.roots[0] === one.id && ", the root"}</span></li>)}</ul>
      {family.roots.length === 1 && family.roots[0] === id && <p class="quiet">This article is the root: the others derive from it.</p>}
      {family.roots.length > 1 && <p class="quiet">Which came first is not known.</p>}
      {ties.slice(0, 6).map((tie, index) => <p class="quiet" key={index}><bdi>{tie.why}</bdi>; {Math.round(tie.share * 100)} % of the text.</p>)}
      {family.unseen.length > 0 && <p class="quiet">Both credit <bdi>{family.unseen.join(", ")}</bdi>, not in this store.</p>}
    </>
  );
}

// Only web addresses become links: anything else in an article's head stays text.
function Outside({ url }: { url: string }) {
  return /^https?:\/\//i.test(url) ? <a href={url} rel="noreferrer noopener" target="_blank"><bdi>{url}</bdi></a> : <bdi>{url}</bdi>;
}
