import { DomainError } from "@rembuk/domain/kernel/errors";
import type { RegisterDeviceCommand } from "@rembuk/domain/staff/device";
import { staffEvent } from "@rembuk/domain/staff/events";
import type { ServiceContext } from "../context";
import { sealingPublicKey } from "../kernel/device-sealing";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";

export interface RegisteredDevice {
  readonly deviceId: string;
  readonly label: string;
  readonly villageCode: string;
  readonly villageName: string;
  /** The server's key that this phone seals to; base64, 65 bytes. */
  readonly publicKey: string;
}

/** Sets up a phone for work without network, for one village of the actor. @throws forbidden */
export const registerDevice = async (
  ctx: ServiceContext,
  command: RegisterDeviceCommand,
): Promise<RegisteredDevice> => {
  requireInArea(ctx, "case.open", command.villageCode);
  const village = await ctx.db.area.findUnique({ where: { code: command.villageCode } });
  if (!village) throw new DomainError("invalid", "VILLAGE_NOT_IN_REACH", { field: "villageCode" });
  const { id } = await once(ctx, command, async (tx) => {
    const device = {
      id: ctx.newId(),
      userId: ctx.actor.userId,
      areaCode: command.villageCode,
      label: command.label,
    };
    await tx.device.create({ data: { ...device, lastSeenAt: ctx.now() }, select: { id: true } });
    const about = { userId: ctx.actor.userId, areaCode: command.villageCode };
    const event = staffEvent("staff.device-registered", about, { deviceId: device.id });
    const result = { id: device.id };
    await recordEvents(tx, ctx, [event], command, result);
    return result;
  });
  return {
    deviceId: id,
    label: command.label,
    villageCode: village.code,
    villageName: village.name,
    publicKey: sealingPublicKey(ctx.keys),
  };
};
