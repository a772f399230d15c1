import { openCaseCommand } from "@rembuk/domain/cases/commands";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { type ReplayCommand, sealedPlace } from "@rembuk/domain/staff/device";
import type { ServiceContext } from "../context";
import { openSealed } from "../kernel/device-sealing";
import { openCase } from "./open-case";

export interface Replayed {
  readonly clientActionId: string;
  /** kept: a case now; quarantined: the device was revoked, a person decides. */
  readonly outcome: "kept" | "quarantined";
  readonly number: string | null;
}

/** What was sealed: the command's body as JSON; ids and time are bound outside it. */
const readBody = (ctx: ServiceContext, record: ReplayCommand) => {
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

/** Never dropped, never doubled: the sealed bytes wait for a person who may decide. */
const quarantine = async (ctx: ServiceContext, record: ReplayCommand): Promise<Replayed> => {
  const { deviceId, clientActionId, command } = record;
  // Without RETURNING: the app may add to the quarantine and not read it.
  await ctx.db
    .$executeRaw`INSERT INTO quarantined_record (id, device_id, client_action_id, command, sealed, received_at)
    VALUES (${ctx.newId()}::uuid, ${deviceId}::uuid, ${clientActionId}::uuid, ${command},
      ${Buffer.from(record.sealed, "base64")}, ${ctx.now()}) ON CONFLICT (device_id, client_action_id) DO NOTHING`;
  return { clientActionId, outcome: "quarantined", number: null };
};

/**
 * Takes a record that a phone sealed without network. Exactly once by its clientActionId; a revoked
 * device's records arrive in quarantine.
 * @throws not-found DEVICE_NOT_FOUND for a device of somebody else; invalid SEAL_BROKEN, INPUT_INVALID
 */
export const replaySealedCase = async (
  ctx: ServiceContext,
  record: ReplayCommand,
): Promise<Replayed> => {
  const device = await ctx.db.device.findUnique({ where: { id: record.deviceId } });
  if (!device || device.userId !== ctx.actor.userId)
    throw new DomainError("not-found", "DEVICE_NOT_FOUND");
  if (device.revokedAt) return quarantine(ctx, record);
  const { number } = await openCase(ctx, readBody(ctx, record));
  await ctx.db.device.update({
    where: { id: device.id },
    data: { lastSeenAt: ctx.now() },
    select: { id: true },
  });
  return { clientActionId: record.clientActionId, outcome: "kept", number };
};
