import type { Band } from "../../shared/queueing/outlook.ts";

/** A dash after which no line breaks: both ends are read at once. */
const dash = "–\u2060";

/**
 * Both ends of a band of shares in whole per cent, the lower one first: 48–61. Where few arrive, those who wait
 * already weigh more, so that few arrivals may mean the lower end, or an expected share beyond both.
 */
export function shareRange(
  { expected, ifFew, ifMany }: Band,
  percentNumber: (share: number) => string,
): string {
  const ends = [expected, ifFew, ifMany];
  const [from, to] = [Math.min(...ends), Math.max(...ends)].map(percentNumber);
  return from === to ? String(to) : `${from}${dash}${to}`;
}

/** Both ends of a band of counts, the lower one first: 3–7. */
export function countRange({ ifFew, ifMany }: Band, number: (value: number) => string): string {
  const [from, to] = [Math.round(ifFew), Math.round(ifMany)].map(number);
  return from === to ? String(to) : `${from}${dash}${to}`;
}
