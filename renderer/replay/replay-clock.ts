/** The clock of a day that is played again: it runs at the replay's speed, and never ahead of what is known. */
import type { ScreenClock } from "../client/server-clock.ts";

const beatMs = 250;
/** Without a message for so long the clock stands still: the floor on screen is no further either. */
const leadMs = 2_000;

export class ReplayClock implements ScreenClock {
  readonly #listeners = new Set<() => void>();
  readonly #monotonicMs: () => number;
  #anchorMs = 0;
  #anchoredAtMs = 0;
  #speed = 0;
  #tickMs = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param monotonicMs gives milliseconds that only ever grow */
  constructor(monotonicMs: () => number = () => performance.now()) {
    this.#monotonicMs = monotonicMs;
  }

  readonly nowMs = (): number => {
    const sinceMs = Math.min(leadMs, this.#monotonicMs() - this.#anchoredAtMs);
    return Math.round(this.#anchorMs + sinceMs * this.#speed);
  };

  readonly tickMs = (): number => this.#tickMs;

  readonly subscribe = (onBeat: () => void): (() => void) => {
    this.#listeners.add(onBeat);
    this.#timer ??= setInterval(() => this.#beat(), beatMs);
    return () => {
      this.#listeners.delete(onBeat);
      if (this.#listeners.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    };
  };

  /** It is `atMs` now, and time goes on at `speed` simulated seconds per second (0: it stands still). */
  set(atMs: number, speed: number): void {
    this.#anchorMs = atMs;
    this.#anchoredAtMs = this.#monotonicMs();
    this.#speed = speed;
    this.#beat();
  }

  #beat(): void {
    const nowMs = this.nowMs();
    if (nowMs === this.#tickMs) return;
    this.#tickMs = nowMs;
    for (const listener of this.#listeners) listener();
  }
}
