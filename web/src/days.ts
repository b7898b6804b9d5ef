// Days as numbers, and how a time with open bounds stands to a day. Mirrors the map's own rule on the server.
import type { Backing, Time } from "./shapes";

export const DAY = 86_400_000;

export function dayNumber(iso: string): number {
  return Math.round(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / DAY);
}

export function isoOf(number: number): string {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

export type Timing = "within" | "possible" | "undated";

function timingOf(time: Time, at: string): Timing | null {
  if (time.earliest_start && at < time.earliest_start) return null;
  if (time.latest_end && at > time.latest_end) return null;
  const begun = time.latest_start !== null && time.latest_start <= at;
  const lasting = time.earliest_end !== null && at <= time.earliest_end;
  return begun && lasting ? "within" : "possible";
}

const bounded = (time: Time) => time.earliest_start || time.latest_start || time.earliest_end || time.latest_end;

// The best timing any of the times gives; without times, the day of publication is all that is known.
export function timing(backing: Backing, at: string): Timing | null {
  const times = backing.times.filter(bounded);
  const found = times.map((time) => timingOf(time, at));
  if (found.includes("within")) return "within";
  if (found.includes("possible")) return "possible";
  if (times.length && backing.statements_total <= times.length) return null;
  return !backing.said_first || backing.said_first <= at ? (times.length ? null : "undated") : null;
}
