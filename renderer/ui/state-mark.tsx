import type { ReactNode } from "react";
import "./state-mark.css";

/** The closed list of shapes; each state of a screen takes one. */
export type StateShape =
  | "disc"
  | "ring"
  | "half"
  | "pause"
  | "triangle"
  | "square"
  | "diamond"
  | "cross"
  | "check"
  | "dash";
export type StateTone = "neutral" | "good" | "accent" | "warn" | "bad";

const shapes: Record<StateShape, ReactNode> = {
  disc: <circle cx="5" cy="5" r="4" />,
  ring: <circle cx="5" cy="5" r="3.4" fill="none" strokeWidth="1.6" stroke="currentColor" />,
  half: (
    <>
      <path d="M5 1a4 4 0 0 1 0 8z" />
      <circle cx="5" cy="5" r="3.6" fill="none" stroke="currentColor" strokeWidth="1.2" />
    </>
  ),
  pause: (
    <>
      <rect x="1.5" y="1" width="2.6" height="8" />
      <rect x="6" y="1" width="2.6" height="8" />
    </>
  ),
  triangle: <path d="M5 .5 9.5 9h-9z" />,
  square: <rect x="1.5" y="1.5" width="7" height="7" rx="1" />,
  diamond: <path d="M5 .3 9.7 5 5 9.7.3 5z" />,
  cross: <path d="m2 2 6 6M8 2 2 8" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  check: <path d="m1.5 5.5 2.5 2.5 4.5-6" fill="none" stroke="currentColor" strokeWidth="1.6" />,
  dash: <path d="M1.5 5h7" fill="none" stroke="currentColor" strokeWidth="1.6" />,
};

export interface StateMarkProps {
  readonly shape: StateShape;
  readonly tone?: StateTone;
  /** The state in words. */
  readonly children: ReactNode;
}

/** A state: shape, word and colour together. */
export function StateMark({ shape, tone = "neutral", children }: StateMarkProps) {
  return (
    <span className={`state-mark tone-${tone}`}>
      <svg viewBox="0 0 10 10" aria-hidden="true">
        {shapes[shape]}
      </svg>
      <span>{children}</span>
    </span>
  );
}
