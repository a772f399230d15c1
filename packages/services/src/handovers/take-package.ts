import { randomBytes } from "node:crypto";
import type { TakePackageCommand } from "@rembuk/domain/handovers/commands";
import { handoverEvent } from "@rembuk/domain/handovers/events";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { downloadLifetimeMs } from "@rembuk/domain/staff/sealing";
import type { TripStatus } from "@rembuk/domain/trips/model";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { findDevices, noteDownload } from "../staff/device-store";
import { requireOnTrip } from "../trips/change-trip";
import { getTrip } from "../trips/store";
import { readPackage, type TripPackage } from "./package-queries";

/** Once the goods are in the car the list is what it is. */
export const takenAlong: readonly TripStatus[] = ["loaded", "departed", "on_site", "returned"];

/**
 * One trip for one phone: its list, stops and goods, the open cases of its villages, and a key of this download alone,
 * by which a typed NIK is compared without the NIKs being on the phone. That it was taken, and with how many cases, is
 * in the trail.
 * @throws not-found DEVICE_NOT_FOUND, TRIP_NOT_FOUND; forbidden; conflict TRIP_NOT_TO_TAKE before it is loaded
 */
export const takePackage = async (
  ctx: ServiceContext,
  command: TakePackageCommand,
): Promise<TripPackage> => {
  const { tripId, deviceId } = command;
  const device = (await findDevices(ctx.db, [deviceId])).get(deviceId);
  if (device?.userId !== ctx.actor.userId || device.isRevoked)
    throw new DomainError("not-found", "DEVICE_NOT_FOUND");
  const takenAt = ctx.now();
  const expiresAt = new Date(takenAt.getTime() + downloadLifetimeMs);
  const content = await readPackage(ctx, command, randomBytes(32));
  const cases = content.openCases?.reduce((all, village) => all + village.cases.length, 0) ?? 0;
  await once(ctx, command, async (tx) => {
    const trip = await getTrip(tx, tripId);
    requireOnTrip(ctx, "handover.record", trip);
    if (!takenAlong.includes(trip.status)) throw new DomainError("conflict", "TRIP_NOT_TO_TAKE");
    await noteDownload(tx, deviceId, { takenAt, expiresAt });
    const event = handoverEvent("handover.package-taken", trip, { deviceId, cases });
    await recordEvents(tx, ctx, [event], command, { tripId });
    return { tripId };
  });
  return { ...content, takenAt, expiresAt };
};
