import { canInArea } from "@rembuk/domain/access/policy";
import { openCaseCommand } from "@rembuk/domain/cases/commands";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { type ReplayCommand, sealedPlace } from "@rembuk/domain/staff/device";
import type { ServiceContext } from "../context";
import { openSealed } from "../kernel/device-sealing";
import { findEarlierAnswer, inTransaction } from "../kernel/in-transaction";
import { quarantineRecord, touchDevice } from "../staff/device-store";
import { openCase } from "./open-case";
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

/**
 * What was sealed: the command's body as JSON; ids and time are bound outside it.
 * @throws invalid SEAL_BROKEN, INPUT_INVALID
 */
export const readSealedCase = (ctx: Pick<ServiceContext, "keys">, record: ReplayCommand) => {
  const text = openSealed(ctx.keys, sealedPlace(record), Buffer.from(record.sealed, "base64"));
  const { clientActionId, capturedAt } = record;
  const body = openCaseCommand.safeParse({
    ...(JSON.parse(text) as object),
    clientActionId,
    capturedAt,
    channel: "field",
  });
  if (!body.success) {
    const fields = body.error.issues.map((issue) => issue.path.join("."));
    throw new DomainError("invalid", "INPUT_INVALID", { fields });
  }
  return body.data;
};

/**
 * The case that this very record became before its device was revoked: its answer was lost, and it
 * comes again. Null where it made none, does not open, differs from the act under its id, or lies out
 * of the actor's reach by now: then a person decides.
 */
const findKept = async (ctx: ServiceContext, record: ReplayCommand): Promise<Replayed | null> => {
  try {
    const command = readSealedCase(ctx, record);
    if (!canInArea(ctx.actor, "case.open", { areaCode: command.villageCode })) return null;
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
        number: (await openCase(ctx, readSealedCase(ctx, record))).number,
      };
  await touchDevice(ctx, device.id, Math.max(0, (record.unsynced ?? 1) - 1));
  return { clientActionId, ...replayed };
};
