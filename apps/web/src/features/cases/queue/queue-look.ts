/** How the list is shown: headings, columns and their order, density. The address keeps it, a saved view too. */

export const listGroups = ["due", "village", "sector", "none"] as const;
export type ListGroup = (typeof listGroups)[number];

export const listColumns = [
  "village",
  "status",
  "clocks",
  "holder",
  "category",
  "sector",
  "officer",
  "received",
  "updated",
] as const;
export type ListColumn = (typeof listColumns)[number];

export const densities = ["roomy", "dense"] as const;
export type Density = (typeof densities)[number];

export interface QueueLook {
  /** Null: by deadline where the list is in that order, else none. */
  readonly group: ListGroup | null;
  /** In this order behind the case itself; null: the usual ones. */
  readonly columns: readonly ListColumn[] | null;
  readonly density: Density;
}

export const usualColumns: readonly ListColumn[] = ["village", "status", "clocks", "holder"];
export const usualLook: QueueLook = { group: null, columns: null, density: "roomy" };

/** Width of each column in px. */
export const columnWidths: Readonly<Record<ListColumn, number>> = {
  village: 132,
  status: 110,
  clocks: 128,
  holder: 98,
  category: 150,
  sector: 150,
  officer: 130,
  received: 96,
  updated: 96,
};

/** Px of a row in each density, as the tokens have it. */
export const rowHeights: Readonly<Record<Density, number>> = { roomy: 44, dense: 36 };
export const groupHeight = 28;

/** The first to go where room is scarce; the village then stands below the title. */
const firstToGo: readonly ListColumn[] = [
  ...(["updated", "received", "category", "officer", "sector", "holder"] as const),
  ...(["village", "clocks", "status"] as const),
];

const GAP = 8;
const SIDES = 24;
const TURN = 14;
const BOX = 24;
/** The title gives way first, but not beyond this. */
const FEWEST_TITLE = 190;

/** The columns of a choice that have room in a list of this width, in the order chosen. */
export const fittingColumns = (
  chosen: readonly ListColumn[],
  width: number,
  hasBox: boolean,
): readonly ListColumn[] => {
  const fixed = SIDES + TURN + GAP + FEWEST_TITLE + (hasBox ? BOX + GAP : 0);
  const widthOf = (columns: readonly ListColumn[]) =>
    columns.reduce((sum, column) => sum + columnWidths[column] + GAP, fixed);
  let kept = chosen;
  for (const column of firstToGo) {
    if (widthOf(kept) <= width) break;
    kept = kept.filter((one) => one !== column);
  }
  return kept;
};

/** CSS of the grid: check box, turn, case, then the columns. */
export const gridTemplate = (columns: readonly ListColumn[], hasBox: boolean): string =>
  [
    ...(hasBox ? [`${BOX}px`] : []),
    `${TURN}px`,
    "minmax(0,1fr)",
    ...columns.map((column) => `${columnWidths[column]}px`),
  ].join(" ");
