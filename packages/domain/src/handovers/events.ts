import type { DomainEvent } from "../kernel/event";
import type { HeldReason, RecordedOutcome } from "./model";
import type { Judgement, SettleChoice } from "./settling";

/** Codes and ids of the trip's own parts; whom it is about stands sealed in the rows. */
export interface HandoverEventPayloads {
  "handover.kept": { readonly tripId: string; readonly outcome: RecordedOutcome };
  "handover.held": { readonly tripId: string; readonly because: HeldReason };
  "handover.settled": { readonly tripId: string; readonly choice: SettleChoice };
  "handover.judged": { readonly tripId: string; readonly judgement: Judgement };
  /** cases: so many open ones of its villages went along. */
  "handover.package-taken": { readonly deviceId: string; readonly cases: number };
  "handover.sheet-keyed": { readonly stopId: string; readonly records: number };
}
export type HandoverEventType = keyof HandoverEventPayloads;

/** Whose subject is the trip itself. */
const ofTrip: readonly HandoverEventType[] = ["handover.package-taken", "handover.sheet-keyed"];

/** @param subject the handover, or the trip that was taken along or keyed */
export const handoverEvent = <T extends HandoverEventType>(
  type: T,
  subject: { readonly id: string; readonly subdistrictCode: string },
  payload: HandoverEventPayloads[T],
): DomainEvent<T, HandoverEventPayloads[T]> => ({
  type,
  subject: `${ofTrip.includes(type) ? "trip" : "handover"}/${subject.id}`,
  subdistrictCode: subject.subdistrictCode,
  payload,
});
