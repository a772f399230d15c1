import type { Transaction } from "@rembuk/db/client";
import type { ServiceContext } from "../context";
import { takeLetterNumber } from "../letters/take-number";
import { requireOnTrip } from "../trips/change-trip";
import { lockTrip } from "../trips/store";
import type { RecordPlace } from "./record-queries";

/**
 * The number of a berita acara: the one it has, or the next of the office's register, taken last so that none is
 * lost. @throws not-found TRIP_NOT_FOUND; forbidden
 */
export const issueRecord = async (
  tx: Transaction,
  ctx: ServiceContext,
  { tripId, villageCode, programCode }: RecordPlace,
): Promise<void> => {
  const trip = await lockTrip(tx, tripId);
  requireOnTrip(ctx, "handover.number", trip);
  const key = { tripId, villageCode, programCode };
  const known = await tx.handoverRecord.findUnique({
    where: { tripId_villageCode_programCode: key },
    select: { id: true },
  });
  if (known) return;
  const { subdistrictCode } = trip;
  const { number } = await takeLetterNumber(tx, ctx, subdistrictCode);
  const issued = { issuedById: ctx.actor.userId, issuedAt: ctx.now() };
  await tx.handoverRecord.create({
    data: { ...key, ...issued, id: ctx.newId(), subdistrictCode, number },
    select: { id: true },
  });
};
