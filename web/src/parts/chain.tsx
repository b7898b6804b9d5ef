import type { Voice } from "../shapes";
import { Kind } from "./marks";
import { Name } from "./names";

const ACCESS: Record<string, string> = {
  direct: "close to what it says", indirect: "at second hand",
};

// The chain of voices as a chain: the innermost speaker first, the outlet last, then the reader.
export function Chain({ voices }: { voices: Voice[] }) {
  return (
    <ol class="chain" aria-label="Chain of voices, from the speaker to you">
      {voices.map((voice, index) => (
        <li class={`link kind-edge-${voice.kind}`} key={index}>
          <span class="link-name">
            <Name name={voice.name} id={voice.entity} />
          </span>
          <span class="link-facts">
            <Kind kind={voice.kind} />
            {voice.role && <span class="role"><bdi>{voice.role}</bdi></span>}
            {voice.affiliation && <span class="role"><bdi>{voice.affiliation}</bdi></span>}
            {voice.number && <span class="role">number given: <bdi>{voice.number}</bdi></span>}
            {ACCESS[voice.access] && <span class="role">{ACCESS[voice.access]}</span>}
            {voice.said_as && voice.said_as !== voice.name && (
              <span class="role">written “<bdi>{voice.said_as}</bdi>”</span>
            )}
          </span>
          <span class="link-verb" aria-hidden="true">{index + 1 < voices.length ? "as told to, or by" : "as read by"}</span>
        </li>
      ))}
      <li class="link link-you"><span class="link-name">you</span></li>
    </ol>
  );
}

// The same in one line, for rows of a list.
export function ChainLine({ voices }: { voices: Voice[] }) {
  return (
    <span class="chain-line">
      {voices.map((voice, index) => (
        <span key={index} class={index === 0 ? "speaker" : "relay"}>
          {index > 0 && <span class="via"> via </span>}
          <Name name={voice.name} id={voice.entity} />
        </span>
      ))}
    </span>
  );
}
