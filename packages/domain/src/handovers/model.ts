import type { HandoverOutcome } from "../aid/entitling";

/** `void` is a counter-record's alone: what was recorded did not happen. */
export type RecordedOutcome = HandoverOutcome | "void";

/** Who took it for somebody else. */
export const proxyRelations = [
  "spouse",
  "child",
  "parent",
  "sibling",
  "other_family",
  "neighbour",
  "village_official",
] as const;
export type ProxyRelation = (typeof proxyRelations)[number];

/**
 * captured (on the phone) > synced (the server has it and it counts) > verified | disputed > corrected by a
 * counter-record, never an edit. held: a person must decide before it counts; set_aside: decided against,
 * and kept.
 */
export const handoverStates = [
  "synced",
  "verified",
  "disputed",
  "held",
  "set_aside",
  "corrected",
] as const;
export type HandoverState = (typeof handoverStates)[number];

/** Why a record waits for the trip lead; wording `handovers.held.<reason>`. */
export const heldReasons = [
  "served-twice",
  "contradicts",
  "entitlement-changed",
  "goods-exceeded",
  "line-unknown",
  "corrects-unknown",
  "corrected-twice",
  "not-own",
  "trip-closed",
] as const;
export type HeldReason = (typeof heldReasons)[number];

/** A handover as decisions read it: ids, codes and counts, no word about anybody. */
export interface Handover {
  /** Made by the phone: the same record twice is one. */
  readonly id: string;
  /** Line of the manifest; null: a person who stood on none. */
  readonly lineId: string | null;
  readonly goodsId: string | null;
  /** Blind key of the person's NIK; null: none is known. */
  readonly personKey: string | null;
  readonly outcome: RecordedOutcome;
  /** Whole units handed over; 0 unless delivered or partial. */
  readonly quantity: number;
  /** Of a counter-record: what it puts right. */
  readonly correctsId: string | null;
  readonly recordedById: string;
}

/** As the server holds it. */
export interface ReceivedHandover extends Handover {
  readonly state: HandoverState;
  /** Of a held one, also after it was decided. */
  readonly heldBecause: HeldReason | null;
  /** The record that stood when this one came. */
  readonly againstId: string | null;
}

/** What one person is to get on this trip. */
export interface HandoverLine {
  readonly id: string;
  readonly goodsId: string | null;
  readonly quantity: number;
  readonly personKey: string | null;
  /** False: the entitlement was cancelled, expired or served elsewhere meanwhile. */
  readonly isOpen: boolean;
}

export interface CarriedGoods {
  readonly id: string;
  readonly loaded: number;
  /** Counted as returned or lost. */
  readonly away: number;
}

/** A trip as handovers meet it. */
export interface TripStanding {
  readonly isClosed: boolean;
  /** Who may put right what others recorded. */
  readonly leadIds: readonly string[];
  readonly lines: readonly HandoverLine[];
  readonly goods: readonly CarriedGoods[];
  /** In the order in which the server received them. */
  readonly handovers: readonly ReceivedHandover[];
}

/** Counts towards what was delivered. */
export const isCounting = ({ state }: Pick<ReceivedHandover, "state">): boolean =>
  state === "synced" || state === "verified" || state === "disputed";

/** A trip does not close while one of these is left. */
export const isOpenQuestion = ({ state }: Pick<ReceivedHandover, "state">): boolean =>
  state === "held" || state === "disputed";

export const handsOver = (outcome: RecordedOutcome): boolean =>
  outcome === "delivered" || outcome === "partial";

/** Records that a phone sends at once, and lines of a sheet that are keyed at once. */
export const mostBatch = 200;
