/**
 * From the rows of a ZMS queue to events: what changed between the case as the log has it and the row
 * as it is now. ZMS says when people came and were called; of all else only the poll knows when it
 * was first seen, so those times are as exact as the polls are close.
 */
import { type Case, isSuspended } from "../../../shared/domain/case.ts";
import type { CaseStory } from "../case-story.ts";
import type { ZmsRow, ZmsStatus } from "./queue.ts";

export interface RowContext {
  readonly siteId: string;
  readonly serviceId: string;
  /** What their clock shows now, ms since 1970 UTC. */
  readonly atMs: number;
  /** When they were asked before, by their clock; null where that is too long ago to tell anything. */
  readonly beforeMs: number | null;
  /** An instant as RFC 3339. */
  write(atMs: number): string;
}

type Standing = "none" | "waiting" | "called" | "serving" | "held" | "no_show" | "done" | "gone";

/** `pending` and `pickup`: served, and to come back for papers, which is no queue. */
const standings: Record<ZmsStatus, Standing> = {
  confirmed: "waiting",
  queued: "waiting",
  called: "called",
  processing: "serving",
  parked: "held",
  missed: "no_show",
  pending: "done",
  pickup: "done",
  finished: "done",
  deleted: "gone",
  blocked: "gone",
  reserved: "none",
  preconfirmed: "none",
  fake: "none",
};

/** When a person joined the queue, ms since 1970 UTC: appointments at their time, or when called sooner. */
export function arrivalMs(row: ZmsRow, atMs: number): number {
  if (row.arrivalTime === 0) return atMs - row.waitingSeconds * 1_000;
  const cameMs = row.arrivalTime * 1_000;
  return row.withAppointment ? Math.min(cameMs, firstCallMs(row) ?? atMs) : cameMs;
}

/** Tells a case what its row says. A row that says nothing new tells nothing. */
export function tellRow(story: CaseStory, row: ZmsRow, context: RowContext): void {
  const standing = standingOf(row, context.atMs);
  if (standing === "none") return;
  // Somebody who was gone before they were first seen leaves no trace.
  if (story.record() === undefined && standing === "gone") return;
  tellArrival(story, row, context);
  tellPriority(story, row, context);
  switch (standing) {
    case "waiting":
      tellWaiting(story, context.atMs);
      break;
    case "called":
      tellCall(story, row, context);
      break;
    case "serving":
      tellService(story, row, context);
      break;
    case "held":
      if (stateOf(story) !== "on_hold") tellNow(story, "case.held", context.atMs);
      break;
    case "no_show":
      if (stateOf(story) === "no_show") return;
      tellCall(story, row, context);
      tellNow(story, "case.no_show", endMs(story, context));
      break;
    case "done":
      if (isOver(story)) return;
      tellCall(story, row, context);
      tellNow(story, "case.completed", endMs(story, context));
      break;
    case "gone":
      if (!isOver(story)) tellNow(story, "case.cancelled", endMs(story, context));
      break;
  }
}

/**
 * Tells a case whose row is no longer there. Whoever was being served was served, for finished rows
 * leave the list; so was whoever had been called, where somebody looked a moment ago.
 */
export function tellVanished(story: CaseStory, context: RowContext): void {
  const record = story.record();
  if (record === undefined || isOver(story)) return;
  const atMs = endMs(story, context);
  const wasServed = record.state === "serving" || (record.state === "called" && context.beforeMs !== null);
  if (wasServed) tellNow(story, "case.completed", atMs);
  else story.tell("case.cancelled", idOf(story, "cancelled"), atMs, { reason: "vanished" });
}

/**
 * When a case ended of which only now is seen that it did. Where nobody looked for a while it is its
 * last known moment, so that no time is measured that nobody saw.
 */
function endMs(story: CaseStory, { atMs, beforeMs }: RowContext): number {
  return beforeMs === null ? (story.own().at(-1)?.atMs ?? atMs) : atMs;
}

/** An appointment counts as waiting from its time on, as it does in ZMS, unless they were called sooner. */
function standingOf(row: ZmsRow, atMs: number): Standing {
  const isAhead = row.status === "confirmed" && row.arrivalTime * 1_000 > atMs;
  return isAhead ? "none" : standings[row.status];
}

function tellArrival(story: CaseStory, row: ZmsRow, context: RowContext): void {
  if (story.record() !== undefined) return;
  const { siteId, serviceId, atMs, write } = context;
  story.tell("case.arrived", `${story.subject}/arrived`, arrivalMs(row, atMs), {
    site: siteId,
    service: serviceId,
    channel: "counter",
    ticket: row.displayNumber ?? row.number,
    priority: priorityOf(row),
    ...(row.withAppointment && row.arrivalTime > 0 ? { appointmentAt: write(row.arrivalTime * 1_000) } : {}),
  });
}

function tellPriority(story: CaseStory, row: ZmsRow, { atMs }: RowContext): void {
  const said = story.own().findLast(({ type }) => type === "case.arrived" || type === "case.prioritised");
  const before = said?.type === "case.arrived" || said?.type === "case.prioritised" ? said.data.priority : 0;
  const priority = priorityOf(row);
  if (isOver(story) || priority === (before ?? 0)) return;
  story.tell("case.prioritised", idOf(story, "priority"), atMs, { priority });
}

/** A queued row does not end a suspension that a person in the console began. */
function tellWaiting(story: CaseStory, atMs: number): void {
  const said = story.own().findLast(({ type }) => type === "case.held" || type === "case.resumed");
  const record = story.record();
  if (record !== undefined && isSuspended(record) && said?.type !== "case.held") return;
  if (stateOf(story) === "on_hold") tellNow(story, "case.resumed", atMs);
  const state = stateOf(story);
  if (state === "waiting" || state === "done" || state === "abandoned") return;
  story.tell("case.queued", idOf(story, "queued"), atMs, {});
}

function tellCall(story: CaseStory, row: ZmsRow, { atMs }: RowContext): void {
  if (stateOf(story) === "on_hold") tellNow(story, "case.resumed", atMs);
  const callMs = firstCallMs(row);
  if (callMs === null) {
    if (stateOf(story) === "waiting" && row.status === "called") tellNow(story, "case.called", atMs);
    return;
  }
  const type = stateOf(story) === "called" ? "case.recalled" : "case.called";
  story.tell(type, `${story.subject}/called/${callMs / 1_000}`, callMs, {});
}

function tellService(story: CaseStory, row: ZmsRow, context: RowContext): void {
  if (stateOf(story) === "serving") return;
  if (stateOf(story) === "on_hold") {
    tellNow(story, "case.resumed", context.atMs);
    if (stateOf(story) === "serving") return;
  }
  tellCall(story, row, context);
  tellNow(story, "case.started", startMs(row, context));
}

/** They tell how long the way to the counter took; that counts as far as it agrees with the polls. */
function startMs(row: ZmsRow, { atMs, beforeMs }: RowContext): number {
  const callMs = firstCallMs(row);
  if (callMs === null) return atMs;
  if (row.waySeconds === 0) return beforeMs === null ? callMs : atMs;
  return Math.min(atMs, Math.max(callMs, beforeMs ?? 0, callMs + row.waySeconds * 1_000));
}

/** The call that the row tells of, in ms since 1970 UTC; null where it tells of none. */
function firstCallMs({ callTime, lastCallTime }: ZmsRow): number | null {
  const seconds = callTime > 0 ? callTime : lastCallTime;
  return seconds > 0 ? seconds * 1_000 : null;
}

type Plain =
  | "case.called"
  | "case.started"
  | "case.held"
  | "case.resumed"
  | "case.completed"
  | "case.no_show"
  | "case.cancelled";

function tellNow(story: CaseStory, type: Plain, atMs: number): void {
  story.tell(type, idOf(story, type.slice("case.".length)), atMs, {});
}

/** Counts what was told of the case: the same change of the same case has the same id. */
function idOf(story: CaseStory, word: string): string {
  return `${story.subject}/${word}/${story.own().length}`;
}

function stateOf(story: CaseStory): Case["state"] | undefined {
  return story.record()?.state;
}

function isOver(story: CaseStory): boolean {
  const state = stateOf(story);
  return state === "done" || state === "cancelled" || state === "abandoned" || state === "no_show";
}

/** ZMS: 1 is called first; 2 and 3 are usual with and without appointment, unless somebody set them. */
function priorityOf({ priority, withAppointment }: ZmsRow): number {
  if (priority === 1) return 2;
  return priority === 2 && !withAppointment ? 1 : 0;
}
