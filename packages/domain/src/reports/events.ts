import type { DomainEvent } from "../kernel/event";
import type { PaperKind } from "./papers";

/** What happens to a paper: its id, its kind, how many rows; never what stands on it. */
export interface PaperEventPayloads {
  "paper.requested": { readonly kind: PaperKind };
  "paper.made": { readonly kind: PaperKind; readonly rows: number };
  "paper.cancelled": { readonly kind: PaperKind };
}
export type PaperEventType = keyof PaperEventPayloads;

/** @param areaCode kecamatan, kabupaten or village that it is about */
export const paperEvent = <T extends PaperEventType>(
  type: T,
  paper: { readonly id: string; readonly areaCode: string },
  payload: PaperEventPayloads[T],
): DomainEvent<T, PaperEventPayloads[T]> => ({
  type,
  subject: `paper/${paper.id}`,
  subdistrictCode: paper.areaCode.slice(0, 8),
  payload,
});
