import { scaleUtc } from "d3-scale";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { address, ask, useAsk } from "../api";
import { dayNumber, isoOf, DAY } from "../days";
import { useParams, useTitle } from "../parts/address";
import { Backed, dated } from "../parts/backing";
import { RefName } from "../parts/names";
import { Empty, Failed, Loading } from "../parts/state";
import type { Moment, Timeline } from "../shapes";
import { counted, day, STATUS } from "../words";

const LANES: [string, string, string][] = [
  ["exact", "Exact", "the day it began is known"],
  ["approximate", "Approximate", "a month, a year, “since 2020”: drawn as wide as the text leaves it"],
  ["undated", "Undated", "the text does not say; in the order of publication"],
];
const MOST = 400;

export function TimelineScreen() {
  useTitle("Timeline");
  const [params, set] = useParams();
  const since = params.get("since"), until = params.get("until");
  const chosen = params.get("moment");
  const { data, error, again } = useAsk<Timeline>(address("timeline", { since, until, limit: MOST }));
  const [undated, setUndated] = useState<Moment[]>([]);
  const missing = data && data.next !== null && !since && !until;
  useEffect(() => {
    if (!missing) { setUndated([]); return; }
    const abort = new AbortController();
    ask<Timeline>(address("timeline", { lane: ["undated"], limit: 100 }), abort.signal).then((found) => setUndated(found.moments), () => undefined);
    return () => abort.abort();
  }, [missing]);
  const moments = useMemo(() => {
    const all = [...(data?.moments ?? [])];
    const known = new Set(all.map((one) => one.id));
    return [...all, ...undated.filter((one) => !known.has(one.id))];
  }, [data, undated]);
  const last = data?.last ?? null;
  const range = (years: number | null) => set(years === null || !last ? { since: null, until: null, moment: null } : { since: isoOf(dayNumber(last) - Math.round(years * 365.25)), until: last, moment: null });
  return (
    <div class="screen timeline-screen">
      <h1>Timeline</h1>
      <div class="bar">
        <div class="ranges" role="group" aria-label="Stretch of time">
          <button type="button" aria-pressed={!since && !until} onClick={() => range(null)}>All</button>
          <button type="button" onClick={() => range(10)}>Last 10 years</button>
          <button type="button" onClick={() => range(1)}>Last year</button>
          <button type="button" onClick={() => range(0.1)}>Last weeks</button>
        </div>
        <label>from <input type="date" value={since ?? ""} onChange={(event) => set({ since: event.currentTarget.value, moment: null })} /></label>
        <label>to <input type="date" value={until ?? ""} onChange={(event) => set({ until: event.currentTarget.value, moment: null })} /></label>
      </div>
      {error && <Failed error={error} again={again} />}
      {!data && !error && <Loading what="Drawing the timeline" />}
      {data && !moments.length && <Empty title={since || until ? "Nothing is dated in this stretch." : "Nothing is dated yet."}><p>{since || until ? <button type="button" onClick={() => range(null)}>All of it</button> : <Link href="/add">Add articles</Link>}</p></Empty>}
      {data && moments.length > 0 && <Lanes data={data} moments={moments} chosen={chosen} choose={(id) => set({ moment: id })} since={since} until={until} />}
      {data && data.next !== null && <p class="quiet">Drawn: the first {counted(MOST, "moment")} of this stretch; choose a shorter one to see all of it.</p>}
      <div class="moments">
        {LANES.map(([lane, label]) => {
          const found = moments.filter((one) => one.lane === lane && (!chosen || one.id === chosen));
          if (!found.length) return null;
          return (
            <section class="part" key={lane}>
              <h2>{label} <span class="count">{data?.lanes.find((facet) => facet.value === lane)?.count ?? found.length}</span></h2>
              {found.slice(0, 80).map((one) => <Backed key={`${one.id}${one.id === chosen}`} backing={one.backing} open={one.id === chosen}><MomentWords moment={one} /></Backed>)}
              {found.length > 80 && <p class="quiet">{found.length - 80} more: choose a shorter stretch.</p>}
            </section>
          );
        })}
        {chosen && <button type="button" onClick={() => set({ moment: null })}>All moments</button>}
      </div>
    </div>
  );
}

function MomentWords({ moment }: { moment: Moment }) {
  return (
    <span class="statement">
      <span class="when"><bdi>{moment.time ? dated(moment.time) : "undated"}</bdi></span>{" "}
      <span class="words" dir="auto">{moment.text}</span>
      {moment.foreseen && <span class="quiet"> · {STATUS[moment.backing.status]?.label}: not a fact</span>}
      <span class="quiet"> {moment.actors.slice(0, 4).map((actor, index) => <span key={index}>{index > 0 && ", "}<RefName of={actor} /></span>)}</span>
    </span>
  );
}

interface Placed { moment: Moment; from: number; to: number; row: number }

function spanOf(moment: Moment, low: number, high: number): [number, number] {
  const time = moment.time!;
  const start = time.earliest_start ?? time.latest_start ?? time.earliest_end;
  const end = time.latest_start && moment.lane === "exact" ? time.latest_start : time.latest_end ?? time.latest_start ?? null;
  const from = start ? dayNumber(start) : low;
  const to = end ? dayNumber(end) : high;
  return [Math.max(from, low), Math.min(Math.max(to, from), high)];
}

function Lanes({ data, moments, chosen, choose, since, until }: { data: Timeline; moments: Moment[]; chosen: string | null; choose: (id: string | null) => void; since: string | null; until: string | null }) {
  const holder = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(900);
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => { if (entry) setWidth(Math.max(280, entry.contentRect.width)); });
    watch.observe(holder.current!);
    return () => watch.disconnect();
  }, []);
  const low = dayNumber(since ?? data.first ?? "2000-01-01");
  const high = Math.max(dayNumber(until ?? data.last ?? "2000-01-02"), low + 1);
  const scale = useMemo(() => scaleUtc().domain([new Date(low * DAY), new Date(high * DAY)]).range([12, width - 12]), [low, high, width]);
  const ticks = scale.ticks(Math.max(3, Math.floor(width / 110)));
  const format = scale.tickFormat(Math.max(3, Math.floor(width / 110)));
  return (
    <div class="lanes" ref={holder}>
      {LANES.map(([lane, label, means]) => {
        const found = moments.filter((one) => one.lane === lane);
        if (lane === "undated") {
          return (
            <div class="lane lane-undated" key={lane}>
              <p class="lane-name"><strong>{label}</strong> <span class="quiet">{means}</span></p>
              <div class="undated-row">{found.slice(0, 24).map((one) => <button type="button" key={one.id} class={`moment mark-${one.backing.mark}${one.foreseen ? " foreseen" : ""}`} aria-pressed={one.id === chosen} onClick={() => choose(one.id === chosen ? null : one.id)} dir="auto">{one.text.length > 42 ? `${one.text.slice(0, 41)}…` : one.text}</button>)}{!found.length && <span class="quiet">none</span>}</div>
            </div>
          );
        }
        const rows: number[] = [];
        const placed: Placed[] = [];
        const most = lane === "exact" ? 9 : 14;
        for (const moment of found) {
          const [a, b] = spanOf(moment, low, high);
          const from = scale(new Date(a * DAY)), to = scale(new Date(b * DAY));
          let row = rows.findIndex((end) => end + 4 < from);
          if (row < 0) row = rows.length;
          if (row >= most) row = rows.indexOf(Math.min(...rows));
          rows[row] = Math.max(to, from + 12);
          placed.push({ moment, from, to: Math.max(to, from + 10), row });
        }
        return (
          <div class={`lane lane-${lane}`} key={lane}>
            <p class="lane-name"><strong>{label}</strong> <span class="quiet">{means}</span></p>
            <div class="lane-field" style={{ height: `${Math.max(rows.length, 1) * 16 + 26}px` }}>
              {ticks.map((tick) => <span class="tick" key={+tick} style={{ left: `${scale(tick)}px` }}><span>{format(tick)}</span></span>)}
              {placed.map(({ moment, from, to, row }) => (
                <button type="button" key={moment.id} class={`bar-moment mark-${moment.backing.mark}${moment.foreseen ? " foreseen" : ""}`} aria-pressed={moment.id === chosen}
                  style={{ left: `${lane === "exact" ? from - 6 : from}px`, width: `${lane === "exact" ? 12 : to - from}px`, top: `${row * 16 + 2}px` }}
                  title={`${moment.time?.text ?? ""}: ${moment.text}`} aria-label={`${moment.time?.text ?? ""}: ${moment.text}`} onClick={() => choose(moment.id === chosen ? null : moment.id)} />
              ))}
            </div>
          </div>
        );
      })}
      <p class="quiet">{day(data.first)} to {day(data.last)}. A bar is as long as the text leaves the time open; it does not say that something lasted that long.</p>
    </div>
  );
}
