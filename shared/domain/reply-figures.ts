/** How personal the replies of a month are: figures of a service, never of one person. */
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { leastRepliesShown, type Reply, type ReplyAnalysis } from "./reply.ts";

export const replyFigureSchema = z.object({
  /** Of the house's clock: 2026-11; null for the whole time. */
  month: z.string().nullable(),
  /** Null: all services together. */
  serviceId: z.string().nullable(),
  /** How many replies; null where they are fewer than five, as all figures of the row. */
  replyCount: z.number().nullable(),
  /** 0–1. */
  medianPersonalShare: z.number().nullable(),
  /** Share of replies that address the person by name or formally. */
  addressedShare: z.number().nullable(),
  /** Share of replies that say in their own words something of the case: a date, a number, a document. */
  concreteShare: z.number().nullable(),
});
export type ReplyFigure = z.infer<typeof replyFigureSchema>;

export interface AnalysedReply {
  readonly reply: Pick<Reply, "atMs" | "serviceId">;
  readonly analysis: Pick<ReplyAnalysis, "personalShare" | "addressing" | "references">;
}

/** The month of an instant by a local clock. */
export function monthOf(atMs: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(atMs)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString()
    .slice(0, "2026-11".length);
}

/** By month, ascending: a row for each month that has replies. */
export function figuresByMonth(
  replies: readonly AnalysedReply[],
  serviceId: string | null,
  timeZone: string,
): ReplyFigure[] {
  const months = Map.groupBy(replies, ({ reply }) => monthOf(reply.atMs, timeZone));
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, group]) => replyFigure(group, { month, serviceId }));
}

/** All services together, then each by its key. */
export function figuresByService(replies: readonly AnalysedReply[]): ReplyFigure[] {
  const services = Map.groupBy(replies, ({ reply }) => reply.serviceId);
  return [
    replyFigure(replies, { month: null, serviceId: null }),
    ...[...services]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([serviceId, group]) => replyFigure(group, { month: null, serviceId })),
  ];
}

/** All services together in one stretch of time; null where nobody wrote then. */
export function figureBetween(
  replies: readonly AnalysedReply[],
  fromMs: number,
  toMs: number,
): ReplyFigure | null {
  const then = replies.filter(({ reply }) => reply.atMs >= fromMs && reply.atMs < toMs);
  return then.length === 0 ? null : replyFigure(then, { month: null, serviceId: null });
}

function replyFigure(
  replies: readonly AnalysedReply[],
  of: Pick<ReplyFigure, "month" | "serviceId">,
): ReplyFigure {
  if (replies.length < leastRepliesShown) {
    return { ...of, replyCount: null, medianPersonalShare: null, addressedShare: null, concreteShare: null };
  }
  const share = (holds: (analysis: AnalysedReply["analysis"]) => boolean) =>
    replies.filter(({ analysis }) => holds(analysis)).length / replies.length;
  return {
    ...of,
    replyCount: replies.length,
    medianPersonalShare: medianOf(replies.flatMap(({ analysis }) => analysis.personalShare ?? [])),
    addressedShare: share(({ addressing }) => addressing === "by_name" || addressing === "formal"),
    concreteShare: share(({ references }) => references.length > 0),
  };
}

/** The value in the middle, the mean of both where there are two; null of nothing. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 1 ? middle : middle - 1], sorted[middle]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
