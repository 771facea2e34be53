/** The cards of the principles that the floor itself tells of: hand-offs and waits. */
import type { FigureGrouping, FigureRow } from "../../shared/domain/figure.ts";
import {
  type Measured,
  measured,
  type PrincipleCard,
  type PrincipleFigure,
  type PrincipleFigureId,
  principleFigure,
  unmeasured,
} from "../../shared/domain/principle-figure.ts";
import { connectFeedStep, everySecondStep, knowledgeStep } from "../../shared/domain/principle-next-step.ts";
import type { Asked, PrincipleParts, Window } from "./principle.ts";
import { dayEvidence, transferEvidence } from "./principle-evidence.ts";
import { trendPoint } from "./principle-trend.ts";

interface Read {
  readonly id: PrincipleFigureId;
  readonly unit: PrincipleFigure["unit"];
  readonly chart: string;
  of(row: FigureRow): { readonly value: number | null; readonly n: number };
}

const transfers: Read = {
  id: "transfers",
  unit: "share",
  chart: "arrivals",
  of: ({ transfersIn, arrivals }) => share(transfersIn, transfersIn + arrivals),
};

const waits: readonly Read[] = [
  {
    id: "wait_median",
    unit: "seconds",
    chart: "waits",
    of: ({ waitP50Seconds, waitCount }) => ({ value: waitP50Seconds, n: waitCount }),
  },
  {
    id: "wait_p90",
    unit: "seconds",
    chart: "waits",
    of: ({ waitP90Seconds, waitCount }) => ({ value: waitP90Seconds, n: waitCount }),
  },
  {
    id: "service_level",
    unit: "share",
    chart: "level",
    of: ({ serviceLevel, targetBase }) => ({ value: serviceLevel, n: targetBase }),
  },
  {
    id: "abandonment",
    unit: "share",
    chart: "abandonment",
    of: ({ abandoned, served, noShows }) => share(abandoned, abandoned + served + noShows),
  },
];

export async function knowledgeCard(parts: PrincipleParts, asked: Asked): Promise<PrincipleCard> {
  const [now, before, months, services] = await houseRows(parts, asked);
  return {
    principle: "service_knowledge",
    figures: [figureOf(transfers, now, before, asked)],
    trend: months.flatMap((row) => trendPoint(row.key, transfers.of(row).value)),
    evidence: await transferEvidence(parts, asked),
    nextStep:
      months.length === 0
        ? connectFeedStep
        : knowledgeStep(
            services.map((row) => ({ ...row, serviceId: row.key })),
            trendsAddress(asked, transfers.chart),
          ),
  };
}

export async function everySecondCard(parts: PrincipleParts, asked: Asked): Promise<PrincipleCard> {
  const [now, before, months, services] = await houseRows(parts, asked);
  return {
    principle: "every_second",
    figures: waits.map((read) => figureOf(read, now, before, asked)),
    trend: months.flatMap((row) => trendPoint(row.key, row.waitP50Seconds)),
    evidence: dayEvidence(parts, asked),
    nextStep:
      months.length === 0
        ? connectFeedStep
        : everySecondStep(
            services.map((row) => ({ ...row, serviceId: row.key })),
            (serviceId) => `${trendsAddress(asked, "level")}&service=${encodeURIComponent(serviceId)}`,
          ),
  };
}

function figureOf(
  { id, unit, chart, of }: Read,
  now: FigureRow | undefined,
  before: FigureRow | undefined,
  asked: Asked,
): PrincipleFigure {
  const measure = (row: FigureRow | undefined): Measured => {
    if (row === undefined) return unmeasured;
    const { value, n } = of(row);
    return measured(value, n);
  };
  return principleFigure(
    id,
    unit,
    trendsAddress(asked, chart),
    measure(now),
    asked.floorGap ?? measure(before),
  );
}

function share(part: number, whole: number): { value: number | null; n: number } {
  return { value: whole === 0 ? null : part / whole, n: whole };
}

/** The house in the month, in the one before, month by month, and by service. */
async function houseRows({ figures }: PrincipleParts, { now, before, trend }: Asked) {
  const ask = async (window: Window, by: FigureGrouping) =>
    (await figures.query({ ...window, by, base: "served", serviceId: null, channel: null })).rows;
  const [[here], [earlier], months, services] = await Promise.all([
    ask(now, "total"),
    ask(before, "total"),
    ask(trend, "month"),
    ask(now, "service"),
  ]);
  return [here, earlier, months, services] as const;
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
