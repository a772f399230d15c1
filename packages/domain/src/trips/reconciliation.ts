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
