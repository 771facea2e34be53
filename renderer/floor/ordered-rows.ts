/** Rows kept in order while they come and go: each change costs a search, not a sort. */

const nothing: readonly never[] = [];

export class OrderedRows<Row> {
  readonly #keyOf: (row: Row) => string;
  readonly #compare: (a: Row, b: Row) => number;
  readonly #byKey = new Map<string, Row>();
  readonly #inOrder: Row[] = [];
  #rows: readonly Row[] | null = nothing;
  #keys: readonly string[] | null = nothing;

  /** @param compare an order in which no two rows are equal unless they have the same key */
  constructor(keyOf: (row: Row) => string, compare: (a: Row, b: Row) => number) {
    this.#keyOf = keyOf;
    this.#compare = compare;
  }

  /** The rows in order; the same array until one of them changes. */
  get rows(): readonly Row[] {
    this.#rows ??= [...this.#inOrder];
    return this.#rows;
  }

  /** The keys of the rows in order; the same array until a row comes, goes or moves. */
  get keys(): readonly string[] {
    this.#keys ??= this.#inOrder.map(this.#keyOf);
    return this.#keys;
  }

  /** Puts a row in its place, instead of an earlier one of the same key. */
  put(row: Row): void {
    const key = this.#keyOf(row);
    const before = this.#byKey.get(key);
    this.#byKey.set(key, row);
    this.#rows = null;
    if (before === undefined) {
      this.#inOrder.splice(this.#placeOf(row), 0, row);
      this.#keys = null;
      return;
    }
    const place = this.#placeOf(before);
    if (this.#compare(before, row) === 0) {
      this.#inOrder[place] = row;
      return;
    }
    this.#inOrder.splice(place, 1);
    const next = this.#placeOf(row);
    this.#inOrder.splice(next, 0, row);
    if (next !== place) this.#keys = null;
  }

  drop(key: string): void {
    const row = this.#byKey.get(key);
    if (row === undefined) return;
    this.#byKey.delete(key);
    this.#inOrder.splice(this.#placeOf(row), 1);
    this.#rows = null;
    this.#keys = null;
  }

  clear(): void {
    this.#byKey.clear();
    this.#inOrder.length = 0;
    this.#rows = nothing;
    this.#keys = nothing;
  }

  /** Where a row stands, or would stand. */
  #placeOf(row: Row): number {
    let from = 0;
    let to = this.#inOrder.length;
    while (from < to) {
      const middle = (from + to) >>> 1;
      const other = this.#inOrder[middle];
      if (other !== undefined && this.#compare(other, row) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
