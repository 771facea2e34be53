import { compareCallOrder } from "../../shared/domain/call-order.ts";
import type { FloorCase } from "../../shared/domain/floor.ts";
import { compareCases } from "./order.ts";
import { OrderedRows } from "./ordered-rows.ts";

/** For so many places in line a service says what to expect. */
export const placesKnown = 30;

/** The open cases of one service, as the list shows them and as they are called. */
export class ServiceQueue {
  readonly #listed = new OrderedRows<FloorCase>((row) => row.id, compareCases);
  readonly #waiting = new OrderedRows<FloorCase>((row) => row.id, compareCallOrder);
  #placed: readonly string[] = [];
  #places: ReadonlyMap<string, number> = new Map();

  /** Ids in the order of the list; the same array until that changes. */
  get ids(): readonly string[] {
    return this.#listed.keys;
  }

  /** The places, from 0, of those who are called next; the same map until that changes. */
  get places(): ReadonlyMap<string, number> {
    const { keys } = this.#waiting;
    if (keys !== this.#placed) {
      this.#placed = keys;
      this.#places = new Map(keys.slice(0, placesKnown).map((id, place) => [id, place]));
    }
    return this.#places;
  }

  put(row: FloorCase): void {
    this.#listed.put(row);
    if (row.state === "waiting") this.#waiting.put(row);
    else this.#waiting.drop(row.id);
  }

  drop(id: string): void {
    this.#listed.drop(id);
    this.#waiting.drop(id);
  }
}
