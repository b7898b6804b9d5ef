import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { Refusal, tell, useAsk } from "../api";
import { useTitle } from "../parts/address";
import { author } from "../parts/author";
import { Backed, Claims } from "../parts/backing";
import { Kind, StatusMark, VerificationMark } from "../parts/marks";
import { Name, RefName, readerHref } from "../parts/names";
import { Failed, Loading } from "../parts/state";
import type { Condition, Dossier, Line, Saying, Section, Stance, VoiceRecord } from "../shapes";
import { counted, day, moment, POSITION, predicate, STATUS, VERDICT } from "../words";

export function Actor({ id }: { id: string }) {
  const { data, error, again } = useAsk<Dossier>(`/api/actors/${encodeURIComponent(id)}`);
  useTitle(data?.entity.name ?? "Actor");
  if (error) return <div class="screen"><Failed error={error} again={again} /><p><Link href="/actors">All actors</Link></p></div>;
  if (!data) return <div class="screen"><Loading what="Drawing the dossier" /></div>;
  const { entity } = data;
  const others = entity.names.filter((name) => name !== entity.name);
  return (
    <div class="screen dossier">
      <p class="kicker"><Kind kind={entity.kind} /></p>
      <h1><bdi>{entity.name}</bdi></h1>
      {others.length > 0 && <p class="names">also <bdi>{others.slice(0, 30).join(" · ")}</bdi></p>}
      {entity.note && <p class="note"><bdi>{entity.note}</bdi></p>}
      <p class="quiet">
        {counted(entity.claims, "claim")}, {counted(entity.statements, "statement")}, {counted(entity.mentions, "mention")}; {data.first_seen ? `in articles from ${day(data.first_seen)} to ${day(data.last_seen)}` : "in articles without a date"}.{" "}
        <Link href={`/claims?actor=${encodeURIComponent(entity.id)}`}>In the ledger</Link> · <Link href={`/network?focus=${encodeURIComponent(entity.id)}`}>In the network</Link>
      </p>
      <Reliability id={entity.id} name={entity.name} />
      <Lines title="Affiliations" section={data.affiliations} me={entity.id} />
      <Lines title="Arms" section={data.arms} me={entity.id} />
      <Lines title="Deployments" section={data.deployments} me={entity.id} />
      <Lines title="Sites" section={data.sites} me={entity.id} />
      <Part title="Positions" total={data.positions_total}>{data.positions.map((one) => <Backed key={one.id} backing={one.backing}><StanceWords stance={one} /></Backed>)}</Part>
      <Lines title="Threats" section={data.threats} me={entity.id} note="Threats are not facts: they say what someone says will be done." />
      <Part title="Conditions" total={data.conditions_total}>{data.conditions.map((one) => <Backed key={one.id} backing={one.backing}><ConditionWords condition={one} /></Backed>)}</Part>
      <Lines title="Forecasts and calls" section={data.forecasts} me={entity.id} note="What others expect, fear or ask of it." />
      <Lines title="Events" section={data.events} me={entity.id} />
      <Sayings title="What it says" items={data.said} total={data.said_total} />
      <Sayings title="What reaches the reader through it" items={data.relayed} total={data.relayed_total} />
      <Sayings title="What is said of it" items={data.said_of} total={data.said_of_total} />
      {entity.judgements.length > 0 && (
        <section class="part"><h2>Who decided that these names are one</h2>
          <ul class="history">{entity.judgements.slice(0, 50).map((one) => <li key={one.id}><bdi>{one.by}</bdi>: {VERDICT[one.verdict] ?? one.verdict}{one.why && <> — <bdi>{one.why}</bdi></>}{one.at && <span class="quiet"> {moment(one.at)}</span>}</li>)}</ul>
        </section>
      )}
    </div>
  );
}

const GRADES: [string, string][] = [["A", "A, reliable"], ["B", "B, usually reliable"], ["C", "C, fairly reliable"], ["D", "D, not usually reliable"], ["E", "E, unreliable"], ["F", "F, cannot be judged"]];

// Set by a person or not at all; the record stands beside it and is never made into a grade.
function Reliability({ id, name }: { id: string; name: string }) {
  const at = `/api/voices/${encodeURIComponent(id)}/record`;
  const { data, again } = useAsk<VoiceRecord>(at);
  const [said, say] = useState("");
  if (!data) return null;
  const fared = data.alone + data.confirmed + data.contradicted;
  const grade = async (value: string) => {
    try {
      await tell("judgements", { subject: id, verdict: "grade", value, by: author() });
      say("Kept, with your name and the time.");
      again();
    } catch (failure) {
      say(failure instanceof Refusal ? failure.message : String(failure));
    }
  };
  return (
    <p class="reliability">
      <label>Reliability as a source, set by a person <select aria-label={`Reliability of ${name}, set by a person`} value={data.grade ?? "F"} onChange={(event) => void grade(event.currentTarget.value)}>{GRADES.map(([value, label]) => <option key={value} value={value}>{label}</option>)}</select></label>{" "}
      {fared > 0 && <span class="quiet">Of what it says, {data.confirmed} also by another origin, {data.alone} by it alone, {data.contradicted} contradicted.</span>} <span class="quiet" role="status">{said}</span>
    </p>
  );
}

const FEW = 8;

function Part({ title, total, note, children }: { title: string; total: number; note?: string; children: ComponentChildren[] }) {
  const [all, show] = useState(false);
  if (!children.length) return null;
  return (
    <section class="part">
      <h2>{title} <span class="count">{total.toLocaleString("en")}</span></h2>
      {note && <p class="quiet">{note}</p>}
      {all ? children : children.slice(0, FEW)}
      {!all && children.length > FEW && <button type="button" onClick={() => show(true)}>All {children.length.toLocaleString("en")}</button>}
      {all && total > children.length && <p class="quiet">The rest is in the ledger.</p>}
    </section>
  );
}

function Lines({ title, section, me, note }: { title: string; section: Section; me: string; note?: string }) {
  return <Part title={title} total={section.total} note={note}>{section.lines.map((line, index) => <Backed key={index} backing={line.backing}><LineWords line={line} me={me} /></Backed>)}</Part>;
}

export function LineWords({ line, me }: { line: Line; me?: string }) {
  const ends = line.subject.id === me && me !== undefined;
  return (
    <span class="statement">
      {ends ? <span class="name self"><bdi>{line.subject.name}</bdi></span> : <RefName of={line.subject} />}{" "}
      <em class="predicate">{predicate(line.predicate, line.backing.negated, line.foreseen)}</em> <RefName of={line.object} />
      {line.item && <> · <RefName of={line.item} /></>}
      {line.place && line.place.name !== line.object?.name && <> · at <RefName of={line.place} /></>}
      {line.quantities.length > 0 && <> · <span class="quantity">{line.quantities.slice(0, 3).map((one) => one.text).join("; ")}</span></>}
      {line.foreseen && <span class="quiet"> · {STATUS[line.backing.status]?.label ?? line.backing.status}: not a fact</span>}
    </span>
  );
}

export function StanceWords({ stance }: { stance: Stance }) {
  return (
    <span class="statement">
      {stance.actor ? <RefName of={stance.actor} /> : <span class="quiet">someone</span>}{" "}
      <em class="predicate">{stance.negated && "(denied) "}{POSITION[stance.position] ?? stance.position}</em> <RefName of={stance.toward} />
      {!stance.own && <span class="quiet"> · as described by others</span>}
      {stance.foreseen && <span class="quiet"> · foreseen, not taken</span>}
      {stance.texts[0] && <span class="words" dir="auto">{stance.texts[0]}</span>}
    </span>
  );
}

// The condition's own opening word where it has one ("unless", "in case"), else "if".
function opening(words: string): [string, string] {
  const found = /^(if|unless|in case|should|once|when|until|as long as|provided(?: that)?|in the event(?: that| of)?|were|had)\b/i.exec(words);
  return found ? [found[0][0]!.toUpperCase() + found[0].slice(1).toLowerCase(), words.slice(found[0].length).trim()] : ["If", words];
}

// Without the comma and the closing mark of a quotation that was opened elsewhere.
function trimmed(words: string): string {
  const shown = words.replace(/[\s,;]+$/, "");
  const odd = /["”»]$/.test(shown) && !/["“«]/.test(shown.slice(0, -1));
  return odd ? shown.slice(0, -1).replace(/[\s,;]+$/, "") : shown;
}

export function ConditionWords({ condition }: { condition: Condition }) {
  return (
    <span class="condition">
      {condition.when ? <><span class="if" dir="auto"><strong>{opening(condition.when)[0]}</strong> {opening(condition.when)[1]}</span><span class="then" dir="auto"><strong>then</strong> {trimmed(condition.then)}</span></> : <span class="then" dir="auto">{trimmed(condition.then)}</span>}
      <span class="by"><Name name={condition.by.name} id={condition.by.id} /> <StatusMark status={condition.status} /> {condition.likelihood && <span class="quiet">“{condition.likelihood}”</span>}</span>
    </span>
  );
}

function Sayings({ title, items, total }: { title: string; items: Saying[]; total: number }) {
  return <Part title={title} total={total}>{items.map((item) => <SayingLine key={item.claim} saying={item} />)}</Part>;
}

function SayingLine({ saying }: { saying: Saying }) {
  const [opened, open] = useState(false);
  return (
    <div class={`backed edge-${saying.status}`}>
      <div class="backed-line">
        <div class="backed-what">
          <span class="speaker"><Name name={saying.by.name} id={saying.by.id} /></span>
          {saying.relays.length > 0 && <span class="relay"> via <bdi>{saying.relays.join(" via ")}</bdi></span>}
          <span class="words" dir="auto">{saying.text}</span>
        </div>
        <div class="backed-side">
          <StatusMark status={saying.status} /><VerificationMark verification={saying.verification} />
          <Link class="quiet" href={readerHref(saying.article, saying.claim)}><bdi>{saying.outlet || "article"}</bdi>, {day(saying.published)}</Link>
          <button type="button" class="disclose" aria-expanded={opened} onClick={() => open(!opened)}>claim</button>
        </div>
      </div>
      {opened && <div class="backed-claims"><Claims ids={[saying.claim]} /></div>}
    </div>
  );
}
