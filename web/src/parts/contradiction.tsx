import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { Refusal, tell } from "../api";
import type { Contradiction } from "../shapes";
import { counted, inWords } from "../words";
import { author } from "./author";
import { Claims } from "./backing";
import { readerHref } from "./names";

// Two sides beside each other, each opening its claims; a person may say that they do not contradict each other.
export function Contradicting({ of, changed }: { of: Contradiction; changed?: () => void }) {
  const [opened, open] = useState(false);
  const [said, say] = useState("");
  const dismiss = async () => {
    try {
      await tell("judgements", { subject: of.id, verdict: "dismiss", by: author() });
      say("Dismissed. It stays in the log and can be taken back in review.");
      changed?.();
    } catch (failure) {
      say(failure instanceof Refusal ? failure.message : String(failure));
    }
  };
  return (
    <article class="contradiction">
      <p class="quiet"><strong>{of.kind.replaceAll("_", " ")}</strong>: <bdi>{of.why}</bdi>{of.dismissed && " (dismissed)"}</p>
      <div class="sides">
        {of.sides.map((side, index) => (
          <div class="side" key={index}>
            <p class="speaker"><bdi>{side.origins.join(", ") || (side.lines_total ? "no voice named" : "what is denied; nobody in this store says it")}</bdi></p>
            <p class="words" dir="auto">{inWords(side.says)}</p>
            {opened && <Claims ids={side.claims} />}
            {opened && side.articles.map((article) => <p key={article}><Link href={readerHref(article)}>Said by an article in its own voice</Link></p>)}
          </div>
        ))}
      </div>
      <p class="claim-facts">
        <button type="button" class="disclose" aria-expanded={opened} onClick={() => open(!opened)}>{counted(of.sides.reduce((sum, side) => sum + side.lines_total, 0), "reading")}</button>
        {changed && !of.dismissed && <button type="button" class="plain" onClick={() => void dismiss()}>not a contradiction</button>}
        <span class="quiet" role="status">{said}</span>
      </p>
    </article>
  );
}
