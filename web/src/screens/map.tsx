import "maplibre-gl/dist/maplibre-gl.css";
import type { Feature, FeatureCollection, Point, Polygon } from "geojson";
import { type GeoJSONSource, Map as GlMap, NavigationControl, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { useAsk } from "../api";
import { basemap } from "../basemap";
import { dayNumber, isoOf, type Timing, timing } from "../days";
import { useParams, useTitle } from "../parts/address";
import { Backed } from "../parts/backing";
import { RefName } from "../parts/names";
import { Empty, Failed, Loading } from "../parts/state";
import type { Deployment, MapPicture, Position } from "../shapes";
import { symbol } from "../symbols";
import { colour, onTheme } from "../theme";
import { counted, day, DEPLOYMENT, MARK } from "../words";

setWorkerUrl(workerUrl);

const KINDS = ["control", "presence", "movement", "use"] as const;
const MARKS = ["said", "disputed", "unverified", "denied"] as const;
type Shown = Deployment & { when: Timing | null };
interface Spot { position: Position; items: Shown[] }

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
        <div class="map-list" role="region" aria-label="Places" tabIndex={0}>
          {listed.slice(0, chosen ? 50 : 60).map((spot) => <SpotOf key={spot.position.id} spot={spot} whole={!!chosen} choose={(id) => set({ place: id }, true)} />)}
          {listed.length > 60 && !chosen && <p class="quiet">{listed.length - 60} further places are on the map; narrow the time or the kinds to list them.</p>}
          {data && data.unplaced_total > 0 && !chosen && (
            <details class="unplaced"><summary>{counted(data.unplaced_total, "line")} without a known position</summary>
              {data.unplaced.slice(0, 60).map((item) => <Backed key={item.id} backing={item.backing}><Words item={item} /></Backed>)}
            </details>
          )}
        </div>
      </div>
      <div class="map-main">
        <Canvas spots={spots} loaded={data !== undefined} chosen={chosen} choose={(id) => set({ place: id }, true)} credits={data?.credits ?? []} />
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

function SpotOf({ spot, whole, choose }: { spot: Spot; whole: boolean; choose: (id: string) => void }) {
  const few = whole ? spot.items : spot.items.slice(0, 3);
  return (
    <section class="spot">
      <h2><button type="button" class="plain" onClick={() => choose(spot.position.id)}><bdi>{spot.position.name}</bdi></button>
        <span class="quiet"> {spot.position.area ? `area, within about ${Math.round(spot.position.radius_km)} km` : spot.position.precision <= 2 ? "" : `not exact, within about ${Math.round(spot.position.radius_km)} km`}</span></h2>
      {few.map((item) => <Backed key={item.id} backing={item.backing}><Words item={item} />{item.when === "possible" && <span class="quiet"> · possibly on this day</span>}{item.when === "undated" && <span class="quiet"> · time not given</span>}</Backed>)}
      {!whole && spot.items.length > 3 && <button type="button" class="plain" onClick={() => choose(spot.position.id)}>{spot.items.length - 3} more here</button>}
    </section>
  );
}

function Key({ off, toggle, left, dated }: { off: Set<string>; toggle: (name: string) => void; left: number; dated: boolean }) {
  const image = (kind: string, mark: string) => symbol(kind, mark, colour("--ink") || "#222", colour("--map-fill") || "#7a2e1f", colour("--panel") || "#fff", 18);
  return (
    <details class="map-key" open={matchMedia("(min-width: 900px)").matches}>
      <summary>Legend and filters</summary>
      <div class="key-columns">
        <fieldset><legend>What is said</legend>
          {KINDS.map((kind) => <label class="check" key={kind}><input type="checkbox" checked={!off.has(kind)} onChange={() => toggle(kind)} /><img alt="" src={image(kind, "said")} width={18} height={18} /> {DEPLOYMENT[kind]}</label>)}
        </fieldset>
        <fieldset><legend>How firmly</legend>
          {MARKS.map((mark) => <label class="check" key={mark} title={MARK[mark]!.means}><input type="checkbox" checked={!off.has(mark)} onChange={() => toggle(mark)} /><img alt="" src={image("presence", mark)} width={18} height={18} /> {MARK[mark]!.label}: <span class="quiet">{MARK[mark]!.means}</span></label>)}
        </fieldset>
        <div class="key-words">
          <p><strong>What a symbol does not mean.</strong> A filled symbol is not a confirmed position: it says that someone says so and nobody in the store denies it. A ring is where a place may be, or a region as wide as it is, not ground that is held. An empty stretch of map means that nothing was read about it.</p>
          <p class="quiet">Left out: {counted(left, "threat, forecast or call", "threats, forecasts and calls")}. {dated ? "Where the text gives no end, a line is kept as possible; where it gives no time, from the day it was published." : ""}</p>
        </div>
      </div>
    </details>
  );
}

// A region as a ring of its radius: never a false point.
function ring(position: Position): Polygon {
  const steps = 48;
  const lat = (position.lat * Math.PI) / 180;
  const dLat = position.radius_km / 110.574;
  const dLon = position.radius_km / (111.32 * Math.max(Math.cos(lat), 0.05));
  const points: [number, number][] = [];
  for (let index = 0; index <= steps; index += 1) {
    const angle = (2 * Math.PI * index) / steps;
    points.push([position.lon + dLon * Math.cos(angle), Math.max(-85, Math.min(85, position.lat + dLat * Math.sin(angle)))]);
  }
  return { type: "Polygon", coordinates: [points] };
}

const STRENGTH = ["said", "disputed", "unverified", "denied"];

function features(spots: Spot[]): { points: FeatureCollection<Point>; areas: FeatureCollection<Polygon> } {
  const points: Feature<Point>[] = [];
  const areas: Feature<Polygon>[] = [];
  for (const { position, items } of spots) {
    const kind = KINDS.find((one) => items.some((item) => item.kind === one)) ?? "presence";
    const mark = STRENGTH.find((one) => items.some((item) => item.backing.mark === one)) ?? "said";
    const names = [...new Set(items.map((item) => item.actor?.name ?? item.use ?? "").filter(Boolean))];
    const label = `${position.name}${names.length ? `\n${names.slice(0, 2).map((name) => (name.length > 28 ? `${name.slice(0, 27)}…` : name)).join(", ")}${names.length > 2 ? ` +${names.length - 2}` : ""}` : ""}`;
    // a region has no point: its label stands in the middle of its ring, without a symbol
    const properties = { id: position.id, icon: position.area ? "" : `${kind}-${mark}`, label: position.area ? `${label}\n(area)` : label, rank: position.area ? 1000 - items.length : -items.length, mark, wide: position.radius_km > 120 };
    points.push({ type: "Feature", properties, geometry: { type: "Point", coordinates: [position.lon, position.lat] } });
    if (position.area || position.precision > 2) areas.push({ type: "Feature", properties, geometry: ring(position) });
  }
  return { points: { type: "FeatureCollection", features: points }, areas: { type: "FeatureCollection", features: areas } };
}

interface CanvasProps { spots: Spot[]; loaded: boolean; chosen: string | null; choose: (id: string) => void; credits: string[] }

function Canvas({ spots, loaded, chosen, choose, credits }: CanvasProps) {
  const holder = useRef<HTMLDivElement>(null);
  const map = useRef<GlMap | null>(null);
  const [ready, setReady] = useState(false);
  const [broken, fail] = useState<string | null>(null);
  const pick = useRef(choose);
  pick.current = choose;
  const fitted = useRef(false);
  const filled = useRef(false);

  useEffect(() => {
    let gl: GlMap;
    try {
      gl = new GlMap({
        container: holder.current!, center: [44, 33], zoom: 4, attributionControl: false, dragRotate: false, pitchWithRotate: false,
        style: { version: 8, sources: {}, layers: [{ id: "sea", type: "background", paint: { "background-color": colour("--map-sea") } }] },
        canvasContextAttributes: { preserveDrawingBuffer: true }, renderWorldCopies: false,
      });
    } catch {
      fail("This browser cannot draw the map (WebGL is switched off). The list beside it holds the same.");
      return;
    }
    map.current = gl;
    gl.touchZoomRotate.disableRotation();
    gl.addControl(new NavigationControl({ showCompass: false }), "top-right");
    gl.on("load", async () => {
      const world = await basemap("fine").catch(() => null);
      if (!map.current) return;
      if (world) {
        gl.addSource("countries", { type: "geojson", data: world.countries });
        gl.addSource("borders", { type: "geojson", data: { type: "Feature", properties: {}, geometry: world.borders } });
        gl.addSource("labels", { type: "geojson", data: world.labels });
      }
      const none: FeatureCollection = { type: "FeatureCollection", features: [] };
      gl.addSource("areas", { type: "geojson", data: none });
      gl.addSource("points", { type: "geojson", data: none });
      layers(gl, world !== null);
      setReady(true);
    });
    for (const layer of ["points", "areas"]) {
      gl.on("click", layer, (event) => { const id = event.features?.[0]?.properties?.id as string | undefined; if (id) { event.preventDefault(); pick.current(id); } });
      gl.on("mouseenter", layer, () => { gl.getCanvas().style.cursor = "pointer"; });
      gl.on("mouseleave", layer, () => { gl.getCanvas().style.cursor = ""; });
    }
    gl.on("idle", () => { if (filled.current) holder.current?.setAttribute("data-idle", "true"); });
    const stop = onTheme(() => repaint(gl));
    return () => { stop(); map.current = null; gl.remove(); };
  }, []);

  useEffect(() => {
    const gl = map.current;
    if (!gl || !ready) return;
    const { points, areas } = features(spots);
    filled.current = loaded;
    holder.current?.removeAttribute("data-idle");
    (gl.getSource("points") as GeoJSONSource | undefined)?.setData(points);
    (gl.getSource("areas") as GeoJSONSource | undefined)?.setData(areas);
    if (!fitted.current && spots.length) {
      fitted.current = true;
      const near = spots.filter((spot) => spot.position.radius_km <= 120); // whole countries say little about where to look
      const looked = near.length > 1 ? near : spots;
      const lons = looked.map((spot) => spot.position.lon).sort((a, b) => a - b);
      const lats = looked.map((spot) => spot.position.lat).sort((a, b) => a - b);
      const cut = (values: number[], share: number) => values[Math.min(values.length - 1, Math.floor(values.length * share))]!;
      // the middle nine tenths: one far-off place must not shrink everything else
      gl.fitBounds([[cut(lons, 0.05), cut(lats, 0.05)], [cut(lons, 0.95), cut(lats, 0.95)]], { padding: 60, maxZoom: 8, animate: false });
    }
    gl.triggerRepaint();
  }, [spots, ready, loaded]);

  useEffect(() => {
    const gl = map.current;
    if (!gl || !ready) return;
    gl.setFilter("chosen", ["==", ["get", "id"], chosen ?? ""]);
    const spot = spots.find((one) => one.position.id === chosen);
    if (spot) gl.easeTo({ center: [spot.position.lon, spot.position.lat], zoom: Math.max(gl.getZoom(), 5), duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 400 });
  }, [chosen, ready]);

  if (broken) return <p class="state failed" role="alert">{broken}</p>;
  return (
    <div class="map-frame">
      <div ref={holder} class="map-canvas" role="application" aria-label="Map; the list beside it holds the same places" />
      <p class="map-credits">{credits.join(" · ")}</p>
    </div>
  );
}

function layers(gl: GlMap, world: boolean): void {
  const ink = colour("--ink"), quiet = colour("--quiet"), halo = colour("--map-land"), fill = colour("--map-fill");
  for (const kind of KINDS) for (const mark of MARKS) icon(gl, kind, mark, ink, fill);
  if (world) {
    gl.addLayer({ id: "land", type: "fill", source: "countries", paint: { "fill-color": colour("--map-land") } });
    gl.addLayer({ id: "coast", type: "line", source: "countries", paint: { "line-color": colour("--map-line"), "line-width": 0.6 } });
    gl.addLayer({ id: "borders", type: "line", source: "borders", paint: { "line-color": colour("--map-border"), "line-width": 1, "line-dasharray": [3, 2] } });
    gl.addLayer({ id: "country-names", type: "symbol", source: "labels", layout: { "text-field": ["get", "name"], "text-font": ["sans-serif"], "text-size": 12, "text-letter-spacing": 0.12, "text-transform": "uppercase", "text-max-width": 7, "symbol-sort-key": ["-", 0, ["get", "size"]] }, paint: { "text-color": colour("--map-name"), "text-halo-color": halo, "text-halo-width": 1 } });
  }
  gl.addLayer({ id: "areas", type: "fill", source: "areas", paint: { "fill-color": fill, "fill-opacity": ["*", ["case", ["get", "wide"], 0.3, 1], ["match", ["get", "mark"], "said", 0.14, "disputed", 0.1, 0.05]] } });
  gl.addLayer({ id: "area-edges", type: "line", source: "areas", filter: ["in", ["get", "mark"], ["literal", ["said", "disputed"]]], paint: { "line-color": fill, "line-width": 1.2, "line-opacity": 0.8 } });
  gl.addLayer({ id: "area-edges-open", type: "line", source: "areas", filter: ["in", ["get", "mark"], ["literal", ["unverified", "denied"]]], paint: { "line-color": fill, "line-width": 1.2, "line-dasharray": [2, 2], "line-opacity": 0.8 } });
  gl.addLayer({ id: "chosen", type: "circle", source: "points", filter: ["==", ["get", "id"], ""], paint: { "circle-radius": 15, "circle-color": "rgba(0,0,0,0)", "circle-stroke-width": 2.5, "circle-stroke-color": colour("--accent") } });
  gl.addLayer({ id: "points", type: "symbol", source: "points", layout: { "icon-image": ["get", "icon"], "icon-allow-overlap": true, "icon-size": 1, "text-field": ["get", "label"], "text-font": ["sans-serif"], "text-size": 12, "text-offset": ["case", ["==", ["get", "icon"], ""], ["literal", [0, -0.6]], ["literal", [0, 1.1]]], "text-anchor": "top", "text-optional": true, "text-max-width": 14, "symbol-sort-key": ["get", "rank"] }, paint: { "text-color": ink, "text-halo-color": halo, "text-halo-width": 1.6 } });
  void quiet;
}

function icon(gl: GlMap, kind: string, mark: string, ink: string, fill: string): void {
  const name = `${kind}-${mark}`;
  const image = new Image(44, 44);
  image.onload = () => { if (gl.hasImage(name)) gl.removeImage(name); gl.addImage(name, image, { pixelRatio: 2 }); };
  image.src = symbol(kind, mark, ink, fill, colour("--panel"), 44);
}

function repaint(gl: GlMap): void {
  if (!gl.getLayer("points")) return;
  const ink = colour("--ink"), halo = colour("--map-land"), fill = colour("--map-fill");
  for (const kind of KINDS) for (const mark of MARKS) icon(gl, kind, mark, ink, fill);
  const paint: [string, string, string][] = [
    ["sea", "background-color", colour("--map-sea")], ["land", "fill-color", halo], ["coast", "line-color", colour("--map-line")],
    ["borders", "line-color", colour("--map-border")], ["country-names", "text-color", colour("--map-name")], ["country-names", "text-halo-color", halo],
    ["areas", "fill-color", fill], ["area-edges", "line-color", fill], ["area-edges-open", "line-color", fill],
    ["points", "text-color", ink], ["points", "text-halo-color", halo], ["chosen", "circle-stroke-color", colour("--accent")],
  ];
  for (const [layer, property, value] of paint) if (gl.getLayer(layer)) gl.setPaintProperty(layer, property as never, value as never);
}
