/** Things that belong together because each resembles another one of its group (union–find, Tarjan 1975). */
export class Groups {
  readonly #parents: number[];

  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_, index) => index);
  }

  /** The number that stands for the group. */
  find(index: number): number {
    let root = index;
    while (this.#parents[root] !== root) {
      const parent = this.#parents[root] ?? root;
      const next = this.#parents[parent] ?? parent;
      this.#parents[root] = next;
      root = next;
    }
    return root;
  }

  /** Makes one group of two; the smaller number goes on standing for it. */
  join(a: number, b: number): void {
    const [left, right] = [this.find(a), this.find(b)];
    if (left !== right) this.#parents[Math.max(left, right)] = Math.min(left, right);
  }

  /** Groups of two and more, each in ascending order, in the order of their first ones. */
  list(): number[][] {
    const groups = new Map<number, number[]>();
    for (const index of this.#parents.keys()) {
      const root = this.find(index);
      const group = groups.get(root);
      if (group === undefined) groups.set(root, [index]);
      else group.push(index);
    }
    return [...groups.values()].filter((group) => group.length > 1);
  }
}
