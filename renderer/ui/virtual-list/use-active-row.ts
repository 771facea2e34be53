import { useState } from "react";

export interface ActiveRow {
  /** Null while no row is active. */
  readonly id: string | null;
  /** Where it stands; −1 while no row is active. */
  readonly index: number;
}

const none: ActiveRow = { id: null, index: -1 };

/**
 * The row that the keys speak to. It stays the same when it moves; when it goes, the one that takes
 * its place follows.
 */
export function useActiveRow(
  ids: readonly string[],
): readonly [active: ActiveRow, activate: (id: string) => void] {
  const [kept, setKept] = useState(none);
  const active = followed(ids, kept);
  if (active.id !== kept.id || active.index !== kept.index) setKept(active);
  return [active, (id) => setKept({ id, index: ids.indexOf(id) })];
}

function followed(ids: readonly string[], kept: ActiveRow): ActiveRow {
  if (kept.id === null || ids[kept.index] === kept.id) return kept;
  const index = ids.indexOf(kept.id);
  if (index !== -1) return { id: kept.id, index };
  const follower = Math.min(kept.index, ids.length - 1);
  const id = ids[follower];
  return id === undefined ? none : { id, index: follower };
}
