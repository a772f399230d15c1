import { permissions } from "@rembuk/domain/access/permissions";
import { holds } from "@rembuk/domain/access/policy";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { RegisterFieldDeviceCommand } from "@rembuk/domain/staff/device";
import { staffEvent } from "@rembuk/domain/staff/events";
import type { ServiceContext } from "../context";
import { sealingPublicKey } from "../kernel/device-sealing";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";

export interface RegisteredFieldDevice {
  readonly deviceId: string;
  readonly label: string;
  /** The server's key that this phone seals to; base64, 65 bytes. */
  readonly publicKey: string;
}

/** Sets up a phone that goes along on trips. @throws forbidden to who records no handovers */
export const registerFieldDevice = async (
  ctx: ServiceContext,
  command: RegisterFieldDeviceCommand,
): Promise<RegisteredFieldDevice> => {
  const post = ctx.actor.assignments.find((a) => a.role in permissions["handover.record"]);
  if (!post || !holds(ctx.actor, "handover.record"))
    throw new DomainError("forbidden", "FORBIDDEN", { permission: "handover.record" });
  const { label } = command;
  const { id } = await once(ctx, command, async (tx) => {
    const about = { userId: ctx.actor.userId, areaCode: post.areaCode };
    const result = { id: ctx.newId() };
    await tx.device.create({
      data: { ...about, ...result, label, lastSeenAt: ctx.now() },
      select: { id: true },
    });
    const event = staffEvent("staff.device-registered", about, { deviceId: result.id });
    await recordEvents(tx, ctx, [event], command, result);
    return result;
  });
  return { deviceId: id, label, publicKey: sealingPublicKey(ctx.keys) };
};
