import type { HandoverOutcome } from "../aid/entitling";
import type { ReceivedHandover, TripStanding } from "./model";
import { handsOver, isCounting, isOpenQuestion } from "./model";

type Handovers = readonly ReceivedHandover[];

const sum = (handovers: Handovers): number =>
  handovers.reduce((all, { quantity }) => all + quantity, 0);

/** Units of each goods that were handed over, by every record that counts. */
export const handedOver = (handovers: Handovers): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const one of handovers.filter(isCounting))
    if (one.goodsId !== null)
      counts.set(one.goodsId, (counts.get(one.goodsId) ?? 0) + one.quantity);
  return counts;
};

/** Is more of these goods handed over than was in the car? */
export const exceedsGoods = (standing: TripStanding, handovers: Handovers): boolean => {
  const counts = handedOver(handovers);
  return standing.goods.some(({ id, loaded, away }) => (counts.get(id) ?? 0) > loaded - away);
};

/** How many records wait for a decision. */
export const openQuestions = (handovers: Handovers): number =>
  handovers.filter(isOpenQuestion).length;

export interface LineResult {
  readonly outcome: HandoverOutcome;
  readonly quantity: number;
}

/** What became of one line, by every record that counts; null: nobody has been there. */
export const lineResult = (
  line: { readonly id: string; readonly quantity: number },
  handovers: Handovers,
): LineResult | null => {
  const own = handovers.filter((one) => one.lineId === line.id && isCounting(one));
  const quantity = sum(own.filter(({ outcome }) => handsOver(outcome)));
  if (quantity > 0)
    return { outcome: quantity >= line.quantity ? "delivered" : "partial", quantity };
  const last = own.filter(({ outcome }) => outcome !== "void").at(-1);
  return last ? { outcome: last.outcome as HandoverOutcome, quantity: 0 } : null;
};
