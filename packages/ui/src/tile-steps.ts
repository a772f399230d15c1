export interface TilePlace {
  key: string;
  /** 1-based place on the schematic grid. */
  column: number;
  row: number;
}

/** Upper bounds of the steps: "0" is step 0, then up to five filled steps, the last one open. */
export function stepOf(count: number, bounds: readonly number[] = [0, 1, 2, 3, 4]): number {
  const at = bounds.findIndex((bound) => count <= bound);
  return at === -1 ? bounds.length : at;
}

/** Printed ranges of the steps: ["0", "1", "2", "3", "4", "5+"] or ["0", "1–3", "4–9", ...]. */
export function stepRanges(bounds: readonly number[] = [0, 1, 2, 3, 4]): string[] {
  const ranges = bounds.map((bound, at) => {
    const low = at === 0 ? 0 : (bounds[at - 1] ?? 0) + 1;
    return low === bound ? String(bound) : `${low}–${bound}`;
  });
  return [...ranges, `${(bounds.at(-1) ?? 0) + 1}+`];
}

/** Bounds that spread the counts evenly over five filled steps (for areas with many cases). */
export function quantileBounds(counts: readonly number[]): number[] {
  const sorted = counts.filter((count) => count > 0).sort((one, other) => one - other);
  const most = sorted.at(-1) ?? 0;
  if (most <= 5) {
    return [0, 1, 2, 3, 4];
  }
  const bounds = [0];
  for (const share of [0.2, 0.4, 0.6, 0.8]) {
    const bound = sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
    bounds.push(Math.max(bound, (bounds.at(-1) ?? 0) + 1));
  }
  return bounds;
}

/** The tile an arrow key leads to: the nearest one in that direction, or the same one. */
export function neighbour(tiles: readonly TilePlace[], from: string, key: string): string {
  const here = tiles.find((tile) => tile.key === from);
  const step = STEPS[key];
  if (!here || !step) {
    return from;
  }
  const [dx, dy] = step;
  const ahead = tiles
    .filter((tile) => tile.key !== from)
    .map((tile) => {
      const along = (tile.column - here.column) * dx + (tile.row - here.row) * dy;
      const aside = Math.abs((tile.column - here.column) * dy + (tile.row - here.row) * dx);
      return { key: tile.key, along, cost: along + aside * 2 };
    })
    .filter((tile) => tile.along > 0)
    .sort((one, other) => one.cost - other.cost);
  return ahead[0]?.key ?? from;
}

const STEPS: Record<string, readonly [number, number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};
