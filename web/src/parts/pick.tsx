import { useId, useState } from "preact/hooks";
import { address, useAsk, useRested } from "../api";
import type { Entity, Page } from "../shapes";
import { counted } from "../words";

interface Picking { label: string; kind?: string; without?: string; pick: (found: Entity) => void }

// Find an actor or a place by part of its name; the suggestions are buttons, so keys reach them all.
export function Pick({ label, kind, without, pick }: Picking) {
  const [typed, type] = useState("");
  const text = useRested(typed.trim(), 180);
  const id = useId();
  const { data } = useAsk<Page<Entity>>(text.length > 1 ? address("actors", { text, kind, limit: 12 }) : null);
  const found = (text.length > 1 && data ? data.items : []).filter((one) => one.kind !== without).slice(0, 8);
  return (
    <div class="pick">
      <label for={id} class="hidden">{label}</label>
      <input id={id} type="search" placeholder="Part of a name" value={typed} dir="auto" autocomplete="off" onInput={(event) => type(event.currentTarget.value)} />
      {text.length > 1 && data && (
        <ul>
          {found.map((one) => (
            <li key={one.id}>
              <button type="button" class="facet-value" onClick={() => { type(""); pick(one); }}>
                <span class="facet-name"><bdi>{one.name}</bdi></span><span class="facet-count">{counted(one.claims, "claim")}</span>
              </button>
            </li>
          ))}
          {!found.length && <li class="quiet">nobody of that name</li>}
        </ul>
      )}
    </div>
  );
}
