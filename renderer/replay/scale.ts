/** Where instants stand on the scrubber of a day. */
import type { ReplayDayView } from "../../shared/contract/replay.ts";
import type { ReplayMark } from "../../shared/domain/replay-mark.ts";

const hourMs = 60 * 60 * 1_000;
/** More labels than this would touch each other. */
const mostTicks = 13;
/** Marks stand in so many places: a finger must be able to tell them apart. */
const markPlaces = 40;

/** How far into the shown part of the day an instant is, 0–1. */
export function shareOf({ fromMs, toMs }: ReplayDayView, atMs: number): number {
  return Math.min(1, Math.max(0, (atMs - fromMs) / (toMs - fromMs)));
}

function placeOf(day: ReplayDayView, atMs: number): number {
  return Math.min(markPlaces - 1, Math.floor(shareOf(day, atMs) * markPlaces));
}

/** Where a mark stands among the places for marks, 0–1. */
export function groupShare(day: ReplayDayView, atMs: number): number {
  return (placeOf(day, atMs) + 0.5) / markPlaces;
}

/** Marks of the day that share a place, alerts first. */
export function groupMarks(day: ReplayDayView): [ReplayMark, ...ReplayMark[]][] {
  const groups = Map.groupBy(day.marks, (mark) => placeOf(day, mark.atMs));
  return [...groups.values()].flatMap((marks) => {
    const [first, ...others] = marks.toSorted(
      (a, b) => Number(b.kind === "alert") - Number(a.kind === "alert") || a.atMs - b.atMs,
    );
    return first === undefined ? [] : [[first, ...others] as [ReplayMark, ...ReplayMark[]]];
  });
}

/** Full hours, or every second, third … hour of a long day. */
export function hourTicks({ fromMs, toMs }: ReplayDayView): number[] {
  const firstMs = Math.ceil(fromMs / hourMs) * hourMs;
  const hours = Math.floor((toMs - firstMs) / hourMs) + 1;
  const everyHours = Math.max(1, Math.ceil(hours / mostTicks));
  return Array.from(
    { length: Math.ceil(Math.max(0, hours) / everyHours) },
    (_, index) => firstMs + index * everyHours * hourMs,
  );
}

/** The area under the queue lengths, as a path in a box of this width and height. */
export function densityPath(
  { queueLengths, fromMs, toMs, stepMs }: ReplayDayView,
  width: number,
  height: number,
): string {
  const most = Math.max(1, ...queueLengths);
  const points = queueLengths.map((length, index) => {
    const x = Math.min(width, (((index + 1) * stepMs) / (toMs - fromMs)) * width);
    return `${round(x)} ${round(height - (length / most) * height)}`;
  });
  return `M0 ${height}L${points.join("L")}L${width} ${height}Z`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
