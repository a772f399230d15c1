import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { smallestShown } from "../access/smallest-shown";
import { hideSmallCounts, type ShownCount, type ShownTable } from "./small-counts";

const linesOf = ({ cells, rowTotals, columnTotals, total }: ShownTable): ShownCount[][] => {
  const rows = cells.map((row, at) => [...row, rowTotals[at] ?? null]);
  const below = [...columnTotals, total];
  const all = [...rows, below];
  return [...all, ...below.map((_, at) => all.map((row) => row[at] ?? null))];
};

describe("small counts", () => {
  it("shows what is large, and zeros", () => {
    expect(
      hideSmallCounts([
        [12, 0, 5],
        [30, 8, 0],
      ]),
    ).toEqual({
      cells: [
        [12, 0, 5],
        [30, 8, 0],
      ],
      rowTotals: [17, 38],
      columnTotals: [42, 8, 5],
      total: 55,
    });
  });

  it("hides a small one and, in its row and its column, one beside it", () => {
    const shown = hideSmallCounts([
      [20, 9, 3],
      [31, 12, 14],
      [18, 40, 22],
    ]);
    expect(shown.cells).toEqual([
      [20, null, null],
      [31, null, null],
      [18, 40, 22],
    ]);
    expect(shown.rowTotals).toEqual([32, 57, 80]);
    expect(shown.total).toBe(169);
  });

  it("hides the sum where nothing else of the line can cover it", () => {
    const { cells, rowTotals } = hideSmallCounts([
      [3, 0],
      [20, 30],
    ]);
    expect(cells[0]).toEqual([null, 0]);
    expect(rowTotals[0]).toBeNull();
  });

  it("hides two small ones that together stay below five", () => {
    const [row] = hideSmallCounts([
      [1, 2, 40, 50],
      [60, 70, 80, 90],
    ]).cells;
    expect(row?.filter((n) => n === null)).toHaveLength(3);
  });

  it("knows an empty table", () => {
    expect(hideSmallCounts([])).toEqual({ cells: [], rowTotals: [], columnTotals: [], total: 0 });
  });

  const tables = fc
    .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 5 }))
    .chain(([height, width]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: width, maxLength: width }), {
        minLength: height,
        maxLength: height,
      }),
    );

  it("shows no count from 1 to 4, and leaves none alone in its row or column", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const shown = hideSmallCounts(table);
        for (const line of linesOf(shown)) {
          for (const n of line) expect(n === null || n === 0 || n >= smallestShown).toBe(true);
          expect(line.filter((n) => n === null)).not.toHaveLength(1);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("changes no count that it shows", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { cells } = hideSmallCounts(table);
        for (const [y, row] of cells.entries())
          for (const [x, n] of row.entries()) if (n !== null) expect(n).toBe(table[y]?.[x]);
      }),
    );
  });
});
