import {
  type OpenCaseCommand,
  type OpenTripCaseCommand,
  openCaseCommand,
  openTripCaseCommand,
} from "@rembuk/domain/cases/commands";
import { type ToldPhoto, toldPhotos } from "@rembuk/domain/cases/phone-photos";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ReplayCommand } from "@rembuk/domain/staff/device";
import { sealedPlace, tripCaseSeal } from "@rembuk/domain/staff/sealing";
import { z } from "zod";
import type { ServiceContext } from "../context";
import { openSealed } from "../kernel/device-sealing";
import { findEarlierAnswer, inTransaction } from "../kernel/in-transaction";
import { requireInArea } from "../kernel/require-permission";
import { quarantineRecord, touchDevice } from "../staff/device-store";
import { openCase } from "./open-case";
import { isActDone, isPhoneAct, replayAct } from "./replay-sealed-act";
import { awaitPhotos } from "./told-photo-store";

export interface Replayed {
  readonly clientActionId: string;
  /**
   * kept: a case, or an act that was done; noted: an act that came too late, a note on its case now;
   * quarantined: the device was revoked, a person decides.
   */
  readonly outcome: "kept" | "noted" | "quarantined";
  /** Of a new case. */
  readonly number: string | null;
}

const parsed = <Body>(read: z.ZodSafeParseResult<Body>): Body => {
  if (read.success) return read.data;
  const fields = read.error.issues.map((issue) => issue.path.join("."));
  throw new DomainError("invalid", "INPUT_INVALID", { fields });
};

/** The body as JSON; ids and time are bound outside it. @throws invalid SEAL_BROKEN */
const openBody = (ctx: Pick<ServiceContext, "keys">, record: ReplayCommand): object => {
  const text = openSealed(ctx.keys, sealedPlace(record), Buffer.from(record.sealed, "base64"));
  const { clientActionId, capturedAt } = record;
  return { ...(JSON.parse(text) as object), clientActionId, capturedAt, channel: "field" };
};

/** What was sealed of a matter that a crew was told of. @throws invalid SEAL_BROKEN, INPUT_INVALID */
export const readSealedTripCase = (
  ctx: Pick<ServiceContext, "keys">,
  record: ReplayCommand,
): OpenTripCaseCommand => parsed(openTripCaseCommand.safeParse(openBody(ctx, record)));

/**
 * What was sealed of a new case, without the trip that led to it.
 * @throws invalid SEAL_BROKEN, INPUT_INVALID
 */
export const readSealedCase = (
  ctx: Pick<ServiceContext, "keys">,
  record: ReplayCommand,
): OpenCaseCommand => {
  if (record.command !== tripCaseSeal)
    return parsed(openCaseCommand.safeParse(openBody(ctx, record)));
  const { tripId: _, ...matter } = readSealedTripCase(ctx, record);
  return matter;
};

const photosOfBody = z.object({ photos: toldPhotos });

/** Which photos the record of a new case tells of. @throws invalid SEAL_BROKEN, INPUT_INVALID */
export const readToldPhotos = (
  ctx: Pick<ServiceContext, "keys">,
  record: ReplayCommand,
): readonly ToldPhoto[] => parsed(photosOfBody.safeParse(openBody(ctx, record))).photos;

/**
 * The photos of a case that a record became: they are awaited, and taken in when they come.
 * @param userId whose phone they are on
 */
export const awaitPhotosOf = async (
  ctx: ServiceContext,
  record: ReplayCommand,
  caseId: string,
  userId = ctx.actor.userId,
): Promise<void> => {
  const photos = readToldPhotos(ctx, record);
  if (photos.length === 0) return;
  const { villageCode } = readSealedCase(ctx, record);
  const tripId = record.command === tripCaseSeal ? readSealedTripCase(ctx, record).tripId : null;
  const place = { caseId, villageCode, userId, tripId };
  await inTransaction(ctx, (tx) => awaitPhotos(tx, ctx, place, photos));
};

/**
 * The case that this very record became before its device was revoked: its answer was lost, and it
 * comes again. Null where it made none, does not open, differs from the act under its id, or lies out
 * of the actor's reach by now: then a person decides.
 * @param requireReach throws where the actor could not open it any more
 */
export const findKeptCase = async (
  ctx: ServiceContext,
  record: ReplayCommand,
  requireReach: () => Promise<void> | void,
): Promise<Replayed | null> => {
  try {
    const command = readSealedCase(ctx, record);
    await requireReach();
    const earlier = await inTransaction(ctx, (tx) =>
      findEarlierAnswer<{ readonly id: string; readonly number: string }>(tx, ctx, command),
    );
    if (!earlier) return null;
    await awaitPhotosOf(ctx, record, earlier.id);
    const { clientActionId } = record;
    return { clientActionId, outcome: "kept", number: earlier.number };
  } catch (error) {
    if (error instanceof DomainError && error.kind !== "unavailable") return null;
    throw error;
  }
};

/** An act that was done, or noted, before its phone was revoked: nobody has to decide about it. */
const findDone = async (ctx: ServiceContext, record: ReplayCommand): Promise<Replayed | null> => {
  const { clientActionId } = record;
  return (await isActDone(ctx, record)) ? { clientActionId, outcome: "kept", number: null } : null;
};

/** It waits for a person who may decide. */
const quarantine = async (ctx: ServiceContext, record: ReplayCommand): Promise<Replayed> => {
  await quarantineRecord(ctx, { ...record, sentAt: null });
  return { clientActionId: record.clientActionId, outcome: "quarantined", number: null };
};

/** How one kind of record is taken in. */
export interface Way {
  readonly take: () => Promise<Pick<Replayed, "outcome" | "number">>;
  /** What became of it before its phone was revoked; null: a person decides. */
  readonly findEarlier: () => Promise<Replayed | null>;
  /** Another phone of the same crew sends it; of the one that sealed it nothing new is known. */
  readonly carrier?: { readonly isRevoked: boolean };
}

/**
 * Takes a record that a phone sealed without network. Exactly once by its clientActionId; a revoked
 * device's records arrive in quarantine, unless they stand already.
 * @throws not-found DEVICE_NOT_FOUND for a device of somebody else; invalid SEAL_BROKEN, INPUT_INVALID
 */
export const replayRecord = async (
  ctx: ServiceContext,
  record: ReplayCommand,
  { take, findEarlier, carrier }: Way,
): Promise<Replayed> => {
  const device = await ctx.db.device.findUnique({ where: { id: record.deviceId } });
  if (!device || device.userId !== ctx.actor.userId)
    throw new DomainError("not-found", "DEVICE_NOT_FOUND");
  if (device.revokedAt || carrier?.isRevoked)
    return (await findEarlier()) ?? quarantine(ctx, record);
  const replayed = await take();
  if (!carrier) await touchDevice(ctx, device.id, Math.max(0, (record.unsynced ?? 1) - 1));
  return { clientActionId: record.clientActionId, ...replayed };
};

/** A new case, or an act on one, by the village's phone. @throws as `replayRecord`, and what the act itself does */
export const replaySealedCase = async (
  ctx: ServiceContext,
  record: ReplayCommand,
): Promise<Replayed> => {
  const { command } = record;
  if (command === tripCaseSeal)
    throw new DomainError("invalid", "INPUT_INVALID", { field: "command" });
  if (isPhoneAct(command))
    return replayRecord(ctx, record, {
      take: async () => ({ outcome: await replayAct(ctx, record), number: null }),
      findEarlier: () => findDone(ctx, record),
    });
  return replayRecord(ctx, record, {
    take: async () => {
      const { id, number } = await openCase(ctx, readSealedCase(ctx, record));
      await awaitPhotosOf(ctx, record, id);
      return { outcome: "kept", number };
    },
    findEarlier: () =>
      findKeptCase(ctx, record, () =>
        requireInArea(ctx, "case.open", readSealedCase(ctx, record).villageCode),
      ),
  });
};
