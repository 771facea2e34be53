/** Finding a row by typing the first letters of its text, or of the number in it. */

/** What is typed after a pause of so long begins anew. */
const pauseMs = 1_000;

export interface TypeAheadRows {
  readonly count: number;
  /** The row to go on from; −1 for the first. */
  readonly fromIndex: number;
  readonly textAt: (index: number) => string;
}

export interface TypeAhead {
  /** Takes in a character; gives the index of the next row that fits what was typed, or −1. */
  readonly type: (character: string, atMs: number, rows: TypeAheadRows) => number;
}

/** Remembers what is being typed. */
export function createTypeAhead(): TypeAhead {
  let typed = "";
  let typedAtMs = Number.NEGATIVE_INFINITY;
  return {
    type(character, atMs, { count, fromIndex, textAt }) {
      typed = atMs - typedAtMs > pauseMs ? character : typed + character;
      typedAtMs = atMs;
      const wanted = fold(typed);
      // One letter leads on to the next row that begins with it; with more of them a row that fits is kept.
      const first = Math.max(0, typed.length === 1 ? fromIndex + 1 : fromIndex);
      for (let step = 0; step < count; step += 1) {
        const index = (first + step) % count;
        if (beginsWith(fold(textAt(index)), wanted)) return index;
      }
      return -1;
    },
  };
}

function beginsWith(text: string, wanted: string): boolean {
  const number = text.replace(/^\D+/u, "");
  return [text, number, number.replace(/^0+/u, "")].some((part) => part.startsWith(wanted));
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
