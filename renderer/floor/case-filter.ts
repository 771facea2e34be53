/** Which cases of a long queue are shown. */
import type { CaseState } from "../../shared/domain/case.ts";
import type { Channel } from "../../shared/domain/channel.ts";
import type { FloorCase } from "../../shared/domain/floor.ts";
import { fits } from "./fits.ts";

export interface CaseFilter {
  /** Part of a ticket or of a flag. */
  readonly text: string;
  /** Null: from any channel. */
  readonly channel: Channel | null;
  /** Null: in any state. */
  readonly state: CaseState | null;
}

/** Shows every case. */
export const noCaseFilter: CaseFilter = { text: "", channel: null, state: null };

export function fitsCase(row: FloorCase, { text, channel, state }: CaseFilter): boolean {
  if (channel !== null && row.channel !== channel) return false;
  if (state !== null && row.state !== state) return false;
  return text.trim() === "" || fits(text, [row.ticket ?? row.id, ...row.flags].join(" "));
}

/** The filter with a part changed; `noCaseFilter` itself where nothing is left of it. */
export function changeCaseFilter(filter: CaseFilter, part: Partial<CaseFilter>): CaseFilter {
  const next = { ...filter, ...part };
  return next.text === "" && next.channel === null && next.state === null ? noCaseFilter : next;
}
