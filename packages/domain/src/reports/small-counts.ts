import { smallestShown } from "../access/smallest-shown";

/** A count, or null where it stays hidden. */
export type ShownCount = number | null;

export interface ShownTable {
  /** As the given table, row by row. */
  readonly cells: readonly (readonly ShownCount[])[];
  /** Sum of each row. */
  readonly rowTotals: readonly ShownCount[];
  /** Sum of each column. */
  readonly columnTotals: readonly ShownCount[];
  readonly total: ShownCount;
}

interface Cell {
  readonly value: number;
  readonly isTotal: boolean;
  hidden: boolean;
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0);

/** The table with its sums at the right and below, as cells that can be hidden. */
const withTotals = (table: readonly (readonly number[])[]): Cell[][] => {
  const width = table[0]?.length ?? 0;
  const columnSums = Array.from({ length: width }, (_, at) =>
    sum(table.map((row) => row[at] ?? 0)),
  );
  return [...table, columnSums].map((row, at) =>
    [...row, sum(row)].map((value, column) => ({
      value,
      isTotal: at === table.length || column === width,
      hidden: value > 0 && value < smallestShown,
    })),
  );
};

/** May what is hidden in one line be told from the rest of it? */
const isTold = (line: readonly Cell[]): boolean => {
  const hidden = line.filter((cell) => cell.hidden);
  if (hidden.length === 0) return false;
  const total = line.at(-1);
  return hidden.length === 1 || (!total?.hidden && sum(hidden.map((c) => c.value)) < smallestShown);
};

/** Hides one more of the line, the smallest that is no sum; false when there is none left. */
const hideOneMore = (line: readonly Cell[]): boolean => {
  const [next] = line
    .filter((cell) => !cell.hidden && cell.value > 0)
    .sort((a, b) => Number(a.isTotal) - Number(b.isTotal) || a.value - b.value);
  if (next) next.hidden = true;
  return next !== undefined;
};

/**
 * Counts of groups that divide a whole, with their sums: none from 1 to 4 is shown, and beside each hidden
 * one so many others stay hidden that no sum of a row or column gives it away. Zeros are shown.
 * @param table counts, row by row; rows of equal length
 */
export const hideSmallCounts = (table: readonly (readonly number[])[]): ShownTable => {
  const cells = withTotals(table);
  const columns = (cells[0] ?? []).map((_, at) => cells.flatMap((row) => row[at] ?? []));
  const lines = [...cells, ...columns].filter((line) => line.length > 1);
  // Each turn hides a cell more, so it ends.
  while (lines.some((line) => isTold(line) && hideOneMore(line)));
  const shown = cells.map((row) => row.map((cell) => (cell.hidden ? null : cell.value)));
  const below = shown.at(-1) ?? [];
  const inside = shown.slice(0, -1);
  return {
    cells: inside.map((row) => row.slice(0, -1)),
    rowTotals: inside.map((row) => row.at(-1) ?? null),
    columnTotals: below.slice(0, -1),
    total: below.at(-1) ?? null,
  };
};
