import { z } from "zod";
import type { LocalDate } from "../calendars/local-date";
import type { DomainEvent } from "../kernel/event";

/** What a phone finds in most of the village. */
export const signals = ["none", "sms", "2g", "data"] as const;
export type Signal = (typeof signals)[number];

/** How the village is reached from the kecamatan's office; `cut`: not at all. */
export const accesses = ["car", "motorcycle", "foot", "boat", "cut"] as const;
export type Access = (typeof accesses)[number];

/** How far away a village is, as somebody who knows it told on a day. */
export interface VillageFacts {
  /** Hours from the kecamatan's office, one way, in dry weather. */
  readonly hoursToOffice: number;
  readonly signal: Signal;
  readonly access: Access;
  /** The same in the rainy season. */
  readonly rainyAccess: Access;
  /** Who or what says so. */
  readonly source: string;
  readonly notedOn: LocalDate;
}

export const saveVillageFactsCommand = z.object({
  clientActionId: z.uuid(),
  villageCode: z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/),
  /** Version that was seen; 0: nothing was recorded yet. */
  version: z.int().nonnegative(),
  /** In quarters of an hour. */
  hoursToOffice: z.number().min(0).max(72).multipleOf(0.25),
  signal: z.enum(signals),
  access: z.enum(accesses).exclude(["cut"]),
  rainyAccess: z.enum(accesses),
  source: z.string().trim().min(3).max(200),
});
export type SaveVillageFactsCommand = z.infer<typeof saveVillageFactsCommand>;

/** Codes and hours; the words of the source stand in the row. */
export interface VillageEventPayloads {
  "village.facts-saved": {
    readonly villageCode: string;
    readonly hoursToOffice: number;
    readonly signal: Signal;
    readonly access: Access;
    readonly rainyAccess: Access;
  };
}
export type VillageEventType = keyof VillageEventPayloads;

export const villageEvent = <T extends VillageEventType>(
  type: T,
  payload: VillageEventPayloads[T],
): DomainEvent<T, VillageEventPayloads[T]> => ({
  type,
  subject: `village/${payload.villageCode}`,
  subdistrictCode: payload.villageCode.slice(0, 8),
  payload,
});
