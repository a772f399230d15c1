import { canInArea } from "@rembuk/domain/access/policy";
import {
  type OpenCaseCommand,
  openCaseCommand,
  openTripCaseCommand,
} from "@rembuk/domain/cases/commands";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { type ReplayCommand, sealedPlace, tripCaseSeal } from "@rembuk/domain/staff/device";
import type { z } from "zod";
import type { ServiceContext } from "../context";
import { openSealed } from "../kernel/device-sealing";
import { findEarlierAnswer, inTransaction } from "../kernel/in-transaction";
import { quarantineRecord, touchDevice } from "../staff/device-store";
import { openCase, type Receipt } from "./open-case";
import { openCaseOnTrip, requireStopOfTrip } from "./open-case-on-trip";
import { isActDone, isPhoneAct, replayAct } from "./replay-sealed-act";

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

/**
 * What was sealed of a new case, without the trip that led to it.
 * @throws invalid SEAL_BROKEN, INPUT_INVALID
 */
export const readSealedCase = (
  ctx: Pick<ServiceContext, "keys">,
  record: ReplayCommand,
): OpenCaseCommand => {
  const body = openBody(ctx, record);
  if (record.command !== tripCaseSeal) return parsed(openCaseCommand.safeParse(body));
  const { tripId: _, ...matter } = parsed(openTripCaseCommand.safeParse(body));
  return matter;
};

/** A new case of the phone, opened as its command says. */
const openSealedCase = (ctx: ServiceContext, record: ReplayCommand): Promise<Receipt> =>
  record.command === tripCaseSeal
    ? openCaseOnTrip(ctx, parsed(openTripCaseCommand.safeParse(openBody(ctx, record))))
    : openCase(ctx, readSealedCase(ctx, record));

/** Whether the actor could still open it: who could not is told nothing of it. */
const isInReach = async (ctx: ServiceContext, record: ReplayCommand): Promise<boolean> => {
  if (record.command !== tripCaseSeal) {
    const { villageCode } = readSealedCase(ctx, record);
    return canInArea(ctx.actor, "case.open", { areaCode: villageCode });
  }
  await requireStopOfTrip(ctx, parsed(openTripCaseCommand.safeParse(openBody(ctx, record))));
  return true;
};

/**
 * The case that this very record became before its device was revoked: its answer was lost, and it
 * comes again. Null where it made none, does not open, differs from the act under its id, or lies out
 * of the actor's reach by now: then a person decides.
 */
const findKept = async (ctx: ServiceContext, record: ReplayCommand): Promise<Replayed | null> => {
  try {
    const command = readSealedCase(ctx, record);
    if (!(await isInReach(ctx, record))) return null;
    const earlier = await inTransaction(ctx, (tx) =>
      findEarlierAnswer<{ readonly number: string }>(tx, ctx, command),
    );
    const { clientActionId } = record;
    return earlier && { clientActionId, outcome: "kept", number: earlier.number };
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

/**
 * Takes a record that a phone sealed without network. Exactly once by its clientActionId; a revoked
 * device's records arrive in quarantine, unless they are cases already.
 * @throws not-found DEVICE_NOT_FOUND for a device of somebody else; invalid SEAL_BROKEN, INPUT_INVALID
 */
export const replaySealedCase = async (
  ctx: ServiceContext,
  record: ReplayCommand,
): Promise<Replayed> => {
  const device = await ctx.db.device.findUnique({ where: { id: record.deviceId } });
  if (!device || device.userId !== ctx.actor.userId)
    throw new DomainError("not-found", "DEVICE_NOT_FOUND");
  const { clientActionId, command } = record;
  if (device.revokedAt) {
    const kept = isPhoneAct(command) ? await findDone(ctx, record) : await findKept(ctx, record);
    return kept ?? quarantine(ctx, record);
  }
  const replayed = isPhoneAct(command)
    ? { outcome: await replayAct(ctx, record), number: null }
    : {
        outcome: "kept" as const,
        number: (await openSealedCase(ctx, record)).number,
      };
  await touchDevice(ctx, device.id, Math.max(0, (record.unsynced ?? 1) - 1));
  return { clientActionId, ...replayed };
};
