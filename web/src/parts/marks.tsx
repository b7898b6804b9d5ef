import { MARK, REVIEW, STATUS, VERIFICATION, VOICE } from "../words";

export function StatusMark({ status }: { status: string }) {
  const word = STATUS[status];
  return (
    <span class={`mark status-${status}`} title={word?.means}>
      <span class="sign" aria-hidden="true">{word?.sign ?? "·"}</span> {word?.label ?? status}
    </span>
  );
}

export function VerificationMark({ verification }: { verification: string }) {
  if (verification === "none") return null;
  const word = VERIFICATION[verification];
  return (
    <span class={`mark verification-${verification}`} title={word?.means}>
      <span class="sign" aria-hidden="true">{word?.sign}</span> {word?.label ?? verification}
    </span>
  );
}

export function DrawnMark({ mark }: { mark: string }) {
  const word = MARK[mark];
  return (
    <span class={`mark drawn-${mark}`} title={word?.means}>
      <span class="sign" aria-hidden="true">{word?.sign}</span> {word?.label ?? mark}
    </span>
  );
}

export function ReviewMark({ review }: { review: string | null }) {
  if (!review || review === "none") return null;
  const sign = { accept: "✓", reject: "✕", correct: "✎" }[review];
  return (
    <span class={`mark review-${review}`}>
      <span class="sign" aria-hidden="true">{sign}</span> {REVIEW[review] ?? review}
    </span>
  );
}

export function Kind({ kind }: { kind: string | null }) {
  if (!kind) return null;
  return <span class={`kind kind-${kind}`}>{VOICE[kind] ?? kind.replaceAll("_", " ")}</span>;
}
