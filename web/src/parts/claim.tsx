import { Link } from "wouter-preact";
import type { Claim } from "../shapes";
import { day } from "../words";
import { ChainLine } from "./chain";
import { ReviewMark, StatusMark, VerificationMark } from "./marks";
import { readerHref } from "./names";

export function said(claim: Claim): string {
  return claim.content.map((span) => span.text ?? "").join(" … ");
}

export function ClaimCard({ claim }: { claim: Claim }) {
  return (
    <article class={`claim edge-${claim.status}`}>
      <p class="claim-who">
        <ChainLine voices={claim.chain} />
      </p>
      <blockquote class="claim-text" dir="auto">{said(claim)}</blockquote>
      <p class="claim-facts">
        <StatusMark status={claim.status} />
        <VerificationMark verification={claim.verification} />
        <ReviewMark review={claim.review} />
        <span class="where">
          <bdi>{claim.article.outlet || "outlet unknown"}</bdi>, {day(claim.article.published)}
        </span>
        <Link class="open" href={readerHref(claim.article.id, claim.id)}>
          in its article
        </Link>
      </p>
    </article>
  );
}
