import { DomainError } from "../kernel/errors";
import { type HandoverState, isCounting, type ReceivedHandover, type TripStanding } from "./model";
import { exceedsGoods } from "./standing";

/**
 * What the trip lead decides about a held record: what stood before stays (the held one is set aside), the
 * held one takes its place, or both happened.
 */
export const settleChoices = ["keep-standing", "keep-held", "keep-both"] as const;
export type SettleChoice = (typeof settleChoices)[number];

export const judgements = ["verified", "disputed"] as const;
export type Judgement = (typeof judgements)[number];

/** A new word about a record; the words are kept in order, the last one holds. */
export interface Ruling {
  readonly handoverId: string;
  readonly state: HandoverState;
}

export interface Settlement {
  readonly rulings: readonly Ruling[];
  readonly handovers: readonly ReceivedHandover[];
}

/** @throws not-found HANDOVER_NOT_FOUND */
const find = (standing: TripStanding, id: string): ReceivedHandover => {
  const found = standing.handovers.find((one) => one.id === id);
  if (!found) throw new DomainError("not-found", "HANDOVER_NOT_FOUND");
  return found;
};

const rule = (standing: TripStanding, rulings: readonly Ruling[]): Settlement => {
  const states = new Map(rulings.map(({ handoverId, state }) => [handoverId, state]));
  const handovers = standing.handovers.map((one) => ({
    ...one,
    state: states.get(one.id) ?? one.state,
  }));
  return { rulings, handovers };
};

const rulingsFor = (
  standing: TripStanding,
  held: ReceivedHandover,
  choice: SettleChoice,
): readonly Ruling[] => {
  if (choice === "keep-standing") return [{ handoverId: held.id, state: "set_aside" }];
  const counting = (id: string | null) =>
    standing.handovers.find((one) => one.id === id && isCounting(one));
  const corrected = counting(held.correctsId);
  const against = choice === "keep-held" ? counting(held.againstId) : undefined;
  return [
    ...(corrected ? [{ handoverId: corrected.id, state: "corrected" as const }] : []),
    ...(against && against !== corrected
      ? [{ handoverId: against.id, state: "set_aside" as const }]
      : []),
    { handoverId: held.id, state: "synced" },
  ];
};

/**
 * Who was right is a person's word, with a reason; neither record is changed.
 * @throws conflict HANDOVER_NOT_HELD when somebody else decided; HANDOVER_GOODS_EXCEEDED when more would
 * be handed over than was in the car
 */
export const decideSettle = (
  standing: TripStanding,
  handoverId: string,
  choice: SettleChoice,
): Settlement => {
  const held = find(standing, handoverId);
  if (held.state !== "held") throw new DomainError("conflict", "HANDOVER_NOT_HELD");
  if (choice === "keep-both" && held.correctsId !== null)
    throw new DomainError("invalid", "INPUT_INVALID", { field: "choice" });
  const settlement = rule(standing, rulingsFor(standing, held, choice));
  if (choice !== "keep-standing" && exceedsGoods(standing, settlement.handovers))
    throw new DomainError("conflict", "HANDOVER_GOODS_EXCEEDED");
  return settlement;
};

/**
 * The trip lead looked at a record: it is right, or it is in doubt until a counter-record or another look.
 * @throws conflict HANDOVER_NOT_COUNTING when it is held, set aside or corrected
 */
export const decideJudge = (
  standing: TripStanding,
  handoverId: string,
  judgement: Judgement,
): Settlement => {
  const found = find(standing, handoverId);
  if (!isCounting(found)) throw new DomainError("conflict", "HANDOVER_NOT_COUNTING");
  if (found.state === judgement) return rule(standing, []);
  return rule(standing, [{ handoverId, state: judgement }]);
};
