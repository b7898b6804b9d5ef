// Land and borders from Natural Earth (through the package world-atlas), turned into what the maps draw.
import type { FeatureCollection, Geometry, MultiLineString, Point } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import detailed from "world-atlas/countries-50m.json?url";
import coarse from "world-atlas/countries-110m.json?url";

type World = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;

export interface Basemap {
  countries: FeatureCollection<Geometry, { name: string }>;
  borders: MultiLineString;
  labels: FeatureCollection<Point, { name: string; size: number }>;
}

const kept = new Map<string, Promise<Basemap>>();

export function basemap(detail: "fine" | "coarse"): Promise<Basemap> {
  const url = detail === "fine" ? detailed : coarse;
  let found = kept.get(url);
  if (!found) {
    found = fetch(url).then(async (response) => prepare((await response.json()) as World));
    kept.set(url, found);
    found.catch(() => kept.delete(url));
  }
  return found;
}

function prepare(world: World): Basemap {
  const countries = feature(world, world.objects.countries) as FeatureCollection<Geometry, { name: string }>;
  const borders = mesh(world, world.objects.countries, (a, b) => a !== b);
  const labels: Basemap["labels"] = { type: "FeatureCollection", features: [] };
  for (const country of countries.features) {
    const best = middleOf(country.geometry);
    if (best) labels.features.push({ type: "Feature", properties: { name: country.properties.name, size: best.size }, geometry: { type: "Point", coordinates: best.at } });
  }
  return { countries, borders, labels };
}

// Where a label of an area stands: the middle of its largest ring, with that ring's size.
export function middleOf(geometry: Geometry): { size: number; at: [number, number] } | null {
  const rings = geometry.type === "Polygon" ? [geometry.coordinates[0]!] : geometry.type === "MultiPolygon" ? geometry.coordinates.map((polygon) => polygon[0]!) : [];
  let best: { size: number; at: [number, number] } | null = null;
  for (const ring of rings) {
    const found = middle(ring as [number, number][]);
    if (!best || found.size > best.size) best = found;
  }
  return best;
}

// Area (square degrees, good enough to rank) and centroid of a ring, by the shoelace formula.
function middle(ring: [number, number][]): { size: number; at: [number, number] } {
  let twice = 0, x = 0, y = 0;
  for (let index = 0; index + 1 < ring.length; index += 1) {
    const [x0, y0] = ring[index]!;
    const [x1, y1] = ring[index + 1]!;
    const cross = x0 * y1 - x1 * y0;
    twice += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  }
  return { size: Math.abs(twice / 2), at: twice ? [x / (3 * twice), y / (3 * twice)] : ring[0]! };
}
