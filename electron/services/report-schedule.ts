/**
 * Reports that are made by themselves. What is due is told from when a schedule was last seen to, so
 * that a run missed while the console was closed is made up for at the next start: once, about the
 * latest period, however many were missed.
 */
import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { Cron } from "croner";
import type { ScheduleView } from "../../shared/contract/report.ts";
import type { MessageLanguage } from "../../shared/domain/backup-message.ts";
import { DeliveryError } from "../../shared/domain/delivery.ts";
import { rangeBefore, reportRange } from "../../shared/domain/report.ts";
import { reportMessage } from "../../shared/domain/report-message.ts";
import {
  cronPattern,
  type ReportRun,
  type ReportSchedule,
  type ReportScheduleDraft,
} from "../../shared/domain/report-schedule.ts";
import { Fault } from "../../shared/faults.ts";
import { localDate } from "../../shared/queueing/intervals.ts";
import type { ReportStore } from "../store/store.ts";
import type { Clock } from "./clock.ts";
import { every } from "./every.ts";
import type { Log } from "./log.ts";
import type { Channel } from "./notification.ts";
import type { PrintedReport, ReportService } from "./report.ts";

const lookMs = 20_000;
const shownRuns = 20;

export interface ReportScheduleParts {
  readonly store: ReportStore;
  readonly reports: Pick<ReportService, "pdf" | "timeZone">;
  readonly email: Channel;
  readonly clock: Clock;
  readonly log: Log;
  language(): MessageLanguage;
}

export interface ReportScheduleService {
  list(): Promise<ScheduleView[]>;
  /** @throws Fault `not_found`, or `invalid_input` for a folder that is not named in full */
  put(draft: ReportScheduleDraft): Promise<ScheduleView[]>;
  remove(id: string): Promise<ScheduleView[]>;
  /** Makes the report of the period before now, and says what became of it. */
  runNow(id: string): Promise<ReportRun>;
  start(): void;
  stop(): Promise<void>;
  /** Does once what `start` has done again and again: makes what is due. */
  look(): Promise<void>;
}

export function createReportSchedules(parts: ReportScheduleParts): ReportScheduleService {
  const { store, reports, email, clock, log } = parts;
  const ended = new AbortController();
  let stopLooking: (() => void) | undefined;
  let work: Promise<unknown> = Promise.resolve();

  /** When it is next due after an instant. */
  async function nextAfter(schedule: ReportSchedule, afterMs: number): Promise<number | null> {
    const timeZone = await reports.timeZone(schedule.siteId);
    const next = new Cron(cronPattern(schedule), { timezone: timeZone }).nextRun(new Date(afterMs));
    return next?.getTime() ?? null;
  }

  /** The last time it fell due up to now, and how many came before that; null where none did. */
  async function dueOf(schedule: ReportSchedule): Promise<{ atMs: number; skipped: number } | null> {
    const nowMs = clock.nowMs();
    let due: { atMs: number; skipped: number } | null = null;
    let next = await nextAfter(schedule, schedule.handledUntilMs);
    while (next !== null && next <= nowMs) {
      due = { atMs: next, skipped: due === null ? 0 : due.skipped + 1 };
      next = await nextAfter(schedule, next);
    }
    return due;
  }

  async function look(): Promise<void> {
    for (const schedule of await store.reportSchedules()) {
      if (!schedule.isOn || ended.signal.aborted) continue;
      const due = await dueOf(schedule);
      if (due === null) continue;
      // Marked first: a report that can't be made must not be tried every few seconds.
      await store.putReportSchedule({ ...schedule, handledUntilMs: due.atMs });
      await make(schedule, due.atMs, due.skipped);
    }
  }

  /** One at a time: each starts a browser. */
  function make(schedule: ReportSchedule, dueAtMs: number, skipped: number): Promise<ReportRun> {
    const made = work.then(() => run(schedule, dueAtMs, skipped));
    work = made.catch(() => undefined);
    return made;
  }

  async function run(schedule: ReportSchedule, dueAtMs: number, skipped: number): Promise<ReportRun> {
    const { period, siteId, target } = schedule;
    const today = localDate(dueAtMs, await reports.timeZone(siteId));
    const { firstDate } = rangeBefore(period, reportRange(period, today).firstDate);
    const begun: ReportRun = {
      id: randomUUID(),
      scheduleId: schedule.id,
      dueAtMs,
      startedAtMs: clock.nextMs(),
      endedAtMs: null,
      firstDate,
      state: "running",
      skipped,
      place: target.kind === "folder" ? target.path : target.address,
      failure: null,
    };
    await store.putReportRun(begun);
    const outcome = await attempt(begun, schedule);
    const over = { ...begun, ...outcome, endedAtMs: clock.nowMs() };
    await store.putReportRun(over);
    return over;
  }

  async function attempt(
    begun: ReportRun,
    { period, siteId, target }: ReportSchedule,
  ): Promise<Pick<ReportRun, "state" | "failure" | "place">> {
    const { place } = begun;
    try {
      const printed = await reports.pdf(
        { period, date: begun.firstDate, siteId, channel: null },
        ended.signal,
      );
      if (target.kind === "folder") {
        return { state: "done", failure: null, place: await write(target.path, printed) };
      }
      const message = reportMessage(printed.facts, parts.language());
      await email.send({ message, email: target.address, attachment: printed }, ended.signal);
      return { state: "done", failure: null, place };
    } catch (error) {
      if (error instanceof DeliveryError) {
        return { state: "failed", failure: { delivery: error.failure }, place };
      }
      const fault =
        error instanceof Fault
          ? error
          : new Fault("internal", "The report could not be made. The log has the details.", {
              logId: log.error("report", error),
            });
      return { state: "failed", failure: { fault: fault.toValue() }, place };
    }
  }

  async function viewOf(schedule: ReportSchedule): Promise<ScheduleView> {
    return {
      ...schedule,
      nextAtMs: schedule.isOn ? await nextAfter(schedule, clock.nowMs()) : null,
      runs: await store.reportRuns(schedule.id, shownRuns),
    };
  }

  async function list(): Promise<ScheduleView[]> {
    return Promise.all((await store.reportSchedules()).map(viewOf));
  }

  async function known(id: string): Promise<ReportSchedule> {
    const found = (await store.reportSchedules()).find((one) => one.id === id);
    if (found === undefined) throw new Fault("not_found", "This schedule is not there any more.", { id });
    return found;
  }

  return {
    list,
    async put(draft) {
      if (draft.target.kind === "folder" && !isAbsolute(draft.target.path)) {
        throw new Fault(
          "invalid_input",
          "Name the folder in full, from the root of the disk. Nothing was kept.",
          {
            field: "path",
          },
        );
      }
      const nowMs = clock.nowMs();
      const createdAtMs = draft.id === null ? nowMs : (await known(draft.id)).createdAtMs;
      // A changed schedule begins anew: what it would have made before now is not made up for.
      await store.putReportSchedule({
        ...draft,
        id: draft.id ?? randomUUID(),
        createdAtMs,
        handledUntilMs: nowMs,
      });
      return list();
    },
    async remove(id) {
      await store.removeReportSchedule(id);
      return list();
    },
    runNow: async (id) => make(await known(id), clock.nowMs(), 0),
    start() {
      stopLooking = every(lookMs, look, (error) => log.error("reports", error));
    },
    async stop() {
      stopLooking?.();
      ended.abort();
      await work;
    },
    look,
  };
}

/** @throws Fault `file_unreadable` where the folder is not there or can't be written */
async function write(folder: string, { fileName, bytes }: PrintedReport): Promise<string> {
  const path = join(folder, fileName);
  try {
    await writeFile(path, bytes);
    return path;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Fault("file_unreadable", `The report could not be written to ${path}: ${reason}.`, { path });
  }
}
