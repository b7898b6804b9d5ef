import { geoMercator, geoPath } from "d3-geo";
import { useEffect, useMemo, useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { address, useAsk } from "../api";
import { type Basemap, basemap } from "../basemap";
import { dayNumber } from "../days";
import { useTitle } from "../parts/address";
import { ClaimCard } from "../parts/claim";
import { Contradicting } from "../parts/contradiction";
import { Empty, Failed, Loading } from "../parts/state";
import type { Claim, Contradiction, MapPicture, Overview as Picture, Page, Status } from "../shapes";
import { counted, day } from "../words";
import { ArticleLine } from "./articles";

const SEEN = "according.seen";

// The moment of the visit before this one; this one counts from half an hour of absence on.
function lastVisit(): string | null {
  try {
    const kept = JSON.parse(localStorage.getItem(SEEN) ?? "{}") as { now?: string; before?: string };
    const now = Date.now();
    const before = kept.now && now - Date.parse(kept.now) > 30 * 60_000 ? kept.now : kept.before ?? null;
    localStorage.setItem(SEEN, JSON.stringify({ now: new Date(now).toISOString(), before }));
    return before;
  } catch {
    return null;
  }
}

export function Overview() {
  useTitle("");
  const [since] = useState(lastVisit);
  const status = useAsk<Status>("/api/status");
  const picture = useAsk<Picture>(address("overview", { since }));
  const waiting = useAsk<Page<Claim>>("/api/review?limit=3");
  const contested = useAsk<Page<Contradiction>>("/api/boards/contested?limit=3");
  if (status.error) return <div class="screen"><Failed error={status.error} again={status.again} /></div>;
  if (!status.data) return <div class="screen"><Loading /></div>;
  const size = status.data;
  if (!size.articles) {
    return (
      <div class="screen">
        <h1>Nothing has been read yet</h1>
        <Empty title="Add an article, and who says what in it appears here.">
          <p><Link class="button" href="/add">Add articles</Link></p>
          <p class="quiet">Or on the command line: <code>according add FOLDER</code></p>
        </Empty>
      </div>
    );
  }
  return (
    <div class="screen overview">
      <h1>Who said what</h1>
      <ul class="totals">
        <li><Link href="/articles"><strong>{size.articles.toLocaleString("en")}</strong> {size.articles === 1 ? "article" : "articles"}</Link></li>
        <li><Link href="/claims"><strong>{size.claims.toLocaleString("en")}</strong> {size.claims === 1 ? "claim" : "claims"}</Link></li>
        <li><Link href="/actors"><strong>{size.entities.toLocaleString("en")}</strong> {size.entities === 1 ? "name" : "names"}</Link></li>
        <li><Link href="/review"><strong>{size.waiting.toLocaleString("en")}</strong> waiting for review</Link></li>
        {size.problems > 0 && <li><Link href="/add"><strong>{size.problems.toLocaleString("en")}</strong> {size.problems === 1 ? "problem" : "problems"}</Link></li>}
      </ul>
      <div class="overview-grid">
        <section class="card-section" aria-labelledby="new"><h2 id="new">{since ? `New since ${day(since)}` : "Latest"} {picture.data && since && <span class="count">{picture.data.new_articles}</span>}</h2>
          {picture.error && <Failed error={picture.error} again={picture.again} />}
          {picture.data && since && !picture.data.new_articles && <p class="quiet">Nothing new. The latest:</p>}
          <ul class="articles">{picture.data?.latest.map((article) => <li key={article.id}><ArticleLine article={article} /></li>)}</ul>
        </section>
        <section class="card-section" aria-labelledby="contested"><h2 id="contested"><Link href="/boards/contested">Contested</Link> {contested.data?.total ? <span class="count">{contested.data.total}</span> : null}</h2>
          {contested.error && <Failed error={contested.error} again={contested.again} />}
          {contested.data && !contested.data.items.length && <p class="quiet">No contradiction found; that is no sign of agreement.</p>}
          {contested.data?.items.map((one) => <Contradicting key={one.id} of={one} />)}
        </section>
        <section class="card-section" aria-labelledby="map"><h2 id="map"><Link href="/map">Places</Link></h2><SmallMap /></section>
        <section class="card-section" aria-labelledby="time"><h2 id="time"><Link href="/timeline">Published</Link></h2>{picture.data && <SmallTimeline picture={picture.data} />}</section>
        <section class="card-section wide" aria-labelledby="waits"><h2 id="waits"><Link href="/review">Waiting for review</Link> <span class="count">{size.waiting.toLocaleString("en")}</span></h2>
          {waiting.error && <Failed error={waiting.error} again={waiting.again} />}
          {waiting.data && !waiting.data.items.length && <p class="quiet">Nothing waits.</p>}
          <div class="claims">{waiting.data?.items.map((claim) => <ClaimCard key={claim.id} claim={claim} />)}</div>
        </section>
      </div>
    </div>
  );
}

function SmallMap() {
  const { data, error } = useAsk<MapPicture>("/api/map?limit=300");
  const [world, setWorld] = useState<Basemap | null>(null);
  useEffect(() => { basemap("coarse").then(setWorld, () => undefined); }, []);
  const drawn = useMemo(() => {
    if (!data || !world) return null;
    // a whole country says little about where, and a circle of its size covers its neighbours
    const spots = new Map(data.placed.flatMap((item) => (item.position && !(item.position.area && item.position.radius_km > 250) ? [[item.position.id, item.position] as const] : [])));
    if (!spots.size) return { land: "", borders: "", dots: [] as { x: number; y: number; r: number; area: boolean; wide: boolean }[] };
    const at = [...spots.values()];
    const lons = at.map((one) => one.lon).sort((a, b) => a - b), lats = at.map((one) => one.lat).sort((a, b) => a - b);
    const pick = (values: number[], share: number) => values[Math.min(values.length - 1, Math.floor(values.length * share))]!;
    const west = pick(lons, 0.04) - 2.5, east = pick(lons, 0.96) + 2.5, south = Math.max(-80, pick(lats, 0.04) - 2), north = Math.min(82, pick(lats, 0.96) + 2);
    const projection = geoMercator().fitExtent([[6, 6], [414, 234]], { type: "MultiPoint", coordinates: [[west, south], [west, north], [east, south], [east, north]] }).clipExtent([[0, 0], [420, 240]]);
    const path = geoPath(projection);
    const dots = at.flatMap((one) => {
      const point = projection([one.lon, one.lat]);
      const edge = projection([one.lon, Math.min(84, one.lat + one.radius_km / 110.6)]);
      return point ? [{ x: point[0], y: point[1], area: one.area || one.precision > 2, wide: one.radius_km > 120, r: edge ? Math.max(4, point[1] - edge[1]) : 4 }] : [];
    });
    return { land: path(world.countries) ?? "", borders: path(world.borders) ?? "", dots };
  }, [data, world]);
  if (error) return <Failed error={error} />;
  if (!drawn) return <Loading what="Drawing" />;
  if (!drawn.dots.length) return <p class="quiet">{data?.placed.length ? "Only whole countries are named; the map shows them." : "No place was put on the earth yet."}</p>;
  return (
    <>
      <svg class="small-map" viewBox="0 0 420 240" role="img" aria-label={`Small map of ${drawn.dots.length} places; the map screen has the details`}>
        <rect width="420" height="240" class="sea" /><path d={drawn.land} class="land" /><path d={drawn.borders} class="border" />
        {drawn.dots.map((dot, index) => <circle key={index} cx={dot.x} cy={dot.y} r={dot.area ? dot.r : 3.5} class={dot.area ? (dot.wide ? "area wide-area" : "area") : "spot-dot"} />)}
      </svg>
      <p class="quiet credits">{data?.credits.join(" · ")}</p>
    </>
  );
}

function SmallTimeline({ picture }: { picture: Picture }) {
  if (!picture.published.length) return <p class="quiet">{picture.undated ? "No article carries its date." : "Nothing yet."}</p>;
  const first = dayNumber(picture.published[0]![0]), last = dayNumber(picture.published[picture.published.length - 1]![0]);
  const columns = Math.min(56, last - first + 1);
  const counts = new Array<number>(columns).fill(0);
  for (const [iso, count] of picture.published) {
    const at = last === first ? 0 : Math.min(columns - 1, Math.floor(((dayNumber(iso) - first) / (last - first + 1)) * columns));
    counts[at]! += count;
  }
  const most = Math.max(...counts);
  return (
    <>
      <svg class="small-time" viewBox="0 0 420 120" role="img" aria-label={`Articles by day of publication, from ${day(picture.published[0]![0])} to ${day(picture.published[picture.published.length - 1]![0])}`}>
        {counts.map((count, index) => <rect key={index} x={(index * 420) / columns + 1} width={Math.max(1, Math.min(48, 420 / columns - 2))} y={116 - (count / most) * 104} height={(count / most) * 104} class="bar" />)}
        <line x1="0" x2="420" y1="117" y2="117" class="axis" />
      </svg>
      <p class="quiet small-ends"><span>{day(picture.published[0]![0])}</span>{last > first && <span>{day(picture.published[picture.published.length - 1]![0])}</span>}</p>
      {picture.undated > 0 && <p class="quiet">{counted(picture.undated, "article")} without a date.</p>}
    </>
  );
}
