import type { DomainEvent } from "../kernel/event";
import type { PostponeReason, ToldBy, TripStatus } from "./model";
import type { OutreachMedium } from "./outreach";

/** What happens to decrees and trips. Names, places and words of people stay in the rows. */
export interface TripEventPayloads {
  "decree.issued": { readonly decreeId: string };
  "decree.revoked": { readonly decreeId: string };
  "trip.planned": { readonly villages: readonly string[] };
  "trip.changed": { readonly villages: readonly string[] };
  "trip.stop-set": { readonly villageCode: string; readonly by: ToldBy };
  "trip.moved": {
    readonly from: TripStatus;
    readonly to: TripStatus;
    readonly villages: readonly string[];
    readonly reason?: PostponeReason;
  };
  "trip.ordered": { readonly by: ToldBy };
  "trip.letter-numbered": { readonly year: number };
  "trip.arrived": { readonly villageCode: string };
  "outreach.recorded": { readonly villageCode: string; readonly medium: OutreachMedium };
  "outreach.relayed": { readonly villageCode: string };
  "trip.manifest-changed": { readonly added: number; readonly removed: number };
  "trip.counted": { readonly goods: number; readonly activities: number };
}
export type TripEventType = keyof TripEventPayloads;
export type TripEvent<Type extends TripEventType = TripEventType> = {
  [T in Type]: DomainEvent<T, TripEventPayloads[T]>;
}[Type];

/** @param subject the trip, the decree or the outreach that it happened to */
export const tripEvent = <Type extends TripEventType>(
  type: Type,
  subject: { readonly id: string; readonly subdistrictCode: string },
  payload: TripEventPayloads[Type],
): TripEvent<Type> =>
  ({
    type,
    subject: `${type.split(".")[0]}/${subject.id}`,
    subdistrictCode: subject.subdistrictCode,
    payload,
  }) as TripEvent<Type>;
