/** How quickly calls for backup are answered, and how quickly people come. Never per person. */
import { z } from "zod";
import type { BackupCall } from "./backup.ts";

/** Over which time calls are counted. */
export const backupFiguresMs = 30 * 24 * 60 * 60 * 1_000;

/** Fewer than so many are not shown: they would tell of single people. */
export const fewestCalls = 5;

const spreadSchema = z.object({
  n: z.number(),
  /** Seconds; null where there are too few. */
  medianSeconds: z.number().nullable(),
  p90Seconds: z.number().nullable(),
});

export const backupFigureSchema = z.object({
  /** Null: the whole house. */
  serviceId: z.string().nullable(),
  /** Calls whose outcome is known: accepted, declined, or nobody answered. */
  calls: z.number(),
  /** Accepted ÷ calls; null where there are too few. */
  acceptedShare: z.number().nullable(),
  /** From the request to a yes or a no. */
  answer: spreadSchema,
  /** From the yes to the arrival. */
  arrival: spreadSchema,
});
export type BackupFigure = z.infer<typeof backupFigureSchema>;
export type Spread = z.infer<typeof spreadSchema>;

/** The whole house first, then each service that was called for, by id. */
export function backupFigures(calls: readonly BackupCall[]): BackupFigure[] {
  const serviceIds = [...new Set(calls.map((call) => call.serviceId))].sort();
  return [
    figureOf(null, calls),
    ...serviceIds.map((serviceId) =>
      figureOf(
        serviceId,
        calls.filter((call) => call.serviceId === serviceId),
      ),
    ),
  ];
}

function figureOf(serviceId: string | null, calls: readonly BackupCall[]): BackupFigure {
  const known = calls.filter(({ state }) => state !== "requested");
  const accepted = known.filter(({ state }) => state !== "declined" && state !== "expired");
  return {
    serviceId,
    calls: known.length,
    acceptedShare: known.length < fewestCalls ? null : accepted.length / known.length,
    answer: spreadOf(known.map((call) => between(call.requestedAtMs, call.answeredAtMs))),
    arrival: spreadOf(known.map((call) => between(call.answeredAtMs, call.arrivedAtMs))),
  };
}

function between(fromMs: number | null, toMs: number | null): number | null {
  return fromMs === null || toMs === null ? null : (toMs - fromMs) / 1_000;
}

function spreadOf(seconds: readonly (number | null)[]): Spread {
  const sorted = seconds.filter((one) => one !== null).sort((a, b) => a - b);
  const isFew = sorted.length < fewestCalls;
  return {
    n: sorted.length,
    medianSeconds: isFew ? null : rank(sorted, 0.5),
    p90Seconds: isFew ? null : rank(sorted, 0.9),
  };
}

/** Exact, by the nearest rank. */
function rank(sorted: readonly number[], share: number): number | null {
  return sorted[Math.ceil(share * sorted.length) - 1] ?? null;
}
