import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { Refusal, tell, useAsk } from "../api";
import type { FollowUp, Page } from "../shapes";
import { day, inWords, moment } from "../words";
import { author } from "./author";
import { StatusMark } from "./marks";
import { readerHref } from "./names";
import { Failed } from "./state";

const CAME: Record<FollowUp["verdict"] | "dismiss", string> = { fulfils: "it came about", refutes: "it did not come about", dismiss: "the two have nothing to do with each other" };

// A forecast, condition or threat with what a later reading may say about it; a rule proposes, a person decides.
export function FollowUpCard({ of, changed }: { of: FollowUp; changed: () => void }) {
  const [said, say] = useState("");
  const [busy, setBusy] = useState(false);
  const act = async (what: () => Promise<unknown>, done: string) => {
    setBusy(true);
    try {
      await what();
      say(done);
      changed();
    } catch (failure) {
      say(failure instanceof Refusal ? failure.message : String(failure));
    } finally {
      setBusy(false);
    }
  };
  const decide = (verdict: "fulfils" | "refutes" | "dismiss") => act(() => tell("followups", { claim: of.claim, proposition: of.proposition, verdict, by: author() }), "Recorded; it can be taken back.");
  const takeBack = (id: string) => act(() => tell(`judgements/${encodeURIComponent(id)}/undo`, { by: author() }), "Taken back.");
  return (
    <article class="followup">
      <p><span class="speaker"><bdi>{of.origin || "no voice named"}</bdi></span> <StatusMark status={of.status} /> <Link class="open" href={readerHref(of.article, of.claim)}><bdi>{of.outlet || "an article"}</bdi>{of.published && `, ${day(of.published)}`}</Link></p>
      {of.text && <blockquote class="claim-text" dir="auto">{of.text}</blockquote>}
      <p><span class="quiet">and later it is said:</span> <span class="words" dir="auto">{inWords(of.says)}</span></p>
      {of.decision ? (
        <p class="claim-facts"><strong>{CAME[of.decision.verdict]}</strong>, says <bdi>{of.decision.by}</bdi> <span class="quiet">{moment(of.decision.at)}</span>{of.decision.why && <bdi>{of.decision.why}</bdi>}
          <button type="button" class="plain" disabled={busy} onClick={() => void takeBack(of.decision!.id)}>take back</button></p>
      ) : (
        <>
          <p class="why">Proposed by a rule, not decided: {CAME[of.verdict]}; <bdi>{inWords(of.why)}</bdi>.</p>
          <div class="followup-decide" role="group" aria-label="What came of it">
            <button type="button" disabled={busy} onClick={() => void decide("fulfils")}>It came about</button>
            <button type="button" disabled={busy} onClick={() => void decide("refutes")}>It did not</button>
            <button type="button" disabled={busy} onClick={() => void decide("dismiss")}>Nothing to do with it</button>
          </div>
        </>
      )}
      <p class="quiet" role="status">{said}</p>
    </article>
  );
}

// What may have come of a claim, or what a proposition may be the outcome of; nothing where no rule proposes anything.
export function FollowUps({ path, title }: { path: string; title: string }) {
  const { data, error, again } = useAsk<Page<FollowUp>>(path);
  if (error) return <Failed error={error} again={again} />;
  if (!data?.items.length) return null;
  return <><p class="tree-title">{title}</p>{data.items.slice(0, 20).map((one) => <FollowUpCard key={`${one.claim} ${one.proposition}`} of={one} changed={again} />)}</>;
}
