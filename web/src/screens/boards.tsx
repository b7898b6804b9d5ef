import { useMemo, useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { address, useAsk, useListing } from "../api";
import { useParams, useTitle } from "../parts/address";
import { Backed, Claims } from "../parts/backing";
import { Contradicting } from "../parts/contradiction";
import { Kind } from "../parts/marks";
import { Name, RefName, readerHref } from "../parts/names";
import { OriginsOf } from "../parts/origins";
import { Pick } from "../parts/pick";
import { Empty, Failed, Loading } from "../parts/state";
import type { Condition, Contradiction, Proposition, Source, Sources, Stance, Stances } from "../shapes";
import { counted, day, POSITION, STATUS, VOICE } from "../words";
import { ConditionWords, StanceWords } from "./actor";

const BOARDS: [string, string][] = [["stances", "Stances"], ["conditions", "Conditions"], ["sources", "Sources"], ["contested", "Contested"], ["origins", "Origins"]];

export function Boards({ board }: { board: string }) {
  const label = BOARDS.find(([name]) => name === board)?.[1];
  useTitle(label ?? "Boards");
  return (
    <div class="screen boards">
      <h1>Boards</h1>
      <nav class="tabs" aria-label="Boards">
        {BOARDS.map(([name, shown]) => <Link key={name} href={`/boards/${name}`} aria-current={name === board ? "page" : undefined}>{shown}</Link>)}
      </nav>
      {board === "stances" && <StanceBoard />}
      {board === "conditions" && <ConditionBoard />}
      {board === "sources" && <SourceBoard />}
      {board === "contested" && <ContestedBoard />}
      {board === "origins" && <OriginBoard />}
      {!label && <Empty title="There is no such board."><p><Link href="/boards/stances">Stances</Link></p></Empty>}
    </div>
  );
}

const NOTHING = "nothing named";

function StanceBoard() {
  const { data, error, again } = useAsk<Stances>("/api/boards/stances?limit=1000");
  const [params, set] = useParams();
  const cells = useMemo(() => {
    const found = new Map<string, Stance[]>();
    for (const stance of data?.stances ?? []) {
      const key = `${stance.actor ? stance.actor.id ?? stance.actor.name : ""}\n${stance.toward ? stance.toward.id ?? stance.toward.name : ""}`;
      found.set(key, [...(found.get(key) ?? []), stance]);
    }
    return found;
  }, [data]);
  if (error) return <Failed error={error} again={again} />;
  if (!data) return <Loading what="Drawing the board" />;
  if (!data.stances.length) return <Empty title="Nobody is said to take a position yet."><p><Link href="/add">Add articles</Link></p></Empty>;
  const actors = data.actors.slice(0, 30);
  const issues = data.issues.slice(0, 10);
  const actor = params.get("actor"), issue = params.get("issue");
  const keyed = (one: Stance) => [one.actor ? one.actor.id ?? one.actor.name : "", one.toward ? one.toward.id ?? one.toward.name : ""] as const;
  const listed = data.stances.filter((one) => (actor === null || keyed(one)[0] === actor) && (issue === null || keyed(one)[1] === (issue === NOTHING ? "" : issue)));
  return (
    <>
      <p class="quiet">Who takes which position on what, as said. An empty cell means that nothing was read, not that there is no position.</p>
      <div class="matrix-frame" role="region" aria-label="Stances, scrollable" tabIndex={0}>
        <table class="matrix">
          <thead><tr><th scope="col">Actor</th>{[{ value: "", label: NOTHING, count: 0 }, ...issues].map((one) => <th scope="col" key={one.value}><bdi class="clamp" title={one.label ?? one.value}>{one.label ?? one.value}</bdi></th>)}</tr></thead>
          <tbody>
            {actors.map((row) => (
              <tr key={row.value}>
                <th scope="row"><span class="clamp" title={row.label ?? row.value}><Name name={row.label ?? row.value} id={row.value} /></span></th>
                {["", ...issues.map((one) => one.value)].map((column) => {
                  const held = cells.get(`${row.value}\n${column}`) ?? [];
                  return (
                    <td key={column}>
                      {held.slice(0, 4).map((stance) => (
                        <button type="button" key={stance.id} class={`stance stance-${stance.position} mark-${["deny", "doubt"].includes(stance.position) ? "said" : stance.backing.mark}${stance.foreseen ? " foreseen" : ""}`} title={stance.backing.mark}
                          onClick={() => { set({ actor: row.value, issue: column || NOTHING }); document.getElementById("stance-list")?.scrollIntoView(); }}>
                          {stance.negated && "not "}{POSITION[stance.position] ?? stance.position}{!stance.own && "*"}
                        </button>
                      ))}
                      {held.length > 4 && <span class="quiet">+{held.length - 4}</span>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="quiet">* as described by others. Pale: foreseen or asked for, not taken. Struck through: denied.</p>
      <h2 id="stance-list">{actor || issue ? "This cell" : "All positions"} <span class="count">{listed.length}</span></h2>
      {(actor || issue) && <button type="button" onClick={() => set({ actor: null, issue: null })}>All positions</button>}
      <Some items={listed} keyOf={(one) => one.id}>{(one) => <Backed backing={one.backing} open={listed.length === 1}><StanceWords stance={one} /></Backed>}</Some>
    </>
  );
}

function Some<T>({ items, keyOf, children }: { items: T[]; keyOf: (item: T) => string; children: (item: T) => preact.ComponentChildren }) {
  const [shown, show] = useState(40);
  return (
    <>
      {items.slice(0, shown).map((item) => <div key={keyOf(item)}>{children(item)}</div>)}
      {items.length > shown && <button type="button" onClick={() => show(shown + 80)}>{(items.length - shown).toLocaleString("en")} more</button>}
    </>
  );
}

function ConditionBoard() {
  const listed = useListing<Condition>("boards/conditions", {}, 60);
  if (listed.error) return <Failed error={listed.error} />;
  if (!listed.items.length) return listed.loading ? <Loading what="Drawing the board" /> : <Empty title="Nobody names a condition, threat or forecast yet." />;
  return (
    <>
      <p class="quiet">If this, then that, says who. Nothing here has happened.</p>
      {listed.items.map((one) => <Backed key={one.id} backing={one.backing}><ConditionWords condition={one} /></Backed>)}
      {listed.more && <button type="button" onClick={listed.load} disabled={listed.loading}>More of {listed.total}</button>}
    </>
  );
}

function SourceBoard() {
  const [params, set] = useParams();
  const kind = params.get("kind");
  const listed = useListing<Source>("boards/sources", { kind }, 60);
  const head = useAsk<Sources>("/api/boards/sources?limit=1");
  if (listed.error) return <Failed error={listed.error} />;
  if (!listed.items.length && listed.loading) return <Loading what="Drawing the board" />;
  if (!listed.items.length && !kind) return <Empty title="Nobody speaks yet."><p><Link href="/add">Add articles</Link></p></Empty>;
  return (
    <>
      {head.data && <p class="quiet">{counted(head.data.claims, "claim")}: {head.data.named.toLocaleString("en")} by named voices, {head.data.unnamed.toLocaleString("en")} by unnamed ones; {counted(head.data.declined, "refusal")} to comment; {counted(head.data.own_voice, "statement")} in articles' own voice. Unnamed voices are never joined across articles, nor matched to anyone.</p>}
      <p class="chosen">{head.data?.kinds.map((facet) => <button type="button" key={facet.value} class="chip" aria-pressed={kind === facet.value} onClick={() => set({ kind: kind === facet.value ? null : facet.value })}>{VOICE[facet.value] ?? facet.value} <span class="quiet">{facet.count.toLocaleString("en")}</span></button>)}</p>
      <ul class="sources">{listed.items.map((one) => <li key={one.id}><SourceLine source={one} /></li>)}</ul>
      {listed.more && <button type="button" onClick={listed.load} disabled={listed.loading}>More voices</button>}
    </>
  );
}

function SourceLine({ source }: { source: Source }) {
  const [opened, open] = useState(false);
  return (
    <div class="backed">
      <div class="backed-line">
        <div class="backed-what">
          <span class="speaker"><Name name={source.name} id={source.entity} /></span> <Kind kind={source.kind} />
          <span class="quiet"> {[...source.roles, ...source.affiliations].slice(0, 4).map((one, index) => <span key={index}>{index > 0 && " · "}<bdi>{one}</bdi></span>)}</span>
          {source.about.length > 0 && <span class="words quiet">about {source.about.slice(0, 6).map((ref, index) => <span key={index}>{index > 0 && ", "}<RefName of={ref} /></span>)}</span>}
        </div>
        <div class="backed-side">
          <span class="quiet">{source.statuses.slice(0, 4).map((facet) => `${STATUS[facet.value]?.sign ?? ""} ${facet.count}`).join("  ")}</span>
          <span class="quiet">{source.first === source.last ? day(source.first) : `${day(source.first)} – ${day(source.last)}`}</span>
          {source.article && <Link href={readerHref(source.article)}>its article</Link>}
          {source.entity && <Link href={`/claims?speaker=${encodeURIComponent(source.entity)}`}>ledger</Link>}
          <button type="button" class="disclose" aria-expanded={opened} onClick={() => open(!opened)}>{counted(source.speaks, "claim")}{source.relays > 0 && `, relays ${source.relays.toLocaleString("en")}`}</button>
        </div>
      </div>
      {opened && <div class="backed-claims"><Claims ids={source.claims.length ? source.claims : source.relayed} total={source.claims.length ? source.speaks : source.relays} /></div>}
    </div>
  );
}

function ContestedBoard() {
  const listed = useListing<Contradiction>("boards/contested", {}, 40);
  if (listed.error) return <Failed error={listed.error} />;
  if (!listed.items.length) return listed.loading ? <Loading what="Drawing the board" /> : <Empty title="No contradiction found."><p>That is no sign of agreement: disagreement in other words is not found this way.</p></Empty>;
  return (
    <>
      <p class="quiet">Where voices disagree as worded. Which side is right is not decided here. {listed.total !== null && counted(listed.total, "contradiction")}</p>
      {listed.items.map((one) => <Contradicting key={one.id} of={one} changed={() => undefined} />)}
      {listed.more && <button type="button" onClick={listed.load} disabled={listed.loading}>More of {listed.total}</button>}
    </>
  );
}

function OriginBoard() {
  const [params, set] = useParams();
  const about = params.get("about");
  const least = params.get("least") ?? "";
  const listed = useListing<Proposition>("boards/origins", { about, least }, 40);
  const names = useAsk<Record<string, string>>(about ? address("names", { id: [about] }) : null);
  return (
    <>
      <p class="quiet">The same thing said by several: origins are counted, not outlets. Unnamed voices may be one person, so they raise only the upper bound; an article's own voice raises neither.</p>
      <div class="bar">
        <label>At least <select value={least} onChange={(event) => set({ least: event.currentTarget.value })}><option value="">any number of origins</option><option value="1">1 origin</option><option value="2">2 origins</option><option value="3">3 origins</option></select></label>
        <Pick label="About" pick={(found) => set({ about: found.id })} />
        {about && <button type="button" class="chip" onClick={() => set({ about: null })}>about <bdi>{names.data?.[about] ?? about}</bdi> <span aria-hidden="true">×</span></button>}
        {listed.total !== null && <p class="count" role="status">{counted(listed.total, "proposition")}</p>}
      </div>
      {listed.error && <Failed error={listed.error} />}
      {!listed.items.length && (listed.loading ? <Loading what="Drawing the board" /> : <Empty title={about || least ? "No proposition passes." : "No proposition yet."} />)}
      {listed.items.map((one) => <OriginsOf key={one.id} proposition={one} />)}
      {listed.more && <button type="button" onClick={listed.load} disabled={listed.loading}>More of {listed.total}</button>}
    </>
  );
}
