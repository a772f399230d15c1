import type { TripGoods } from "./model";

type Counts = Pick<TripGoods, "loaded" | "delivered" | "returned" | "lost">;

/** loaded = delivered + returned + lost + remaining. Negative: more was handed over than was loaded. */
export const remainingOf = ({ loaded, delivered, returned, lost }: Counts): number =>
  (loaded ?? 0) - (delivered ?? 0) - (returned ?? 0) - (lost ?? 0);

/** Everything that was loaded is accounted for, and everything that went missing has its reason. */
export const isReconciled = (goods: readonly TripGoods[]): boolean =>
  goods.every(
    (item) => remainingOf(item) === 0 && ((item.lost ?? 0) === 0 || item.lostReason !== null),
  );

export interface CostShare {
  readonly bearer: string;
  /** Whole rupiah. */
  readonly amount: number;
  /** 0 to 1. */
  readonly share: number;
}

/** What each program bears of a trip, the largest first. */
export const costShares = (
  costs: readonly { readonly bearer: string; readonly amount: number }[],
): readonly CostShare[] => {
  const sums = new Map<string, number>();
  for (const { bearer, amount } of costs) sums.set(bearer, (sums.get(bearer) ?? 0) + amount);
  const total = [...sums.values()].reduce((all, amount) => all + amount, 0);
  return [...sums]
    .map(([bearer, amount]) => ({ bearer, amount, share: total === 0 ? 0 : amount / total }))
    .sort((a, b) => b.amount - a.amount || a.bearer.localeCompare(b.bearer));
};

/** What is loaded first is unloaded last: the last stop's goods go in first. */
export const loadingOrder = <Stop>(stops: readonly Stop[]): readonly Stop[] => [...stops].reverse();

interface Line {
  readonly goodsId: string;
  readonly quantity: number;
}

/** Units of each goods that a manifest asks for, by id. */
export const neededOf = (lines: readonly Line[]): ReadonlyMap<string, number> => {
  const needed = new Map<string, number>();
  for (const { goodsId, quantity } of lines)
    needed.set(goodsId, (needed.get(goodsId) ?? 0) + quantity);
  return needed;
};

/** Units handed over out of each goods; only of goods whose manifest tells of a handover. */
export const handedOverOf = (
  lines: readonly { readonly goodsId: string; readonly deliveredQuantity: number | null }[],
): ReadonlyMap<string, number> =>
  neededOf(
    lines.flatMap(({ goodsId, deliveredQuantity }) =>
      deliveredQuantity === null ? [] : [{ goodsId, quantity: deliveredQuantity }],
    ),
  );

/** Goods as handovers tell of them; where none does, what was typed stays. */
export const withHandedOver = (
  goods: readonly TripGoods[],
  delivered: ReadonlyMap<string, number>,
): readonly TripGoods[] =>
  delivered.size === 0
    ? goods
    : goods.map((item) => ({
        ...item,
        delivered: item.handedOver ?? delivered.get(item.id) ?? item.delivered,
      }));
