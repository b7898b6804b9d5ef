// Words and signs for the vocabularies. Colour never stands alone: every status has a sign and its name beside it.

export interface Word { label: string; sign: string; means: string }

export const STATUS: Record<string, Word> = {
  asserted: { label: "asserted", sign: "●", means: "said outright" },
  hedged: { label: "hedged", sign: "◐", means: "held at arm's length: may, reportedly, allegedly" },
  denied: { label: "denied", sign: "✕", means: "the speaker says it is not so" },
  doubted: { label: "doubted", sign: "?", means: "the speaker doubts it" },
  predicted: { label: "predicted", sign: "↗", means: "a forecast, not a fact" },
  conditional: { label: "conditional", sign: "⎇", means: "if this, then that" },
  threatened: { label: "threatened", sign: "▲", means: "a threat, not a fact" },
  called_for: { label: "called for", sign: "!", means: "asked for, not done" },
  declined: { label: "declined", sign: "–", means: "no comment" },
};

export const VERIFICATION: Record<string, Word> = {
  unverified: { label: "unverified", sign: "◌", means: "the article says it could not verify this" },
  confirmed: { label: "confirmed", sign: "✓", means: "the article says someone confirmed this" },
  denied_by_other: { label: "denied by another", sign: "⇄", means: "the article quotes someone denying this" },
  none: { label: "no note", sign: "", means: "the article says nothing about checking this" },
};

export const DISTANCE: Record<string, string> = { neutral: "neutral", distancing: "keeps a distance", endorsing: "endorses it" };

export const MARK: Record<string, Word> = {
  said: { label: "said", sign: "●", means: "someone says so; nobody in the store denies it" },
  unverified: { label: "unverified", sign: "◌", means: "everyone who says so holds it at arm's length, or it could not be checked" },
  disputed: { label: "disputed", sign: "◑", means: "some say so, others deny or doubt it" },
  denied: { label: "denied", sign: "✕", means: "every voice on it denies or doubts it" },
};

export const VOICE: Record<string, string> = {
  person: "person", organization: "organization", government: "government", armed_group: "armed group",
  company: "company", media: "media", document: "document", eyewitness: "eyewitness", anonymous: "unnamed",
  place: "place", weapon: "weapon",
};

export const POSITION: Record<string, string> = {
  join: "joins", support: "supports", agree: "agrees", neutral: "stays neutral", silent: "stays silent",
  absent: "absent", deescalate: "urges calm", call: "calls for", condemn: "condemns", reject: "rejects",
  deny: "denies", doubt: "doubts", threaten: "threatens", declined: "no comment",
};

export const EDGE: Record<string, string> = {
  affiliation: "affiliation", arms: "arms", presence: "presence", position: "position", event: "event",
  threat: "threat", forecast: "forecast", call: "call",
};

export const DEPLOYMENT: Record<string, string> = {
  control: "said to hold", presence: "said to be at", movement: "said to have moved to", use: "said to serve for",
  event: "said to have happened at",
};

export const REVIEW: Record<string, string> = {
  accept: "accepted", reject: "rejected", correct: "corrected", none: "not reviewed",
};

export const VERDICT: Record<string, string> = {
  accept: "accepted", reject: "rejected", correct: "corrected", same: "same as", not_same: "not the same as",
  unsure: "unsure", grade: "graded", undo: "took back", dismiss: "dismissed", fulfils: "fulfils", refutes: "refutes",
};

// As said, and as foreseen; worded so that one actor and several fit alike, and as in the files the server writes.
const PREDICATE: Record<string, [string, string]> = {
  part_of: ["part of", "to be part of"], loyal_to: ["loyal to", "to be loyal to"], backed_by: ["backed by", "to be backed by"],
  allied_with: ["allied with", "to ally with"], leads: ["leader of", "to lead"], role_in: ["with a role in", "to have a role in"],
  controls: ["in control of", "to take control of"], present_in: ["present in", "to be present in"], moved_to: ["moved to", "to move to"],
  used_for: ["used for", "to be used for"], supplies: ["supplied", "to supply"], possesses: ["in possession of", "to possess"],
  manufactures: ["maker of", "to make"], founded: ["founded", "to be founded"],
  AGREE: ["agreed with", "to agree with"], CONSULT: ["met or talked with", "to meet or talk with"], SUPPORT: ["supported", "to support"],
  CONCEDE: ["gave in to", "to give in to"], COOPERATE: ["worked with", "to work with"], AID: ["aided", "to aid"],
  RETREAT: ["retreated or halted", "to retreat or halt"], REQUEST: ["called for or on", "to call for or on"],
  ACCUSE: ["accused or condemned", "to accuse or condemn"], REJECT: ["rejected", "to reject"], THREATEN: ["threatened", "to threaten"],
  PROTEST: ["protested against", "to protest against"], SANCTION: ["sanctioned", "to sanction"], MOBILIZE: ["mobilized", "to mobilize"],
  COERCE: ["coerced", "to coerce"], ASSAULT: ["attacked", "to attack"], SEIZE: ["seized", "to seize"],
};
const FORESEEN = new Set(["predicted", "conditional", "threatened", "called_for"]);

export const foreseen = (status: string): boolean => FORESEEN.has(status);

export function predicate(word: string, negated = false, ahead = false): string {
  const shown = PREDICATE[word]?.[ahead && word !== "THREATEN" ? 1 : 0] ?? spaced(word);
  return negated ? `(denied) ${shown}` : shown;
}

// A sentence that a rule made, with the vocabulary's own words put plainly.
export function inWords(sentence: string): string {
  return sentence.replace(/\b(?:[A-Z]{3,}|[a-z]+_[a-z]+)\b/g, (word) => PREDICATE[word]?.[0] ?? word);
}

// What read a claim, without the versions of its parts.
export function reader(extractor: string): string {
  return extractor.split("+")[0] || extractor;
}

export function spaced(word: string): string {
  return word === word.toUpperCase() ? word.toLowerCase() : word.replaceAll("_", " ");
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

export function day(iso: string | null | undefined): string {
  if (!iso) return "undated";
  const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? iso : DAY.format(date);
}

export function moment(iso: string | null): string {
  if (!iso) return "";
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : date.toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
}

// What a correction says: its fields in the vocabulary's words, or the words it holds.
export function correction(value: string): string {
  let found: unknown;
  try {
    found = JSON.parse(value);
  } catch {
    return value;
  }
  if (typeof found !== "object" || found === null || Array.isArray(found)) return value;
  const words: Record<string, (one: string) => string | undefined> = {
    status: (one) => STATUS[one]?.label, verification: (one) => VERIFICATION[one]?.label, distance: (one) => DISTANCE[one],
  };
  return Object.entries(found).map(([key, one]) => `${spaced(key)}: ${words[key]?.(String(one)) ?? String(one)}`).join("; ");
}
