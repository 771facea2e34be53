/** How many services fit on a wall, and which are shown in turn. */

/** A tile that is smaller can't be read from five metres. */
const leastTile = { width: 440, height: 296 };
const mostTiles = 12;

export interface BoardLayout {
  readonly columns: number;
  readonly rows: number;
}

/** The most tiles that fit into a box of so many CSS pixels, never none. */
export function capacityOf(width: number, height: number): BoardLayout {
  const columns = Math.max(1, Math.floor(width / leastTile.width));
  const rows = Math.max(1, Math.floor(height / leastTile.height));
  return columns * rows <= mostTiles ? { columns, rows } : { columns: Math.min(columns, 4), rows: 3 };
}

/** Columns and rows for so many tiles: as square as fits, so that each is as large as can be. */
export function layoutOf(tiles: number, capacity: BoardLayout): BoardLayout {
  const wanted = Math.ceil(Math.sqrt(tiles));
  const columns = Math.min(capacity.columns, Math.max(wanted, Math.ceil(tiles / capacity.rows)));
  return { columns, rows: Math.ceil(tiles / columns) };
}

/** The items in pages of equal size, as far as that goes: no page holds one lonely tile where others are full. */
export function pagesOf<T>(items: readonly T[], { columns, rows }: BoardLayout): T[][] {
  const count = Math.max(1, Math.ceil(items.length / (columns * rows)));
  const size = Math.ceil(items.length / count);
  return Array.from({ length: count }, (_, page) => items.slice(page * size, (page + 1) * size));
}
