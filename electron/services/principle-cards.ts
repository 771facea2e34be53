/** The cards of the seven principles, each from the figures of its own. */
import type { FigureGrouping, FigureRow } from "../../shared/domain/figure.ts";
import { serviceCover } from "../../shared/domain/principle-cover.ts";
import { type PrincipleCard, principleFigure } from "../../shared/domain/principle-figure.ts";
import { ideaCounts, unansweredIdeas } from "../../shared/domain/principle-ideas.ts";
import type { PrincipleMonth } from "../../shared/domain/principle-month.ts";
import {
  empathyStep,
  everySecondStep,
  honestyStep,
  ideasStep,
  knowledgeStep,
  oneTeamStep,
  ownWordsStep,
} from "../../shared/domain/principle-next-step.ts";
import type { PrincipleParts, PrincipleWindows, Window } from "./principle.ts";

export interface Asked {
  readonly month: PrincipleMonth;
  readonly windows: PrincipleWindows;
  readonly siteId: string | null;
  readonly nowMs: number;
  readonly isComparable: boolean;
}

/** All seven, in the house's order. */
export function cardsOf(parts: PrincipleParts, asked: Asked): Promise<PrincipleCard[]> {
  return Promise.all([
    oneTeam(parts, asked),
    knowledge(parts, asked),
    ideas(parts, asked),
    everySecond(parts, asked),
    honesty(parts, asked),
    empathy(parts, asked),
    ownWords(parts, asked),
  ]);
}

async function oneTeam({ store, backup }: PrincipleParts, { siteId }: Asked): Promise<PrincipleCard> {
  const agents = (await store.agents()).map(({ agent }) => agent);
  const here = agents.filter((agent) => siteId === null || agent.siteId === siteId);
  const cover = serviceCover(here);
  const calls = (await backup.figures(siteId)).find(({ serviceId }) => serviceId === null);
  const known = cover.length > 0;
  const covered = cover.filter(({ people }) => people >= 2).length;
  return {
    principle: "one_team",
    figures: [
      principleFigure(
        "covered_services",
        "share",
        known ? covered / cover.length : null,
        "/coaching/skills",
        {
          n: cover.length,
        },
      ),
      principleFigure(
        "single_person_services",
        "count",
        known ? cover.filter(({ people }) => people <= 1).length : null,
        "/coaching/skills",
      ),
      principleFigure("backup_accepted", "share", calls?.acceptedShare ?? null, "/backup", {
        n: calls?.calls ?? 0,
      }),
    ],
    trend: [],
    nextStep: oneTeamStep(cover),
  };
}

async function knowledge(parts: PrincipleParts, asked: Asked): Promise<PrincipleCard> {
  const [now, before, months, services] = await houseRows(parts, asked);
  const share = (row: FigureRow | undefined) =>
    row === undefined || row.transfersIn + row.arrivals === 0
      ? null
      : row.transfersIn / (row.transfersIn + row.arrivals);
  const address = trendsAddress(asked, "arrivals");
  return {
    principle: "service_knowledge",
    figures: [
      principleFigure("transfers", "share", share(now), address, {
        n: now === undefined ? 0 : now.transfersIn + now.arrivals,
        previous: asked.isComparable ? share(before) : null,
      }),
    ],
    trend: months.flatMap((row) => point(row.key, share(row))),
    nextStep: knowledgeStep(
      services.map((row) => ({ ...row, serviceId: row.key })),
      address,
    ),
  };
}

async function ideas(
  { store }: PrincipleParts,
  { month, windows, siteId, nowMs, isComparable }: Asked,
): Promise<PrincipleCard> {
  const all = (await store.ideas()).filter(
    (idea) => siteId === null || idea.siteId === siteId || idea.siteId === null,
  );
  const now = ideaCounts(all, windows.now.fromMs, month.isUnderWay ? nowMs : windows.now.toMs);
  const before = ideaCounts(all, windows.before.fromMs, windows.before.toMs);
  const address = "/principles/ideas";
  const none = all.length === 0;
  return {
    principle: "sharing_ideas",
    figures: [
      principleFigure("ideas_proposed", "count", none ? null : now.proposed, address, {
        previous: none || !isComparable ? null : before.proposed,
      }),
      principleFigure("ideas_tried", "count", none ? null : now.tried, address, {
        previous: none || !isComparable ? null : before.tried,
      }),
      principleFigure("ideas_settled", "count", none ? null : now.settled, address, {
        previous: none || !isComparable ? null : before.settled,
      }),
      principleFigure("first_answer", "days", now.firstAnswerDays, address, {
        n: now.answered,
        previous: isComparable ? before.firstAnswerDays : null,
      }),
    ],
    trend: [],
    nextStep: ideasStep(unansweredIdeas(all), all.length),
  };
}

async function everySecond(parts: PrincipleParts, asked: Asked): Promise<PrincipleCard> {
  const [now, before, months, services] = await houseRows(parts, asked);
  const beside = (read: (row: FigureRow) => number | null) =>
    asked.isComparable && before !== undefined ? read(before) : null;
  const abandonment = (row: FigureRow) => {
    const offered = row.served + row.abandoned + row.noShows;
    return offered === 0 ? null : row.abandoned / offered;
  };
  return {
    principle: "every_second",
    figures: [
      principleFigure("wait_median", "seconds", now?.waitP50Seconds ?? null, trendsAddress(asked, "waits"), {
        n: now?.waitCount ?? 0,
        previous: beside((row) => row.waitP50Seconds),
      }),
      principleFigure("wait_p90", "seconds", now?.waitP90Seconds ?? null, trendsAddress(asked, "waits"), {
        n: now?.waitCount ?? 0,
        previous: beside((row) => row.waitP90Seconds),
      }),
      principleFigure("service_level", "share", now?.serviceLevel ?? null, trendsAddress(asked, "level"), {
        n: now?.targetBase ?? 0,
        previous: beside((row) => row.serviceLevel),
      }),
      principleFigure(
        "abandonment",
        "share",
        now === undefined ? null : abandonment(now),
        trendsAddress(asked, "abandonment"),
        { n: now?.arrivals ?? 0, previous: beside(abandonment) },
      ),
    ],
    trend: months.flatMap((row) => point(row.key, row.waitP50Seconds)),
    nextStep: everySecondStep(
      services.map((row) => ({ ...row, serviceId: row.key })),
      (serviceId) => `${trendsAddress(asked, "level")}&service=${encodeURIComponent(serviceId)}`,
    ),
  };
}

async function honesty(
  { store, commitments }: PrincipleParts,
  { month, siteId, nowMs }: Asked,
): Promise<PrincipleCard> {
  const { byMonth } = await commitments.figures(siteId);
  const open = (await store.openCommitments()).filter((one) => siteId === null || one.siteId === siteId);
  const problems = (await store.problems()).filter((one) => one.state !== "solved");
  const row = byMonth.find(({ key }) => key === month.month);
  const previousMonth = month.previousFromDate.slice(0, "2026-11".length);
  const overdue = open.filter(({ dueAtMs }) => dueAtMs < nowMs).length;
  const isKnown = byMonth.length > 0 || open.length > 0;
  const address = "/principles/commitments";
  return {
    principle: "honesty",
    figures: [
      principleFigure("commitments_in_time", "share", row?.keptInTimeShare ?? null, address, {
        n: row?.count ?? null,
        // Only a month that is over is set beside a whole one.
        previous: month.isUnderWay
          ? null
          : (byMonth.find(({ key }) => key === previousMonth)?.keptInTimeShare ?? null),
      }),
      principleFigure("commitments_overdue", "count", isKnown ? overdue : null, address),
      principleFigure("problems_open", "count", problems.length, "/principles/problems"),
    ],
    trend: byMonth.flatMap(({ key, keptInTimeShare }) => point(key, keptInTimeShare)),
    nextStep: honestyStep(overdue, isKnown ? 1 : 0),
  };
}

async function empathy({ experience }: PrincipleParts, asked: Asked): Promise<PrincipleCard> {
  const ask = async (window: Window, by: "total" | "month") =>
    (await experience.query({ ...window, by, serviceId: null, channel: null })).rows;
  const [[now], [before], months] = await Promise.all([
    ask(asked.windows.now, "total"),
    ask(asked.windows.before, "total"),
    ask(asked.windows.trend, "month"),
  ]);
  const n = now?.answerCount ?? null;
  const address = "/principles/feedback";
  const previous = asked.isComparable ? before : undefined;
  return {
    principle: "empathy",
    figures: [
      principleFigure("experience", "score", now?.experience ?? null, address, {
        n,
        previous: previous?.experience ?? null,
      }),
      principleFigure("treated", "score", now?.treatedScore ?? null, address, {
        n,
        previous: previous?.treatedScore ?? null,
      }),
      principleFigure("solved", "share", now?.solvedShare ?? null, address, {
        n,
        previous: previous?.solvedShare ?? null,
      }),
    ],
    trend: months.flatMap((row) => point(row.key, row.experience)),
    nextStep: empathyStep(n),
  };
}

async function ownWords({ replies }: PrincipleParts, { month }: Asked): Promise<PrincipleCard> {
  const { months } = await replies.figures(null);
  const row = months.find((one) => one.month === month.month);
  const previousMonth = month.previousFromDate.slice(0, "2026-11".length);
  const before = month.isUnderWay ? undefined : months.find((one) => one.month === previousMonth);
  const n = row?.replyCount ?? null;
  const address = "/coaching/replies";
  return {
    principle: "no_canned_answers",
    figures: [
      principleFigure("personal_share", "share", row?.medianPersonalShare ?? null, address, {
        n,
        previous: before?.medianPersonalShare ?? null,
      }),
      principleFigure("concrete_share", "share", row?.concreteShare ?? null, address, {
        n,
        previous: before?.concreteShare ?? null,
      }),
    ],
    trend: months.flatMap((one) => point(one.month ?? "", one.medianPersonalShare)),
    nextStep: ownWordsStep(row?.medianPersonalShare ?? null),
  };
}

/** The house in the month, in the one before, month by month, and by service. */
async function houseRows({ figures }: PrincipleParts, { windows }: Asked) {
  const ask = async (window: Window, by: FigureGrouping) =>
    (await figures.query({ ...window, by, base: "served", serviceId: null, channel: null })).rows;
  const [[now], [before], months, services] = await Promise.all([
    ask(windows.now, "total"),
    ask(windows.before, "total"),
    ask(windows.trend, "month"),
    ask(windows.now, "service"),
  ]);
  return [now, before, months, services] as const;
}

function point(month: string, value: number | null): { month: string; value: number }[] {
  return value === null ? [] : [{ month: month.slice(0, "2026-11".length), value }];
}

/** The chart of the same days. */
function trendsAddress({ month, siteId }: Asked, chart: string): string {
  const parameters = new URLSearchParams({
    period: "month",
    date: month.fromDate,
    site: siteId ?? "",
    chart,
  });
  return `/trends?${parameters}`;
}
