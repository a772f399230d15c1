/** A row as it is shown: `gone` when it no longer belongs to the list and stands until refreshed. */
export type SteadyRow<Row> = Row & { readonly gone: boolean };

export interface SteadyList<Row> {
  readonly rows: readonly SteadyRow<Row>[];
  /** Rows that came by live updates and are not shown yet. */
  readonly arrived: number;
  /** Shown rows that belong elsewhere by now. */
  readonly left: number;
}

interface Fresh<Row> {
  readonly rows: readonly Row[];
  /** How many pages were asked for; more of them means that somebody wanted more rows. */
  readonly pages: number;
}

/** What was on the screen when the list was last asked for. */
export interface Shown<Row> extends Fresh<Row> {}

const standingRows = new WeakMap<object, object>();

/** A row that is in its list: of the same row the same one, which need not be drawn anew. */
export const standing = <Row extends object>(row: Row): SteadyRow<Row> => {
  const known = standingRows.get(row) as SteadyRow<Row> | undefined;
  if (known) return known;
  const made = { ...row, gone: false };
  standingRows.set(row, made);
  return made;
};

/**
 * Fresh data under the eyes of somebody who reads: known rows are updated where they stand, new
 * ones are counted, vanished ones stay until the reader refreshes. Further pages are appended.
 */
export function steadyRows<Row extends { readonly id: string }>(
  shown: Shown<Row>,
  fresh: Fresh<Row>,
): SteadyList<Row> {
  const byId = new Map(fresh.rows.map((row) => [row.id, row]));
  const known = new Set(shown.rows.map((row) => row.id));
  const kept = shown.rows.map((row): SteadyRow<Row> => {
    const now = byId.get(row.id);
    return now ? standing(now) : { ...row, gone: true };
  });
  const unknown = fresh.rows.filter((row) => !known.has(row.id));
  const left = kept.filter((row) => row.gone).length;
  if (fresh.pages <= shown.pages) return { rows: kept, arrived: unknown.length, left };
  // Behind the last known row: the page that was asked for. Before it: live arrivals.
  const lastKnown = fresh.rows.findLastIndex((row) => known.has(row.id));
  const appended = fresh.rows.filter((row, at) => at > lastKnown && !known.has(row.id));
  return {
    rows: [...kept, ...appended.map(standing)],
    arrived: unknown.length - appended.length,
    left,
  };
}
