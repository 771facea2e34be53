/**
 * The two clocks of the demo. The floor's clock runs `speed` times as fast as the wall's once the
 * demo is live; before that moment (the history it starts with) both are the same. Events carry
 * wall time, so at ×60 all durations of the floor look sixty times shorter, and no event ever lies
 * in the future.
 */
export class Pace {
  #floorMs: number;
  #wallMs: number;
  #speed: number;

  /** Both clocks show `nowMs` at first. */
  constructor(nowMs: number, speed: number) {
    this.#floorMs = nowMs;
    this.#wallMs = nowMs;
    this.#speed = speed;
  }

  get speed(): number {
    return this.#speed;
  }

  /** Wall time of an instant of the floor, in whole milliseconds. */
  wallMs(floorMs: number): number {
    const aheadMs = floorMs - this.#floorMs;
    return Math.round(this.#wallMs + (aheadMs > 0 ? aheadMs / this.#speed : aheadMs));
  }

  /** Floor time of an instant of the wall's clock. */
  floorMs(wallMs: number): number {
    const aheadMs = wallMs - this.#wallMs;
    return this.#floorMs + (aheadMs > 0 ? aheadMs * this.#speed : aheadMs);
  }

  /** Goes on at another speed from `wallMs` on. */
  change(wallMs: number, speed: number): void {
    this.#floorMs = this.floorMs(wallMs);
    this.#wallMs = wallMs;
    this.#speed = speed;
  }

  /** Goes on from `floorMs` at `wallMs`: the machine slept, and the floor with it. */
  resume(floorMs: number, wallMs: number): void {
    this.#floorMs = floorMs;
    this.#wallMs = wallMs;
  }
}
