import type { Decree } from "./model";

/** Does the SK run on every day of the trip? Days compare as text. */
export const coversTrip = (
  decree: Pick<Decree, "startsOn" | "endsOn" | "revokedAt">,
  trip: { readonly startsOn: string; readonly endsOn: string },
): boolean =>
  decree.revokedAt === null && decree.startsOn <= trip.startsOn && trip.endsOn <= decree.endsOn;
