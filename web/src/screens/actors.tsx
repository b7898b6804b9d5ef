import { useEffect, useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { useListing, useRested } from "../api";
import { useParams, useTitle } from "../parts/address";
import { Kind } from "../parts/marks";
import { Name } from "../parts/names";
import { Empty, Failed, Loading } from "../parts/state";
import type { Entity } from "../shapes";
import { counted, VOICE } from "../words";

const KINDS = ["armed_group", "government", "organization", "person", "company", "media", "place", "weapon"];

export function Actors() {
  useTitle("Actors");
  const [params, set] = useParams();
  const [typed, type] = useState(params.get("text") ?? "");
  const text = useRested(typed, 180);
  const kind = params.get("kind") ?? "";
  useEffect(() => { if (text !== (params.get("text") ?? "")) set({ text }); }, [text]);
  const listed = useListing<Entity>("actors", { text, kind }, 60);
  return (
    <div class="screen">
      <h1>Actors</h1>
      <div class="bar">
        <label class="search"><span class="hidden">Find an actor</span>
          <input type="search" placeholder="Part of any of its names" value={typed} dir="auto" onInput={(event) => type(event.currentTarget.value)} />
        </label>
        <label>Kind <select value={kind} onChange={(event) => set({ kind: event.currentTarget.value })}>
          <option value="">all</option>
          {KINDS.map((one) => <option key={one} value={one}>{VOICE[one]}</option>)}
        </select></label>
      </div>
      {listed.error && <Failed error={listed.error} />}
      {!listed.items.length && (listed.loading ? <Loading /> : <Empty title={text || kind ? "Nobody here has such a name." : "Nobody yet."}><p><Link href="/add">Add articles</Link></p></Empty>)}
      <ul class="cards">
        {listed.items.map((entity) => (
          <li key={entity.id} class="card">
            <p class="card-name"><Name name={entity.name} id={entity.id} /> <Kind kind={entity.kind} /></p>
            {entity.names.length > 1 && <p class="quiet clamp">also <bdi>{entity.names.filter((name) => name !== entity.name).slice(0, 6).join(", ")}</bdi></p>}
            <p class="quiet">{counted(entity.claims, "claim")} · {counted(entity.statements, "statement")} · {counted(entity.mentions, "mention")}</p>
          </li>
        ))}
      </ul>
      {listed.more && <button type="button" onClick={listed.load} disabled={listed.loading}>More actors</button>}
    </div>
  );
}
