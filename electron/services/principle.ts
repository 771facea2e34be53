/** The seven principles: gathers each one's figures from where they are kept. */
import type { PrincipleOverview } from "../../shared/contract/principle.ts";
import type { FigureQuery, FigureRow } from "../../shared/domain/figure.ts";
import { type PrincipleMonth, principleMonth } from "../../shared/domain/principle-month.ts";
import { addDays, localDate, startOfLocalDateMs } from "../../shared/queueing/intervals.ts";
import type { Store } from "../store/store.ts";
import type { BackupService } from "./backup.ts";
import type { Clock } from "./clock.ts";
import type { CommitmentService } from "./commitment.ts";
import { timeZoneOf } from "./directory.ts";
import type { ExperienceService } from "./experience.ts";
import type { FigureService } from "./figure.ts";
import { cardsOf } from "./principle-cards.ts";
import type { ReplyService } from "./reply.ts";

export interface PrincipleService {
  overview(siteId: string | null, month: string | null): Promise<PrincipleOverview>;
}

export interface PrincipleParts {
  readonly store: Pick<Store, "directory" | "agents" | "ideas" | "problems" | "openCommitments">;
  readonly clock: Clock;
  readonly figures: FigureService;
  readonly experience: ExperienceService;
  readonly backup: Pick<BackupService, "figures">;
  readonly commitments: Pick<CommitmentService, "figures">;
  readonly replies: Pick<ReplyService, "figures">;
}

/** How far the trend of a card reaches back. */
const trendMonths = 6;
/** A month in which this many days have no arrivals more than the other one is not set beside it. */
const mostDaysMissing = 2;

/** The windows that the figures of a month are asked in. */
export interface PrincipleWindows {
  readonly now: Window;
  readonly before: Window;
  readonly trend: Window;
}
export type Window = Pick<FigureQuery, "fromMs" | "toMs" | "siteId">;

/** Makes the service of the principles. It only reads; nothing it gives tells of one person. */
export function createPrinciples(parts: PrincipleParts): PrincipleService {
  const { store, clock, figures } = parts;
  return {
    async overview(siteId, asked) {
      const nowMs = clock.nowMs();
      const zone = timeZoneOf(await store.directory(), siteId);
      const today = localDate(nowMs, zone);
      const month = principleMonth(asked ?? today.slice(0, "2026-11".length), today);
      const windows = windowsOf(month, siteId, zone);
      const [daysKnown, previousDaysKnown] = await Promise.all([
        countDays(figures, windows.now),
        countDays(figures, windows.before),
      ]);
      const isComparable = previousDaysKnown > 0 && daysKnown - previousDaysKnown <= mostDaysMissing;
      return {
        month: month.month,
        firstDate: month.fromDate,
        lastDate: month.days === 0 ? null : addDays(month.untilDate, -1),
        previousFirstDate: month.previousFromDate,
        previousLastDate: addDays(month.previousUntilDate, -1),
        isUnderWay: month.isUnderWay,
        daysKnown,
        previousDaysKnown,
        isComparable,
        cards: await cardsOf(parts, { month, windows, siteId, nowMs, isComparable }),
      };
    },
  };
}

function windowsOf(month: PrincipleMonth, siteId: string | null, zone: string): PrincipleWindows {
  const startMs = (date: string) => startOfLocalDateMs(date, zone);
  const span = (fromDate: string, untilDate: string): Window => {
    const fromMs = startMs(fromDate);
    // On the first of a month no day is over yet: a window has to have an end after its start.
    return { fromMs, toMs: Math.max(startMs(untilDate), fromMs + 1), siteId };
  };
  const trendFrom = `${addDays(month.fromDate, -31 * (trendMonths - 1)).slice(0, "2026-11".length)}-01`;
  return {
    now: span(month.fromDate, month.untilDate),
    before: span(month.previousFromDate, month.previousUntilDate),
    trend: span(trendFrom, month.untilDate),
  };
}

async function countDays(figures: FigureService, window: Window): Promise<number> {
  const { rows } = await figures.query({
    ...window,
    by: "day",
    base: "served",
    serviceId: null,
    channel: null,
  });
  return rows.filter((row: FigureRow) => row.arrivals > 0).length;
}
