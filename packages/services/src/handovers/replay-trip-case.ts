import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ReplayCommand } from "@rembuk/domain/staff/device";
import { staffEvent } from "@rembuk/domain/staff/events";
import { tripCaseSeal } from "@rembuk/domain/staff/sealing";
import {
  awaitPhotosOf,
  findKeptCase,
  type Replayed,
  readSealedTripCase,
  replayRecord,
  type Way,
} from "../cases/replay-sealed-case";
import type { ServiceContext } from "../context";
import { inTransaction, once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { type FieldDevice, findDevices } from "../staff/device-store";
import { loadActors } from "../staff/running-queries";
import { openCaseOnTrip, requireStopOfTrip } from "./open-case-on-trip";

const wayOf = (ctx: ServiceContext, record: ReplayCommand): Way => ({
  take: async () => {
    const { id, number } = await openCaseOnTrip(ctx, readSealedTripCase(ctx, record));
    await awaitPhotosOf(ctx, record, id);
    return { outcome: "kept", number };
  },
  findEarlier: () =>
    findKeptCase(ctx, record, async () => {
      await requireStopOfTrip(ctx, readSealedTripCase(ctx, record));
    }),
});

/** In the name of who wrote it down. @throws forbidden where they did not go along, or hold nothing any more */
const contextOfWriter = async (
  ctx: ServiceContext,
  record: ReplayCommand,
  writerId: string,
): Promise<ServiceContext> => {
  const { crew } = await requireStopOfTrip(ctx, readSealedTripCase(ctx, record));
  const writers = await inTransaction(ctx, (tx) => loadActors(tx, [writerId], ctx.now()));
  const actor = writers.get(writerId);
  if (!actor || !crew.some(({ userId }) => userId === writerId))
    throw new DomainError("forbidden", "FORBIDDEN", { permission: "trip.open-case" });
  return { ...ctx, actor };
};

/** Whose phone brought it stands in the audit, once. */
const noteCarried = async (
  ctx: ServiceContext,
  { clientActionId, deviceId }: ReplayCommand,
): Promise<void> => {
  const command = { clientActionId, carriedFrom: deviceId };
  const about = await ctx.db.device.findUniqueOrThrow({
    where: { id: deviceId },
    select: { userId: true, areaCode: true },
  });
  const event = staffEvent("staff.record-carried", about, { deviceId, recordId: clientActionId });
  await once(ctx, command, async (tx) => recordEvents(tx, ctx, [event], command, {}));
};

/**
 * By the phone of another of the crew. It is taken in in the name of who wrote it down: whichever of the two phones
 * sends it, and however often, it is one case.
 */
const carry = async (
  ctx: ServiceContext,
  record: ReplayCommand,
  writerId: string,
  carrier: FieldDevice,
): Promise<Replayed> => {
  const writer = await contextOfWriter(ctx, record, writerId);
  const replayed = await replayRecord(writer, record, { ...wayOf(writer, record), carrier });
  if (replayed.outcome === "kept") await noteCarried(ctx, record);
  return replayed;
};

/**
 * Takes a matter that a crew wrote down on its trip without network: a case, once. A phone may carry another's, if
 * both went along.
 * @throws as `replayRecord`, and as `openCaseOnTrip`
 */
export const replayTripCase = async (
  ctx: ServiceContext,
  record: ReplayCommand,
): Promise<Replayed> => {
  const { command, deviceId, carrierId } = record;
  if (command !== tripCaseSeal)
    throw new DomainError("invalid", "INPUT_INVALID", { field: "command" });
  const devices = await findDevices(ctx.db, carrierId ? [deviceId, carrierId] : [deviceId]);
  const sealer = devices.get(deviceId);
  if (!carrierId || !sealer || sealer.userId === ctx.actor.userId)
    return replayRecord(ctx, record, wayOf(ctx, record));
  const carrier = devices.get(carrierId);
  if (carrier?.userId !== ctx.actor.userId) throw new DomainError("not-found", "DEVICE_NOT_FOUND");
  return carry(ctx, record, sealer.userId, carrier);
};
