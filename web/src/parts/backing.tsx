import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { address, useAsk } from "../api";
import type { Backing, Claim, Page, Time } from "../shapes";
import { counted, day } from "../words";
import { ClaimCard } from "./claim";
import { DrawnMark } from "./marks";
import { readerHref } from "./names";
import { Failed, Loading } from "./state";

const STEP = 20;

// The claims of a list of ids, opened in place, a few at a time.
export function Claims({ ids, total }: { ids: string[]; total?: number }) {
  const [shown, show] = useState(STEP);
  const { data, error, again } = useAsk<Page<Claim>>(
    ids.length ? address("claims/by-id", { id: ids.slice(0, Math.min(shown, 100)) }) : null,
  );
  if (error) return <Failed error={error} again={again} />;
  if (!data) return ids.length ? <Loading what="Opening the claims" /> : null;
  const all = total ?? ids.length;
  return (
    <div class="claims">
      {data.items.map((claim) => <ClaimCard claim={claim} key={claim.id} />)}
      {shown < ids.length && <button type="button" onClick={() => show(shown + STEP)}>More of {counted(all, "claim")}</button>}
      {shown >= ids.length && all > ids.length && <p class="quiet">{counted(all - ids.length, "further claim")} in the ledger.</p>}
    </div>
  );
}

export function weight(backing: Backing): string {
  const parts: string[] = [];
  if (backing.claims_total) parts.push(counted(backing.claims_total, "claim"));
  if (backing.own_voice.length) parts.push(`${backing.own_voice.length} in an article's own voice`);
  parts.push(counted(backing.articles_total, "article"));
  return parts.join(", ");
}

// A known day as such; anything wider in the text's own words, with EDTF where those leave the year out.
export function dated(time: Time): string {
  if (time.earliest_start && time.earliest_start === time.latest_start) {
    return time.latest_end === time.earliest_start ? day(time.earliest_start) : `from ${day(time.earliest_start)}`;
  }
  const year = time.edtf?.match(/\d{4}/)?.[0];
  return year && !time.text.includes(year) ? `${time.text} (${time.edtf})` : time.text;
}

export function when(backing: Backing): string {
  const words = [...new Set(backing.times.map(dated).filter(Boolean))];
  if (words.length) return words.slice(0, 2).join("; ") + (words.length > 2 ? "; …" : "");
  return backing.said_first ? `undated; said ${day(backing.said_first)}` : "undated";
}

// A line of a picture that opens what stands behind it, where it stands.
export function Backed({ backing, children, open = false }: { backing: Backing; children: ComponentChildren; open?: boolean }) {
  const [opened, set] = useState(open);
  const id = useId();
  return (
    <div class={`backed drawn-edge-${backing.mark}`}>
      <div class="backed-line">
        <div class="backed-what">{children}</div>
        <div class="backed-side">
          <DrawnMark mark={backing.mark} />
          <span class="quiet">{when(backing)}</span>
          <button type="button" class="disclose" aria-expanded={opened} aria-controls={id} onClick={() => set(!opened)}>
            {weight(backing)}
          </button>
        </div>
      </div>
      <div id={id} class="backed-claims" hidden={!opened}>
        {opened && (
          <>
            <p class="quiet">
              Said by <bdi>{backing.voices.slice(0, 6).join(", ")}</bdi>
              {backing.voices_total > 6 && ` and ${backing.voices_total - 6} more`}.
              {backing.denials_total > 0 && ` ${counted(backing.denials_total, "reading")} against it.`}
            </p>
            <Claims ids={backing.claims} total={backing.claims_total} />
            {backing.own_voice.slice(0, 10).map((article) => (
              <p key={article}>
                <Link href={readerHref(article)}>Said by an article in its own voice</Link>
              </p>
            ))}
          </>
        )}
      </div>
    </div>
  );
}
