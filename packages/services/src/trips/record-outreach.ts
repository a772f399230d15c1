import { DomainError } from "@rembuk/domain/kernel/errors";
import { tripEvent } from "@rembuk/domain/trips/events";
import type { RecordOutreachCommand } from "@rembuk/domain/trips/outreach";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { officeToday } from "../staff/running-queries";
import { requireOnTrip } from "./change-trip";
import { insertOutreach } from "./outreach-store";
import { getTrip } from "./store";

/**
 * Writes down a sosialisasi that was held in a village, on a trip that stops there or without one.
 * @throws forbidden; not-found TRIP_NOT_FOUND; invalid INPUT_INVALID for a village that the trip does not visit,
 *   OUTREACH_NOT_HELD for a day to come
 */
export const recordOutreach = async (
  ctx: ServiceContext,
  command: RecordOutreachCommand,
): Promise<{ readonly outreachId: string }> => {
  const { villageCode, tripId, medium, heldOn } = command;
  requireInArea(ctx, "outreach.record", villageCode);
  return once(ctx, command, async (tx) => {
    if (heldOn > officeToday(ctx.now())) throw new DomainError("invalid", "OUTREACH_NOT_HELD");
    if (tripId) {
      const trip = await getTrip(tx, tripId);
      requireOnTrip(ctx, "trip.read", trip);
      if (!trip.stops.some((stop) => stop.villageCode === villageCode))
        throw new DomainError("invalid", "INPUT_INVALID", { field: "villageCode" });
    }
    const outreachId = await insertOutreach(tx, ctx, command);
    const subject = { id: outreachId, subdistrictCode: villageCode.slice(0, 8) };
    const event = tripEvent("outreach.recorded", subject, { villageCode, medium });
    await recordEvents(tx, ctx, [event], command, { outreachId });
    return { outreachId };
  });
};
