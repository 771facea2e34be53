import {
  defaultKeyExtractor,
  defaultRangeExtractor,
  useVirtualizer,
  type VirtualItem,
  type Virtualizer,
} from "@tanstack/react-virtual";
import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef } from "react";

/** Rows drawn beyond each end of what is seen, so that scrolling shows no gaps. */
const beyondSeen = 5;

export interface WindowOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly ids: readonly string[];
  readonly rowHeight: number;
  readonly heightOf: ((id: string) => number) | undefined;
  readonly headHeight: number;
  /** Drawn wherever it stands; −1 for none. */
  readonly alwaysIndex: number;
  /** The list goes back to its top when this changes. */
  readonly topKey: string;
}

export interface Window {
  /** The rows to draw, in order. */
  readonly items: readonly VirtualItem[];
  /** The same rows by their place, those in sight before those beyond it. */
  readonly inSightFirst: readonly number[];
  /** Height of all rows together, in CSS pixels. */
  readonly height: number;
  readonly rowsSeen: () => number;
  readonly scrollTo: (index: number) => void;
}

/** Which rows of a long list are drawn. Their heights are known before they are drawn. */
export function useWindow(options: WindowOptions): Window {
  const { scroller, ids, rowHeight, heightOf, headHeight, alwaysIndex, topKey } = options;
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback(
      (index: number) => heightOf?.(ids[index] ?? "") ?? rowHeight,
      [ids, rowHeight, heightOf],
    ),
    getItemKey: useMemo(
      // Rows of one height need no keys of their own.
      () => (heightOf === undefined ? defaultKeyExtractor : (index: number) => ids[index] ?? index),
      [ids, heightOf],
    ),
    overscan: beyondSeen,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const indexes = defaultRangeExtractor(range);
        const isDrawn = alwaysIndex === -1 || indexes.includes(alwaysIndex);
        return isDrawn ? indexes : [...indexes, alwaysIndex].sort((a, b) => a - b);
      },
      [alwaysIndex],
    ),
  });
  const known = useRef({ rowHeight, heightOf });
  useLayoutEffect(() => {
    if (known.current.rowHeight === rowHeight && known.current.heightOf === heightOf) return;
    known.current = { rowHeight, heightOf };
    virtualizer.measure();
  }, [virtualizer, rowHeight, heightOf]);
  const topKnown = useRef(topKey);
  useLayoutEffect(() => {
    if (topKnown.current === topKey) return;
    topKnown.current = topKey;
    if (scroller.current !== null) scroller.current.scrollTop = 0;
  }, [scroller, topKey]);
  const items = virtualizer.getVirtualItems();
  useScrollAnchor(scroller, ids, virtualizer);
  const { startIndex, endIndex } = virtualizer.range ?? { startIndex: 0, endIndex: 0 };
  const isInSight = ({ index }: VirtualItem) => index >= startIndex && index <= endIndex;
  return {
    items,
    inSightFirst: [...items.filter(isInSight), ...items.filter((item) => !isInSight(item))].map(
      ({ index }) => index,
    ),
    height: virtualizer.getTotalSize(),
    rowsSeen: () => Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight),
    scrollTo: (index) => virtualizer.scrollToIndex(index),
  };
}

/**
 * Keeps what is being looked at where it is while rows above it come and go. At the top of the list
 * the newest order is what is looked for, so there nothing is held.
 */
function useScrollAnchor(
  scroller: RefObject<HTMLElement | null>,
  ids: readonly string[],
  virtualizer: Virtualizer<HTMLElement, HTMLElement>,
): void {
  const seen = useRef<readonly { readonly id: string; readonly start: number }[]>([]);
  const before = useRef(ids);
  useLayoutEffect(() => {
    const element = scroller.current;
    // As last heard: asking the page for it would cost a layout.
    const offset = virtualizer.scrollOffset ?? 0;
    if (element !== null && before.current !== ids && offset > 0) {
      const anchor = seen.current.find(({ id }) => ids.includes(id));
      const place = anchor === undefined ? -1 : ids.indexOf(anchor.id);
      const start = virtualizer.measurementsCache[place]?.start;
      if (anchor !== undefined && start !== undefined && start !== anchor.start) {
        element.scrollTop += start - anchor.start;
      }
    }
    before.current = ids;
    seen.current = virtualizer.getVirtualItems().flatMap(({ index, start, end }) => {
      const id = ids[index];
      return id === undefined || end <= offset ? [] : [{ id, start }];
    });
  });
}
