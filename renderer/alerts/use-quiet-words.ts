import { useLingui } from "@lingui/react/macro";
import type { QuietHours } from "../../shared/domain/alert-rule.ts";

/** A minute of the day as a clock shows it: 19:00. */
export function clockOf(minute: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** The quiet hours in words. */
export function useQuietWords(): (quietHours: QuietHours | null) => string {
  const { t } = useLingui();
  return (quietHours) => {
    if (quietHours === null) return t`aucune`;
    const from = clockOf(quietHours.fromMinute);
    const to = clockOf(quietHours.toMinute);
    return t`${from} – ${to}`;
  };
}
