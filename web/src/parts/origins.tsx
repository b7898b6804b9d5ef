import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { address } from "../api";
import type { Proposition, Voiced } from "../shapes";
import { counted, day, foreseen, predicate, STATUS } from "../words";
import { FollowUps } from "./followups";
import { StatusMark, VerificationMark } from "./marks";
import { readerHref } from "./names";

// The status under which everyone who says it looks ahead; null where someone says it outright.
function aheadOf(one: Proposition): string | null {
  const said = one.lines.filter((line) => !line.denies);
  return said.length && said.every((line) => foreseen(line.status)) ? said[0]!.status : null;
}

export function propositionWords(one: Proposition): string {
  // claims worded alike, without a statement; all in quotation marks of its own, it needs no second pair
  if (!one.subject) return `“${(one.object || one.item).replace(/^["“]([^"“”]*)["”]$/, "$1")}”`;
  const ahead = aheadOf(one) !== null;
  const place = one.place && one.place !== one.object ? `at ${one.place}` : "";
  return [one.subject, predicate(one.kind === "hold" ? "controls" : one.kind === "presence" ? "present_in" : one.kind, false, ahead), one.object && one.item ? `${one.object}: ${one.item}` : one.object || one.item, place, one.time && `(${one.time})`].filter(Boolean).join(" ");
}

// One proposition with the tree of its origins: who says it, through whom, in which article.
export function OriginsOf({ proposition, open = false }: { proposition: Proposition; open?: boolean }) {
  const [opened, set] = useState(open);
  const ahead = aheadOf(proposition);
  return (
    <div class="backed">
      <div class="backed-line">
        <div class="backed-what"><bdi>{propositionWords(proposition)}</bdi>{ahead && <span class="quiet"> · {STATUS[ahead]?.label ?? ahead}: not a fact</span>} <span class="origin-count" title="independent origins, at least and at most">{proposition.words}</span></div>
        <div class="backed-side">
          <span class="quiet">credibility {proposition.credibility ?? "not to be judged"}</span>
          <button type="button" class="disclose" aria-expanded={opened} onClick={() => set(!opened)}>origins</button>
        </div>
      </div>
      {opened && (
        <div class="backed-claims">
          <p class="quiet">{proposition.rule}</p>
          {proposition.circular.length > 0 && <p class="quiet">In a circle: <bdi>{proposition.circular.join(", ")}</bdi> cites what began with itself.</p>}
          <Tree title="Said by" lines={proposition.lines.filter((line) => !line.denies)} />
          <Tree title="Denied by" lines={proposition.lines.filter((line) => line.denies)} />
          {proposition.lines_total > proposition.lines.length && <p class="quiet">{counted(proposition.lines_total - proposition.lines.length, "more reading")} not listed.</p>}
          <FollowUps path={address("followups", { proposition: proposition.id })} title="What it may be the outcome of, and what may have come of it" />
        </div>
      )}
    </div>
  );
}

const COUNTS: Record<Voiced["counts"], { label: string; sign: string }> = {
  one: { label: "counts", sign: "＋" }, upper: { label: "may count", sign: "±" }, nothing: { label: "does not count", sign: "＝" },
  denies: { label: "denies", sign: "✕" },
};

function Tree({ title, lines }: { title: string; lines: Voiced[] }) {
  if (!lines.length) return null;
  const origins = new Map<string, Voiced[]>();
  for (const line of lines) origins.set(line.origin, [...(origins.get(line.origin) ?? []), line]);
  return (
    <>
      <p class="tree-title">{title}</p>
      <ul class="tree">
        {[...origins].map(([origin, found]) => (
          <li key={origin}>
            <span class="speaker"><bdi>{found[0]!.origin_kind === "unknown" ? "no voice named" : origin}</bdi></span>{found[0]!.origin_kind === "unnamed" && <span class="quiet"> (unnamed)</span>}
            <ul class="tree">
              {found.map((line) => (
                <li key={line.statement}>
                  {line.through.length > 0 && <span class="quiet">through <bdi>{line.through.join(", ")}</bdi>, </span>}
                  <Link href={readerHref(line.article, line.claim ?? undefined)}><bdi>{line.outlet || "an article"}</bdi>{line.published && `, ${day(line.published)}`}</Link>{" "}
                  <StatusMark status={line.status} /> <VerificationMark verification={line.verification} />
                  {line.quantity && <span class="quantity"> {line.quantity.text}</span>}
                  {line.why && <span class="counts"><span aria-hidden="true">{COUNTS[line.counts].sign}</span> <strong>{COUNTS[line.counts].label}</strong>: <bdi>{line.why}</bdi></span>}
                  {line.text && <span class="words" dir="auto">{line.text}</span>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
