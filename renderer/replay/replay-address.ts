/** The address of a moment of a past day: `#/replay?day=2026-02-03&at=13:27:21`. */
import { formatLocalInstant, parseMoment } from "../../shared/queueing/intervals.ts";

export interface ReplayAddress {
  /** Local date. */
  readonly day: string;
  /** Null: wherever the day begins. */
  readonly atMs: number | null;
}

const localDateLength = "2026-02-03".length;
const localTimeLength = "2026-02-03T13:27:21".length;

/** Reads the address; undefined where it names no day. */
export function readReplayAddress(parameters: URLSearchParams, timeZone: string): ReplayAddress | undefined {
  const day = parameters.get("day") ?? "";
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || momentOf(day, timeZone) === null) return undefined;
  const at = parameters.get("at");
  return { day, atMs: at === null ? null : momentOf(`${day}T${at}`, timeZone) };
}

/** The address of an instant, to the second. In the hour that a clock goes through twice its offset is said. */
export function replayAddress(atMs: number, timeZone: string): string {
  const local = formatLocalInstant(Math.floor(atMs / 1_000) * 1_000, timeZone);
  const isTwice = momentOf(local.slice(0, localTimeLength), timeZone) !== Math.floor(atMs / 1_000) * 1_000;
  const at = local.slice(localDateLength + 1, isTwice ? undefined : localTimeLength);
  return `/replay?day=${local.slice(0, localDateLength)}&at=${encodeURIComponent(at).replaceAll("%3A", ":")}`;
}

function momentOf(text: string, timeZone: string): number | null {
  try {
    return parseMoment(text, timeZone);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
