/** Where a key leads in a list of rows. */

export interface MoveMoment {
  /** The row that is active; −1 while none is. */
  readonly index: number;
  readonly count: number;
  /** How many rows are seen at once. */
  readonly rowsSeen: number;
}

/** The index that a key leads to, or null where the key is not one of moving. Never beyond the ends. */
export function moveTo(key: string, { index, count, rowsSeen }: MoveMoment): number | null {
  const last = count - 1;
  const page = Math.max(1, rowsSeen - 1);
  const within = (wanted: number) => Math.max(0, Math.min(last, wanted));
  if (count === 0) return null;
  switch (key) {
    case "ArrowDown":
      return within(index + 1);
    case "ArrowUp":
      return within(index === -1 ? last : index - 1);
    case "PageDown":
      return within(index + page);
    case "PageUp":
      return within(index - page);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}
