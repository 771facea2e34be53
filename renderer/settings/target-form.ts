/** A service's target while it is being edited. */
import type { Channel } from "../../shared/domain/channel.ts";
import { type Service, type Target, targetAt } from "../../shared/domain/service.ts";

export const targetUnits = ["seconds", "minutes", "hours"] as const;
export type TargetUnit = (typeof targetUnits)[number];

const unitSeconds: Record<TargetUnit, number> = { seconds: 1, minutes: 60, hours: 3_600 };

export interface TargetForm {
  readonly within: number;
  readonly unit: TargetUnit;
  /** Whole per cent. */
  readonly percent: number;
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
  return { within: target.withinSeconds / unitSeconds[unit], unit, percent: Math.round(target.share * 100) };
}

/**
 * The service with a target that holds from now on. Earlier targets stay, so that what is past is
 * still measured by what was in force then.
 */
export function withTarget(service: Service, form: TargetForm, nowMs: number): Service {
  const channel = service.channels[0] ?? "counter";
  const { shortAbandonSeconds } = targetAt(service, channel, nowMs);
  const next: Target = {
    fromMs: nowMs,
    withinSeconds: form.within * unitSeconds[form.unit],
    share: form.percent / 100,
    shortAbandonSeconds,
  };
  return { ...service, targets: [...service.targets.filter((target) => target.fromMs < nowMs), next] };
}
