/** The seven principles: gathers each one's figures from where they are kept. */
import type { PrincipleOverview } from "../../shared/contract/principle.ts";
import type { FigureQuery, FigureRow } from "../../shared/domain/figure.ts";
import type { ComparisonGap } from "../../shared/domain/principle-figure.ts";
import {
  monthsUntil,
  monthToShow,
  type PrincipleMonth,
  principleMonth,
} from "../../shared/domain/principle-month.ts";
import { addDays, localDate, startOfLocalDateMs } from "../../shared/queueing/intervals.ts";
import type { Store } from "../store/store.ts";
import type { AccessService } from "./access.ts";
import type { Clock } from "./clock.ts";
import type { CommitmentService } from "./commitment.ts";
import { timeZoneOf } from "./directory.ts";
import type { ExperienceService } from "./experience.ts";
import type { FeedbackService } from "./feedback.ts";
import type { FigureService } from "./figure.ts";
import { cardsOf } from "./principle-cards.ts";
import type { ReplyService } from "./reply.ts";

export interface PrincipleService {
  overview(siteId: string | null, month: string | null): Promise<PrincipleOverview>;
}

export interface PrincipleParts {
  readonly store: Pick<
    Store,
    | "agents"
    | "agentsBefore"
    | "backupCalls"
    | "case"
    | "commitmentsDue"
    | "contributions"
    | "directory"
    | "enteredSkills"
    | "ideas"
    | "openCommitments"
    | "problems"
  >;
  readonly clock: Clock;
  readonly access: Pick<AccessService, "actor">;
  readonly figures: FigureService;
  readonly experience: ExperienceService;
  readonly feedback: Pick<FeedbackService, "words">;
  readonly commitments: Pick<CommitmentService, "figures" | "list">;
  readonly replies: Pick<ReplyService, "figureBetween" | "figures" | "list">;
}

/** How far the trend of a card reaches back, the month itself included. */
const trendMonths = 6;
/** The month before is set beside this one where it has about as many days that are known, or at least so many. */
const mostDaysMissing = 2;
const leastDaysCompared = 3;

export type Window = Pick<FigureQuery, "fromMs" | "toMs" | "siteId">;

/** What is asked of every card. */
export interface Asked {
  readonly month: PrincipleMonth;
  /** The months of the trend, the oldest first. */
  readonly months: readonly string[];
  readonly now: Window;
  readonly before: Window;
  readonly trend: Window;
  readonly siteId: string | null;
  readonly timeZone: string;
  /** When this month is judged: now, or the end of a month that is over; and the month before. */
  readonly atMs: number;
  readonly beforeAtMs: number;
  /** The days of the month on which anybody came. */
  readonly days: readonly FigureRow[];
  /** Why figures of the floor are not set beside those of the month before; null where they are. */
  readonly floorGap: ComparisonGap | null;
}

/** Makes the service of the principles. It only reads; no figure tells of one person. */
export function createPrinciples(parts: PrincipleParts): PrincipleService {
  const { store, clock, figures } = parts;
  return {
    async overview(siteId, askedMonth) {
      const nowMs = clock.nowMs();
      const timeZone = timeZoneOf(await store.directory(), siteId);
      const today = localDate(nowMs, timeZone);
      const month = principleMonth(askedMonth ?? monthToShow(today), today);
      const months = monthsUntil(month.month, trendMonths);
      const windows = windowsOf(month, months, siteId, timeZone);
      const [days, daysBefore] = await Promise.all([
        knownDays(figures, windows.now),
        knownDays(figures, windows.before),
      ]);
      return {
        month: month.month,
        firstDate: month.fromDate,
        lastDate: month.days === 0 ? null : addDays(month.untilDate, -1),
        previousFirstDate: month.previousFromDate,
        previousLastDate: addDays(month.previousUntilDate, -1),
        isUnderWay: month.isUnderWay,
        daysKnown: days.length,
        previousDaysKnown: daysBefore.length,
        cards: await cardsOf(parts, {
          ...windows,
          month,
          months,
          siteId,
          timeZone,
          days,
          atMs: month.isUnderWay ? nowMs : windows.now.toMs,
          beforeAtMs: windows.before.toMs,
          floorGap: floorGapOf(days.length, daysBefore.length),
        }),
      };
    },
  };
}

function floorGapOf(days: number, daysBefore: number): ComparisonGap | null {
  if (daysBefore === 0) return "nothing_known";
  const isLike = days - daysBefore <= mostDaysMissing;
  return isLike || daysBefore >= leastDaysCompared ? null : "few_days";
}

function windowsOf(
  month: PrincipleMonth,
  [oldest = month.month]: readonly string[],
  siteId: string | null,
  timeZone: string,
) {
  const span = (fromDate: string, untilDate: string): Window => {
    const fromMs = startOfLocalDateMs(fromDate, timeZone);
    // On the first of a month no day is over yet: a window has to have an end after its start.
    return { fromMs, toMs: Math.max(startOfLocalDateMs(untilDate, timeZone), fromMs + 1), siteId };
  };
  return {
    now: span(month.fromDate, month.untilDate),
    before: span(month.previousFromDate, month.previousUntilDate),
    trend: span(`${oldest}-01`, month.untilDate),
  };
}

async function knownDays(figures: FigureService, window: Window): Promise<FigureRow[]> {
  const { rows } = await figures.query({
    ...window,
    by: "day",
    base: "served",
    serviceId: null,
    channel: null,
  });
  return rows.filter((row: FigureRow) => row.arrivals > 0);
}
