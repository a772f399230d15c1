import type { ManifestOffer } from "./trip-data";

type Group = ManifestOffer["groups"][number];

/** One village's people of one program: onto which goods, and how many of them, the longest waiting first. */
export interface FillRow {
  readonly key: string;
  readonly group: Group;
  /** Goods that are counted in the same unit. */
  readonly goodsIds: readonly string[];
  readonly goodsId: string;
  readonly count: string;
}

const isSameUnit = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Units that the first so many people of a group receive together. */
const unitsOf = ({ entitlements }: Group, count: number): number =>
  entitlements.slice(0, count).reduce((sum, one) => sum + one.quantity, 0);

/** How many people of a group so many units are enough for, in the order of their waiting. */
export const peopleWithin = ({ entitlements }: Group, units: number): number => {
  let left = units;
  const short = entitlements.findIndex(({ quantity }) => {
    left -= quantity;
    return left < 0;
  });
  return short < 0 ? entitlements.length : short;
};

/** Everybody whom the goods are enough for, group by group. */
export const rowsOf = ({ groups, goods }: ManifestOffer): readonly FillRow[] => {
  const left = new Map(goods.map((item) => [item.id, item.left]));
  return groups.map((group) => {
    const fitting = goods.filter((item) => isSameUnit(item.unit, group.unit));
    const item = fitting.find(({ id }) => (left.get(id) ?? 0) > 0) ?? fitting[0];
    const count = item ? peopleWithin(group, left.get(item.id) ?? 0) : 0;
    if (item) left.set(item.id, (left.get(item.id) ?? 0) - unitsOf(group, count));
    return {
      key: [group.villageCode, group.programCode, group.goodsName, group.unit].join("-"),
      ...{ group, goodsIds: fitting.map(({ id }) => id), goodsId: item?.id ?? "" },
      count: String(count),
    };
  });
};

const countOf = (row: FillRow): number | null =>
  /^\d{1,4}$/.test(row.count) ? Number(row.count) : null;

/** Field and the key of its words under `trips.problems`. */
export const problemsOfRows = (
  rows: readonly FillRow[],
  { goods }: ManifestOffer,
): ReadonlyMap<string, string> => {
  const problems = new Map<string, string>();
  const left = new Map(goods.map((item) => [item.id, item.left]));
  for (const row of rows) {
    const count = countOf(row);
    if (count === null || count > row.group.entitlements.length) {
      problems.set(row.key, "people");
      continue;
    }
    const rest = (left.get(row.goodsId) ?? 0) - unitsOf(row.group, count);
    if (count > 0 && rest < 0) problems.set(row.key, "tooFew");
    left.set(row.goodsId, rest);
  }
  return problems;
};

/** The lines that the rows stand for. */
export const linesOf = (rows: readonly FillRow[]) =>
  rows.flatMap((row) =>
    row.group.entitlements
      .slice(0, countOf(row) ?? 0)
      .map(({ id }) => ({ entitlementId: id, goodsId: row.goodsId })),
  );
