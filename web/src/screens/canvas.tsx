// The map itself: land, borders and what is said about places, drawn by MapLibre.
import "maplibre-gl/dist/maplibre-gl.css";
import type { Feature, FeatureCollection, Point, Polygon } from "geojson";
import { type FilterSpecification, type GeoJSONSource, Map as GlMap, NavigationControl, setWorkerUrl } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Basemap } from "../basemap";
import type { Timing } from "../days";
import { type Area, type Divisions, divisions, index, inView, type Shape } from "../regions";
import type { Deployment, Position } from "../shapes";
import { symbol } from "../symbols";
import { colour, onTheme } from "../theme";

setWorkerUrl(workerUrl);

export const KINDS = ["control", "presence", "movement", "use"] as const;
export const MARKS = ["said", "disputed", "unverified", "denied"] as const;
export type Shown = Deployment & { when: Timing | null };
export interface Spot { position: Position; items: Shown[] }

// What a name needs in square degrees to be written, so that no enclave outshouts its neighbours.
const LARGE: FilterSpecification = ["step", ["zoom"], [">", ["get", "size"], 8], 4, [">", ["get", "size"], 2], 5, [">", ["get", "size"], 0.6], 6, true];
const NEAR = 4.4; // from this zoom on the boundaries between regions are drawn, and a little closer their names

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

function features(spots: Spot[], shapes: Map<string, Shape> | null): { points: FeatureCollection<Point>; areas: FeatureCollection<Area> } {
  const points: Feature<Point>[] = [];
  const areas: Feature<Area>[] = [];
  for (const { position, items } of spots) {
    const kind = KINDS.find((one) => items.some((item) => item.kind === one)) ?? "presence";
    const mark = STRENGTH.find((one) => items.some((item) => item.backing.mark === one)) ?? "said";
    const names = [...new Set(items.map((item) => item.actor?.name ?? item.use ?? "").filter(Boolean))];
    const label = `${position.name}${names.length ? `\n${names.slice(0, 2).map((name) => (name.length > 28 ? `${name.slice(0, 27)}…` : name)).join(", ")}${names.length > 2 ? ` +${names.length - 2}` : ""}` : ""}`;
    const shape = shapes?.get(position.id);
    // a region has no point: its label stands in its middle, without a symbol
    const properties = { id: position.id, icon: position.area ? "" : `${kind}-${mark}`, label: position.area && !shape ? `${label}\n(area)` : label, rank: position.area ? 1000 - items.length : -items.length, mark, drawn: shape?.kind ?? "ring", wide: position.radius_km > (shape?.kind === "division" ? 400 : 120) };
    points.push({ type: "Feature", properties, geometry: { type: "Point", coordinates: shape?.at ?? [position.lon, position.lat] } });
    if (position.area || position.precision > 2) areas.push({ type: "Feature", properties, geometry: shape?.geometry ?? ring(position) });
  }
  return { points: { type: "FeatureCollection", features: points }, areas: { type: "FeatureCollection", features: areas } };
}

interface CanvasProps {
  spots: Spot[]; shapes: Map<string, Shape> | null; world: Basemap | null | undefined; loaded: boolean; chosen: string | null;
  choose: (id: string) => void; credits: string[];
}

export function Canvas({ spots, shapes, world, loaded, chosen, choose, credits }: CanvasProps) {
  const holder = useRef<HTMLDivElement>(null);
  const map = useRef<GlMap | null>(null);
  const [ready, setReady] = useState(false);
  const [broken, fail] = useState<string | null>(null);
  const pick = useRef(choose);
  pick.current = choose;
  const fitted = useRef(false);
  const filled = useRef(false);
  const seen = useRef(new Map<string, Divisions>());

  useEffect(() => {
    if (world === undefined) return;
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
    gl.on("load", () => {
      if (world) {
        gl.addSource("countries", { type: "geojson", data: world.countries });
        gl.addSource("borders", { type: "geojson", data: { type: "Feature", properties: {}, geometry: world.borders } });
        gl.addSource("labels", { type: "geojson", data: world.labels });
      }
      const none: FeatureCollection = { type: "FeatureCollection", features: [] };
      gl.addSource("divisions", { type: "geojson", data: none });
      gl.addSource("division-names", { type: "geojson", data: none });
      gl.addSource("areas", { type: "geojson", data: none });
      gl.addSource("points", { type: "geojson", data: none });
      layers(gl, world !== null);
      setReady(true);
      void lines(gl, seen.current);
    });
    gl.on("moveend", () => void lines(gl, seen.current));
    for (const layer of ["points", "areas"]) {
      gl.on("click", layer, (event) => { const id = event.features?.[0]?.properties?.id as string | undefined; if (id) { event.preventDefault(); pick.current(id); } });
      gl.on("mouseenter", layer, () => { gl.getCanvas().style.cursor = "pointer"; });
      gl.on("mouseleave", layer, () => { gl.getCanvas().style.cursor = ""; });
    }
    gl.on("idle", () => { if (filled.current) holder.current?.setAttribute("data-idle", "true"); });
    const stop = onTheme(() => repaint(gl));
    return () => { stop(); map.current = null; gl.remove(); };
  }, [world]);

  useEffect(() => {
    const gl = map.current;
    if (!gl || !ready) return;
    const { points, areas } = features(spots, shapes);
    filled.current = loaded;
    for (const kind of ["country", "division", "ring"]) holder.current?.setAttribute(`data-${kind}`, String(areas.features.filter((one) => one.properties?.drawn === kind).length));
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
  }, [spots, shapes, ready, loaded]);

  useEffect(() => {
    const gl = map.current;
    if (!gl || !ready) return;
    gl.setFilter("chosen", ["all", ["==", ["get", "id"], chosen ?? ""], ["!=", ["get", "icon"], ""]]);
    gl.setFilter("chosen-area", ["==", ["get", "id"], chosen ?? ""]);
    const spot = spots.find((one) => one.position.id === chosen);
    const shape = spot && shapes?.get(spot.position.id);
    if (shape) gl.fitBounds(box(shape.geometry), { padding: 50, maxZoom: 8, duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 400 });
    else if (spot) gl.easeTo({ center: [spot.position.lon, spot.position.lat], zoom: Math.max(gl.getZoom(), 5), duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 400 });
  }, [chosen, ready, shapes]);

  if (broken) return <p class="state failed" role="alert">{broken}</p>;
  return (
    <div class="map-frame">
      <div ref={holder} class="map-canvas" role="application" aria-label="Map; the list beside it holds the same places" />
      <p class="map-credits">{credits.join(" · ")}</p>
    </div>
  );
}

// The boundaries between regions of the countries in sight, from some closeness on.
async function lines(gl: GlMap, seen: Map<string, Divisions>): Promise<void> {
  if (gl.getZoom() < NEAR) return;
  const view = gl.getBounds();
  const wanted = inView(await index(), [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()]).filter((code) => !seen.has(code));
  const found = await Promise.all(wanted.map(async (code) => [code, await divisions(code)] as const));
  for (const [code, one] of found) if (one) seen.set(code, one);
  const drawn = gl.getSource("divisions") as GeoJSONSource | undefined;
  if (!wanted.length || !drawn) return; // nothing new, or the map is gone by now
  drawn.setData({ type: "Feature", properties: {}, geometry: { type: "MultiLineString", coordinates: [...seen.values()].flatMap((one) => one.lines.coordinates) } });
  (gl.getSource("division-names") as GeoJSONSource).setData({ type: "FeatureCollection", features: [...seen.values()].flatMap((one) => one.labels) });
}

function box(geometry: Area): [number, number, number, number] {
  const corners = (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates).flatMap((polygon) => polygon[0]!);
  const lons = corners.map((corner) => corner[0]!), lats = corners.map((corner) => corner[1]!);
  const least = (values: number[]) => values.reduce((a, b) => Math.min(a, b)), most = (values: number[]) => values.reduce((a, b) => Math.max(a, b));
  return [least(lons), least(lats), most(lons), most(lats)];
}

function layers(gl: GlMap, world: boolean): void {
  const ink = colour("--ink"), halo = colour("--map-land"), fill = colour("--map-fill");
  for (const kind of KINDS) for (const mark of MARKS) icon(gl, kind, mark, ink, fill);
  hatch(gl, fill);
  if (world) {
    gl.addLayer({ id: "land", type: "fill", source: "countries", paint: { "fill-color": colour("--map-land") } });
    gl.addLayer({ id: "coast", type: "line", source: "countries", paint: { "line-color": colour("--map-line"), "line-width": 0.6 } });
    gl.addLayer({ id: "borders", type: "line", source: "borders", paint: { "line-color": colour("--map-border"), "line-width": 1, "line-dasharray": [3, 2] } });
    gl.addLayer({ id: "country-names", type: "symbol", source: "labels", filter: LARGE, layout: { "text-field": ["get", "name"], "text-font": ["sans-serif"], "text-size": 12, "text-letter-spacing": 0.12, "text-transform": "uppercase", "text-max-width": 7, "symbol-sort-key": ["-", 0, ["get", "size"]] }, paint: { "text-color": colour("--map-name"), "text-halo-color": halo, "text-halo-width": 1 } });
  }
  gl.addLayer({ id: "division-names", type: "symbol", source: "division-names", minzoom: NEAR + 0.5, layout: { "text-field": ["get", "name"], "text-font": ["sans-serif"], "text-size": 11, "text-max-width": 8, "symbol-sort-key": ["-", 0, ["get", "size"]] }, paint: { "text-color": colour("--map-name"), "text-halo-color": halo, "text-halo-width": 1 } }, world ? "country-names" : undefined); // below, so that a country's name comes first where both have no room
  gl.addLayer({ id: "divisions", type: "line", source: "divisions", minzoom: NEAR, paint: { "line-color": colour("--map-border"), "line-width": 0.7, "line-opacity": 0.55 } });
  gl.addLayer({ id: "areas", type: "fill", source: "areas", paint: { "fill-color": fill, "fill-opacity": ["*", ["case", ["get", "wide"], 0.3, 1], ["match", ["get", "mark"], "said", 0.14, "disputed", 0.1, 0.05]] } });
  gl.addLayer({ id: "area-hatch", type: "fill", source: "areas", filter: ["in", ["get", "mark"], ["literal", ["unverified", "denied"]]], paint: { "fill-pattern": "hatch", "fill-opacity": ["case", ["get", "wide"], 0.25, 0.6] } });
  gl.addLayer({ id: "area-edges", type: "line", source: "areas", filter: ["in", ["get", "mark"], ["literal", ["said", "disputed"]]], paint: { "line-color": fill, "line-width": 1.2, "line-opacity": ["case", ["==", ["get", "drawn"], "country"], 0.5, 0.8] } });
  gl.addLayer({ id: "area-edges-open", type: "line", source: "areas", filter: ["in", ["get", "mark"], ["literal", ["unverified", "denied"]]], paint: { "line-color": fill, "line-width": 1.2, "line-dasharray": [2, 2], "line-opacity": 0.8 } });
  gl.addLayer({ id: "chosen-area", type: "line", source: "areas", filter: ["==", ["get", "id"], ""], paint: { "line-color": colour("--accent"), "line-width": 2.5 } });
  gl.addLayer({ id: "chosen", type: "circle", source: "points", filter: ["==", ["get", "id"], ""], paint: { "circle-radius": 15, "circle-color": "rgba(0,0,0,0)", "circle-stroke-width": 2.5, "circle-stroke-color": colour("--accent") } });
  gl.addLayer({ id: "points", type: "symbol", source: "points", layout: { "icon-image": ["get", "icon"], "icon-allow-overlap": true, "icon-size": 1, "text-field": ["get", "label"], "text-font": ["sans-serif"], "text-size": 12, "text-offset": ["case", ["==", ["get", "icon"], ""], ["literal", [0, -0.6]], ["literal", [0, 1.1]]], "text-anchor": "top", "text-optional": true, "text-max-width": 14, "symbol-sort-key": ["get", "rank"] }, paint: { "text-color": ink, "text-halo-color": halo, "text-halo-width": 1.6 } });
}

function icon(gl: GlMap, kind: string, mark: string, ink: string, fill: string): void {
  const name = `${kind}-${mark}`;
  const image = new Image(44, 44);
  image.onload = () => { if (gl.hasImage(name)) gl.removeImage(name); gl.addImage(name, image, { pixelRatio: 2 }); };
  image.src = symbol(kind, mark, ink, fill, colour("--panel"), 44);
}

// Slanting lines for what is unverified or denied; eight pixels that join up with themselves.
function hatch(gl: GlMap, fill: string): void {
  const side = 16;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  const pen = canvas.getContext("2d");
  if (!pen) return;
  pen.strokeStyle = fill;
  pen.lineWidth = 1.6;
  pen.globalAlpha = 0.5;
  for (const shift of [-side, 0, side]) {
    pen.beginPath();
    pen.moveTo(shift, side);
    pen.lineTo(shift + side, 0);
    pen.stroke();
  }
  if (gl.hasImage("hatch")) gl.removeImage("hatch");
  gl.addImage("hatch", pen.getImageData(0, 0, side, side), { pixelRatio: 2 });
}

function repaint(gl: GlMap): void {
  if (!gl.getLayer("points")) return;
  const ink = colour("--ink"), halo = colour("--map-land"), fill = colour("--map-fill");
  for (const kind of KINDS) for (const mark of MARKS) icon(gl, kind, mark, ink, fill);
  hatch(gl, fill);
  const paint: [string, string, string][] = [
    ["sea", "background-color", colour("--map-sea")], ["land", "fill-color", halo], ["coast", "line-color", colour("--map-line")],
    ["borders", "line-color", colour("--map-border")], ["country-names", "text-color", colour("--map-name")], ["country-names", "text-halo-color", halo],
    ["divisions", "line-color", colour("--map-border")], ["division-names", "text-color", colour("--map-name")], ["division-names", "text-halo-color", halo],
    ["chosen-area", "line-color", colour("--accent")], ["areas", "fill-color", fill], ["area-edges", "line-color", fill], ["area-edges-open", "line-color", fill],
    ["points", "text-color", ink], ["points", "text-halo-color", halo], ["chosen", "circle-stroke-color", colour("--accent")],
  ];
  for (const [layer, property, value] of paint) if (gl.getLayer(layer)) gl.setPaintProperty(layer, property as never, value as never);
}
