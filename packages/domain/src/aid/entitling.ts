import { DomainError } from "../kernel/errors";

/**
 * Hak: what one enrolment receives in one cycle. draft > approved > allocated (on a trip's manifest) > what the
 * handover came to > reconciled with its trip. Who was not met, and what never left the car, waits again as
 * approved; at the end of the cycle it expires.
 */
export const entitlementStatuses = [
  "draft",
  "approved",
  "allocated",
  "delivered",
  "partially_delivered",
  "refused",
  "not_found",
  "deceased",
  "moved",
  "reconciled",
  "expired",
  "cancelled",
] as const;
export type EntitlementStatus = (typeof entitlementStatuses)[number];

/** What a handover came to. */
export const handoverOutcomes = [
  "delivered",
  "partial",
  "refused",
  "not_found",
  "deceased",
  "moved",
] as const;
export type HandoverOutcome = (typeof handoverOutcomes)[number];

const servedAs: Readonly<Record<HandoverOutcome, EntitlementStatus>> = {
  delivered: "delivered",
  partial: "partially_delivered",
  refused: "refused",
  not_found: "not_found",
  deceased: "deceased",
  moved: "moved",
};
export const servedStatuses: readonly EntitlementStatus[] = Object.values(servedAs);

/** Statuses in which somebody still waits for something. */
export const waitingStatuses: readonly EntitlementStatus[] = ["approved", "allocated"];

/** An entitlement as decisions know it. */
export interface Entitlement {
  readonly id: string;
  readonly status: EntitlementStatus;
  readonly quantity: number;
  readonly createdById: string;
  /** Who put the enrolment forward. */
  readonly nominatedById: string;
  readonly version: number;
}

/**
 * approve: by whose money it is, or recorded with the letter of who decided; allocate: onto a trip's manifest;
 * release: off it; serve: a handover, also a corrected one; reconcile: its trip is closed.
 */
export const entitlementActs = [
  "approve",
  "allocate",
  "release",
  "serve",
  "reconcile",
  "expire",
  "cancel",
] as const;
export type EntitlementAct = (typeof entitlementActs)[number];

const from: Readonly<Record<EntitlementAct, readonly EntitlementStatus[]>> = {
  approve: ["draft"],
  allocate: ["approved"],
  // Who was not met is looked for again on another trip.
  release: ["allocated", "not_found"],
  serve: ["allocated", ...servedStatuses],
  reconcile: ["delivered", "partially_delivered", "refused", "deceased", "moved"],
  expire: ["draft", "approved"],
  cancel: ["draft", "approved"],
};

/** From which statuses an act leads on: for stores, which change many at once. */
export const statusesBefore = (act: EntitlementAct): EntitlementStatus[] => [...from[act]];

/** Is it an act of this moment? */
export const isEntitlementActOf = (
  act: EntitlementAct,
  { status }: Pick<Entitlement, "status">,
): boolean => from[act].includes(status);

/** Nobody approves what they made, nor for a household that they put forward. */
export const isOwnEntitlement = (
  one: Pick<Entitlement, "createdById" | "nominatedById">,
  actorId: string,
): boolean => one.createdById === actorId || one.nominatedById === actorId;

/** What an entitlement is after a handover. */
export interface ServedEntitlement {
  readonly status: EntitlementStatus;
  /** Units handed over. */
  readonly deliveredQuantity: number;
}

/**
 * The status that a handover's outcome leads to, and the units that count as delivered: none where nobody
 * received anything.
 * @param quantity units handed over
 */
export const entitlementAfter = (
  outcome: HandoverOutcome,
  quantity: number,
): ServedEntitlement => ({
  status: servedAs[outcome],
  deliveredQuantity: outcome === "delivered" || outcome === "partial" ? quantity : 0,
});

/**
 * A handover decided on the entitlement as it stands: allocated, or served before and now corrected.
 * @param quantity units handed over; partial is more than none and less than all
 * @throws conflict ENTITLEMENT_ACT_NOT_NOW; invalid ENTITLEMENT_QUANTITY with the quantity that is due
 */
export const decideServe = (
  one: Pick<Entitlement, "status" | "quantity">,
  outcome: HandoverOutcome,
  quantity: number,
): ServedEntitlement => {
  if (!isEntitlementActOf("serve", one))
    throw new DomainError("conflict", "ENTITLEMENT_ACT_NOT_NOW", { status: one.status });
  const isDue =
    outcome === "partial"
      ? quantity > 0 && quantity < one.quantity
      : outcome !== "delivered" || quantity === one.quantity;
  if (!isDue) throw new DomainError("invalid", "ENTITLEMENT_QUANTITY", { quantity: one.quantity });
  return entitlementAfter(outcome, quantity);
};
