import { useEffect, useMemo, useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { useAsk } from "../api";
import { type Basemap, basemap } from "../basemap";
import { dayNumber, isoOf, type Timing, timing } from "../days";
import { useParams, useTitle } from "../parts/address";
import { Backed } from "../parts/backing";
import { RefName } from "../parts/names";
import { Empty, Failed, Loading } from "../parts/state";
import { type Shape, useShapes } from "../regions";
import type { Deployment, MapPicture } from "../shapes";
import { symbol } from "../symbols";
import { colour } from "../theme";
import { counted, day, DEPLOYMENT, MARK } from "../words";
import { Canvas, KINDS, MARKS, type Shown, type Spot } from "./canvas";

export function MapScreen() {
  useTitle("Map");
  const { data, error, again } = useAsk<MapPicture>("/api/map?limit=5000");
  const [params, set] = useParams();
  const [playing, play] = useState(false);
  const first = data?.first ? dayNumber(data.first) : null;
  const last = data?.last ? dayNumber(data.last) : null;
  const at = params.get("day");
  const chosen = params.get("place");
  const off = new Set((params.get("without") ?? "").split(",").filter(Boolean));

  const shown = useMemo(() => (data ? (data.placed.map((item) => ({ ...item, when: at ? timing(item.backing, at) : (item.timing as Timing) })).filter((item) => !at || item.when !== null)) : []), [data, at]);
  const visible = useMemo(() => shown.filter((item) => !off.has(item.kind) && !off.has(item.backing.mark)), [shown, params.get("without")]);
  const spots = useMemo(() => spotsOf(visible), [visible]);
  const [world, setWorld] = useState<Basemap | null | undefined>(undefined);
  useEffect(() => { basemap("fine").then(setWorld, () => setWorld(null)); }, []);
  const places = useMemo(() => (data ? [...new Map(data.placed.flatMap((item) => (item.position ? [[item.position.id, item.position] as const] : []))).values()] : []), [data]);
  const shapes = useShapes(places, world ?? null);
  const listed = chosen ? spots.filter((spot) => spot.position.id === chosen) : spots;

  useEffect(() => {
    if (!playing || first === null || last === null) return;
    const step = Math.max(1, Math.round((last - first) / 160));
    let now = at ? dayNumber(at) : first;
    if (now >= last) now = first;
    const timer = setInterval(() => {
      now = Math.min(now + step, last);
      set({ day: isoOf(now) });
      if (now >= last) play(false);
    }, 220);
    return () => clearInterval(timer);
  }, [playing, first, last]);

  const toggle = (name: string) => {
    const next = new Set(off);
    if (!next.delete(name)) next.add(name);
    set({ without: [...next].join(",") });
  };
  if (error) return <div class="screen"><h1>Map</h1><Failed error={error} again={again} /></div>;
  return (
    <div class="screen map-screen">
      <div class="map-side">
        <h1>Map</h1>
        <p class="quiet">Who is said to be where. Every symbol is something someone says, not something that is known.</p>
        {!data && <Loading what="Drawing the map" />}
        {data && !data.placed.length && !data.unplaced.length && <Empty title="Nothing is said about any place yet."><p><Link href="/add">Add articles</Link></p></Empty>}
        {chosen && <p><button type="button" class="chip" onClick={() => set({ place: null })}>{listed[0]?.position.name ?? "this place"} <span aria-hidden="true">×</span></button></p>}
        {chosen && data && !listed.length && <p class="quiet">Nothing that is shown {at ? "for this day " : ""}is said to be at this place.</p>}
        <div class="map-list" role="region" aria-label="Places" tabIndex={0}>
          {listed.slice(0, chosen ? 50 : 60).map((spot) => <SpotOf key={spot.position.id} spot={spot} whole={!!chosen} shape={shapes?.get(spot.position.id)} choose={(id) => set({ place: id }, true)} />)}
          {listed.length > 60 && !chosen && <p class="quiet">{listed.length - 60} further places are on the map; narrow the time or the kinds to list them.</p>}
          {data && data.unplaced_total > 0 && !chosen && (
            <details class="unplaced"><summary>{counted(data.unplaced_total, "line")} without a known position</summary>
              {data.unplaced.slice(0, 60).map((item) => <Backed key={item.id} backing={item.backing}><Words item={item} /></Backed>)}
            </details>
          )}
        </div>
      </div>
      <div class="map-main">
        <Canvas spots={spots} shapes={shapes} world={world} loaded={data !== undefined && (places.length === 0 || shapes !== null)} chosen={chosen} choose={(id) => set({ place: id }, true)} credits={data?.credits ?? []} />
        <div class="map-time">
          <button type="button" aria-pressed={playing} onClick={() => play(!playing)} disabled={first === null}>{playing ? "Pause" : "Play"}</button>
          <label class="slider"><span class="hidden">Day</span>
            <input type="range" min={first ?? 0} max={last ?? 0} value={at ? dayNumber(at) : (last ?? 0)} disabled={first === null}
              aria-valuetext={at ? day(at) : "everything ever said"} onInput={(event) => { play(false); set({ day: isoOf(Number(event.currentTarget.value)) }); }} />
          </label>
          <output>{at ? day(at) : "everything ever said"}</output>
          {at && <button type="button" class="plain" onClick={() => { play(false); set({ day: null }); }}>All time</button>}
        </div>
        <Key off={off} toggle={toggle} left={data?.left_out ?? 0} dated={!!at} />
      </div>
    </div>
  );
}

function spotsOf(items: Shown[]): Spot[] {
  const found = new Map<string, Spot>();
  for (const item of items) {
    if (!item.position) continue;
    const spot = found.get(item.position.id);
    if (spot) spot.items.push(item);
    else found.set(item.position.id, { position: item.position, items: [item] });
  }
  return [...found.values()].sort((a, b) => b.items.length - a.items.length || a.position.name.localeCompare(b.position.name));
}

function Words({ item }: { item: Deployment }) {
  return (
    <span class="statement">
      {item.actor ? <RefName of={item.actor} /> : null} <em class="predicate">{item.backing.negated && "(denied) "}{DEPLOYMENT[item.kind] ?? item.kind}</em>{" "}
      {item.use ? <bdi>{item.use}</bdi> : null} {item.kind !== "use" && <RefName of={item.place} />}
    </span>
  );
}

function extent({ position }: Spot, shape: Shape | undefined): string {
  const within = `within about ${Math.round(position.radius_km).toLocaleString("en")} km`;
  if (shape) return shape.kind === "country" ? "country" : "region";
  return position.area ? `area, ${within}` : position.precision <= 2 ? "" : `not exact, ${within}`;
}

function SpotOf({ spot, shape, whole, choose }: { spot: Spot; shape: Shape | undefined; whole: boolean; choose: (id: string) => void }) {
  const few = whole ? spot.items : spot.items.slice(0, 3);
  return (
    <section class="spot">
      <h2><button type="button" class="plain" onClick={() => choose(spot.position.id)}><bdi>{spot.position.name}</bdi></button>
        <span class="quiet"> {extent(spot, shape)}</span></h2>
      {few.map((item) => <Backed key={item.id} backing={item.backing}><Words item={item} />{item.when === "possible" && <span class="quiet"> · possibly on this day</span>}{item.when === "undated" && <span class="quiet"> · time not given</span>}</Backed>)}
      {!whole && spot.items.length > 3 && <button type="button" class="plain" onClick={() => choose(spot.position.id)}>{spot.items.length - 3} more here</button>}
    </section>
  );
}

function Key({ off, toggle, left, dated }: { off: Set<string>; toggle: (name: string) => void; left: number; dated: boolean }) {
  const image = (kind: string, mark: string) => symbol(kind, mark, colour("--ink") || "#222", colour("--map-fill") || "#7a2e1f", colour("--panel") || "#fff", 18);
  return (
    <details class="map-key" open={matchMedia("(min-width: 900px) and (min-height: 900px)").matches}>
      <summary>Legend and filters</summary>
      <div class="key-columns">
        <fieldset><legend>What is said</legend>
          {KINDS.map((kind) => <label class="check" key={kind}><input type="checkbox" checked={!off.has(kind)} onChange={() => toggle(kind)} /><img alt="" src={image(kind, "said")} width={18} height={18} /> {DEPLOYMENT[kind]}</label>)}
        </fieldset>
        <fieldset><legend>How firmly</legend>
          {MARKS.map((mark) => <label class="check" key={mark} title={MARK[mark]!.means}><input type="checkbox" checked={!off.has(mark)} onChange={() => toggle(mark)} /><img alt="" src={image("presence", mark)} width={18} height={18} /> {MARK[mark]!.label}: <span class="quiet">{MARK[mark]!.means}</span></label>)}
        </fieldset>
        <div class="key-words">
          <p><strong>What a symbol does not mean.</strong> A filled symbol is not a confirmed position: it says that someone says so and nobody in the store denies it. A ring is where a place may be; a shaded region, country or ring is as wide as the words are, not ground that is held. Boundaries of regions are those of about 2013: a newer region is a ring. An empty stretch of map means that nothing was read about it.</p>
          <p class="quiet">Left out: {counted(left, "threat, forecast or call", "threats, forecasts and calls")}. {dated ? "Where the text gives no end, a line is kept as possible; where it gives no time, from the day it was published." : ""}</p>
        </div>
      </div>
    </details>
  );
}
