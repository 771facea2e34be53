/** A service's targets while they are being edited. */
import type { Channel } from "../../shared/domain/channel.ts";
import { type Service, type Target, targetAt } from "../../shared/domain/service.ts";
import { localDate, startOfLocalDateMs } from "../../shared/queueing/intervals.ts";

export const targetUnits = ["seconds", "minutes", "hours"] as const;
export type TargetUnit = (typeof targetUnits)[number];

const unitSeconds: Record<TargetUnit, number> = { seconds: 1, minutes: 60, hours: 3_600 };

export interface TargetForm {
  readonly within: number;
  readonly unit: TargetUnit;
  /** Whole per cent. */
  readonly percent: number;
  readonly shortAbandonSeconds: number;
}

/** The target that is in force, or null where the channels of the service have different ones. */
export function currentTarget(service: Service, nowMs: number): Target | null {
  const channels: readonly Channel[] = service.channels.length === 0 ? ["counter"] : service.channels;
  const [first, ...others] = channels.map((channel) => targetAt(service, channel, nowMs));
  if (first === undefined) return null;
  const isShared = others.every(
    (other) => other.withinSeconds === first.withinSeconds && other.share === first.share,
  );
  return isShared ? first : null;
}

/** The largest unit in which a target is a whole number. */
export function formOf(target: Target): TargetForm {
  const unit: TargetUnit =
    target.withinSeconds % 3_600 === 0 ? "hours" : target.withinSeconds % 60 === 0 ? "minutes" : "seconds";
  return {
    within: target.withinSeconds / unitSeconds[unit],
    unit,
    percent: Math.round(target.share * 100),
    shortAbandonSeconds: target.shortAbandonSeconds,
  };
}

/** What is offered where each channel has its own target. */
export function emptyForm(service: Service, nowMs: number): TargetForm {
  const { shortAbandonSeconds } = targetAt(service, service.channels[0] ?? "counter", nowMs);
  return { within: 15, unit: "minutes", percent: 80, shortAbandonSeconds };
}

/** The target that a form makes, from an instant on. */
export function targetOf(form: TargetForm, fromMs: number): Target {
  return {
    fromMs,
    withinSeconds: form.within * unitSeconds[form.unit],
    share: form.percent / 100,
    shortAbandonSeconds: form.shortAbandonSeconds,
  };
}

/**
 * The service with a target more. Those before it stay, so that what is past is still measured by what
 * was in force then; so do those planned for later.
 *
 * @param replaced the target that this one corrects, if any
 */
export function withTarget(service: Service, target: Target, replaced: Target | null = null): Service {
  const others = service.targets.filter((one) => one !== replaced && one.fromMs !== target.fromMs);
  return { ...service, targets: [...others, target].sort((a, b) => a.fromMs - b.fromMs) };
}

export function withoutTarget(service: Service, removed: Target): Service {
  return { ...service, targets: service.targets.filter((one) => one !== removed) };
}

/** The date field of a target, by the clock of a site; empty for one that always held. */
export function dateOf(target: Target, timeZone: string): string {
  return target.fromMs === 0 ? "" : localDate(target.fromMs, timeZone);
}

/** The begin of a date; a date that was left as it was keeps the very moment. */
export function fromMsOf(date: string, timeZone: string, kept: Target | null): number {
  if (kept !== null && dateOf(kept, timeZone) === date) return kept.fromMs;
  return startOfLocalDateMs(date, timeZone);
}
