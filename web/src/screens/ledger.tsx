import { useCallback, useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { address, type Query, useAsk, useListing, useRested } from "../api";
import { useParams, useTitle } from "../parts/address";
import { ChainLine } from "../parts/chain";
import { said } from "../parts/claim";
import { useKeys } from "../parts/keys";
import { ReviewMark, StatusMark, VerificationMark } from "../parts/marks";
import { readerHref } from "../parts/names";
import { Pick } from "../parts/pick";
import { Empty, Failed, Loading } from "../parts/state";
import { VirtualRows } from "../parts/virtual";
import type { Claim, Facet, Facets } from "../shapes";
import { counted, day, REVIEW, spaced, STATUS, VERIFICATION, VOICE } from "../words";

const FILTERS = ["text", "speaker", "actor", "place", "status", "verification", "voice_kind", "outlet", "article", "since", "until", "review"] as const;
const FACETS: [string, string, Record<string, string>][] = [
  ["status", "Status", Object.fromEntries(Object.entries(STATUS).map(([key, word]) => [key, `${word.sign} ${word.label}`]))],
  ["verification", "Verification", Object.fromEntries(Object.entries(VERIFICATION).map(([key, word]) => [key, word.label]))],
  ["speaker", "Speaker", {}],
  ["voice_kind", "Kind of voice", VOICE],
  ["outlet", "Outlet", {}],
  ["review", "Review", REVIEW],
];
const LABEL: Record<string, string> = { actor: "Actor", place: "Place", ...Object.fromEntries(FACETS.map(([key, label]) => [key, label])) };

export function Ledger() {
  useTitle("Claims");
  const [params, set] = useParams();
  const [typed, type] = useState(params.get("text") ?? "");
  const rested = useRested(typed, 180);
  const search = useRef<HTMLInputElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [filtersOpen, openFilters] = useState(false);
  useEffect(() => { if (rested !== (params.get("text") ?? "")) set({ text: rested }); }, [rested]);
  useEffect(() => { if ((params.get("text") ?? "") !== typed && document.activeElement !== search.current) type(params.get("text") ?? ""); }, [params]);
  useKeys({ "/": () => search.current?.focus() });

  const query: Query = useMemo(
    () => Object.fromEntries([...FILTERS.map((name) => [name, params.get(name)] as const), ["order", params.get("order")]]),
    [params],
  );
  const listed = useListing<Claim>("claims", query, 100);
  const counts = useAsk<Facets>(address("claims/facets", { ...query, order: null }));
  // asked for once the rest is there: it looks at every name of every claim
  const subjects = useAsk<Record<string, Facet[]>>(counts.data ? address("claims/facets/subjects", { ...query, order: null }) : null);
  const onEnd = useCallback(() => { if (listed.more) listed.load(); }, [listed]);
  useEffect(() => { scroller.current?.scrollTo(0, 0); }, [query]);
  const active = FILTERS.filter((name) => name !== "text" && params.get(name));
  const named = ["speaker", "actor", "place"].flatMap((name) => params.get(name) ?? []);
  const names = useAsk<Record<string, string>>(named.length ? address("names", { id: named }) : null);

  return (
    <div class="screen ledger">
      <div class="ledger-head">
        <h1>Claims</h1>
        <label class="search">
          <span class="hidden">Search the claims</span>
          <input ref={search} type="search" placeholder="Search the words of every claim" value={typed} dir="auto"
            onInput={(event) => type(event.currentTarget.value)} />
        </label>
        <p class="count" role="status">{counts.data ? counted(counts.data.total, "claim") : "counting …"}</p>
        <label class="order">
          <span class="hidden">Order</span>
          <select value={params.get("order") ?? "article"} onChange={(event) => set({ order: event.currentTarget.value === "article" ? null : event.currentTarget.value })}>
            <option value="article">in the order of the articles</option>
            <option value="newest">latest published first</option>
          </select>
        </label>
        <span class="export">
          Export what is filtered: <a href={address("claims/export", { ...query, order: null, format: "jsonl" })} download="claims.jsonl">JSON Lines</a>{" "}
          <a href={address("claims/export", { ...query, order: null, format: "csv" })} download="claims.csv">CSV</a>
        </span>
        <button type="button" class="filters-button" aria-expanded={filtersOpen} aria-controls="filters" onClick={() => openFilters(!filtersOpen)}>
          Filters{active.length > 0 && ` (${active.length})`}
        </button>
      </div>
      {active.length > 0 && (
        <p class="chosen" aria-label="Filters in force">
          {active.map((name) => (
            <button type="button" key={name} class="chip" onClick={() => set({ [name]: null })} title="Remove this filter">
              {LABEL[name] ?? spaced(name)}: <bdi>{names.data?.[params.get(name)!] ?? nameOf(name, params.get(name)!)}</bdi> <span aria-hidden="true">×</span>
            </button>
          ))}
          <button type="button" class="plain" onClick={() => { type(""); set(Object.fromEntries(FILTERS.map((name) => [name, null]))); }}>Clear all</button>
        </p>
      )}
      <div class="ledger-body">
        <aside id="filters" class={filtersOpen ? "facets opened" : "facets"} aria-label="Filters">
          <fieldset class="facet">
            <legend>Published</legend>
            <label>from <input type="date" value={params.get("since") ?? ""} onChange={(event) => set({ since: event.currentTarget.value })} /></label>
            <label>to <input type="date" value={params.get("until") ?? ""} onChange={(event) => set({ until: event.currentTarget.value })} /></label>
          </fieldset>
          <fieldset class="facet"><legend>Actor, speaking or spoken of</legend><Pick label="Actor" without="place" pick={(found) => set({ actor: found.id })} />
            <Values facets={subjects.data?.actor} most={8} words={{}} chosen={params.get("actor")} choose={(value) => set({ actor: value })} /></fieldset>
          <fieldset class="facet"><legend>Place</legend><Pick label="Place" kind="place" pick={(found) => set({ place: found.name })} />
            <Values facets={subjects.data?.place} most={8} words={{}} chosen={params.get("place")} choose={(value) => set({ place: value })} /></fieldset>
          {counts.data && FACETS.map(([name, label, words]) => {
            const values = counts.data?.facets[name];
            if (!values?.length) return null;
            const chosen = params.get(name);
            return (
              <fieldset class="facet" key={name}>
                <legend>{label}</legend>
                <Values facets={values} most={12} words={words} chosen={chosen} choose={(value) => set({ [name]: value })} />
              </fieldset>
            );
          })}
        </aside>
        <div class="scroller" ref={scroller} tabIndex={0} aria-label="Claims, scrollable" role="region">
          <div class="ledger-columns" aria-hidden="true">
            <span>Who says it</span><span>What is said</span><span>How</span><span>Where</span>
          </div>
          {listed.error && <Failed error={listed.error} again={listed.load} />}
          {!listed.error && listed.items.length === 0 && (listed.loading ? <Loading /> : <NoClaims filtered={active.length > 0 || !!params.get("text")} />)}
          {listed.items.length > 0 && (
            <VirtualRows items={listed.items} estimate={88} keyOf={(claim) => claim.id} label="Claims" scroller={scroller}
              onEnd={onEnd} busy={listed.loading} row={(claim) => <Row claim={claim} />} />
          )}
        </div>
      </div>
    </div>
  );
}

interface Choosing { facets: Facet[] | undefined; most: number; words: Record<string, string>; chosen: string | null; choose: (value: string | null) => void }

function Values({ facets, most, words, chosen, choose }: Choosing) {
  if (!facets?.length) return null;
  return (
    <ul>
      {facets.slice(0, most).map((facet) => (
        <li key={facet.value}>
          <button type="button" class="facet-value" aria-pressed={chosen === facet.value} onClick={() => choose(chosen === facet.value ? null : facet.value)}>
            <span class="facet-name"><bdi>{words[facet.value] ?? facet.label ?? facet.value}</bdi></span>
            <span class="facet-count">{facet.count.toLocaleString("en")}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function nameOf(filter: string, value: string): string {
  const words = FACETS.find(([name]) => name === filter)?.[2];
  return words?.[value] ?? value;
}

function NoClaims({ filtered }: { filtered: boolean }) {
  return filtered
    ? <Empty title="No claim passes these filters."><p>Remove one of them, or search for fewer words.</p></Empty>
    : <Empty title="No claims yet."><p><Link href="/add">Add articles</Link> and what is said in them appears here.</p></Empty>;
}

function Row({ claim }: { claim: Claim }) {
  return (
    <div class={`ledger-row edge-${claim.status}`}>
      <div class="cell who"><ChainLine voices={claim.chain.slice(0, 3)} />{claim.chain[0]?.role && <span class="quiet role"><bdi>{claim.chain[0].role}</bdi></span>}</div>
      <div class="cell what"><Link href={readerHref(claim.article.id, claim.id)} dir="auto">{said(claim)}</Link></div>
      <div class="cell how"><StatusMark status={claim.status} /><VerificationMark verification={claim.verification} /><ReviewMark review={claim.review} /></div>
      <div class="cell where"><bdi>{claim.article.outlet || "outlet unknown"}</bdi><span class="quiet">{day(claim.article.published)}</span></div>
    </div>
  );
}
