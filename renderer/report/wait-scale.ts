/** The unit in which waits are drawn, so that their numbers stay short. */
export interface WaitScale {
  readonly unit: "seconds" | "minutes" | "hours";
  /** Seconds in one of it. */
  readonly per: number;
}

export function waitScale(greatestSeconds: number): WaitScale {
  if (greatestSeconds >= 3 * 3_600) return { unit: "hours", per: 3_600 };
  return greatestSeconds >= 120 ? { unit: "minutes", per: 60 } : { unit: "seconds", per: 1 };
}
