import { canInArea } from "@rembuk/domain/access/policy";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { RevokeDeviceCommand } from "@rembuk/domain/staff/commands";
import { staffEvent } from "@rembuk/domain/staff/events";
import type { ServiceContext } from "../context";
import { seal } from "../kernel/field-keys";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireHeld } from "../kernel/require-permission";
import { endSessionsOf } from "./session-store";
import { getRunningDevice, revokeDevices } from "./store";

/**
 * A lost or handed-in device: it reads nothing any more, and what it still sends is quarantined.
 * Every session of its person ends, because a browser's session does not say on which device it
 * lies; who still holds the device by right signs in again, and it hands over what waits on it.
 * @throws not-found DEVICE_NOT_FOUND, also where it lies out of reach
 */
export const revokeDevice = (
  ctx: ServiceContext,
  command: RevokeDeviceCommand,
): Promise<{ readonly deviceId: string }> => {
  requireHeld(ctx, "device.revoke");
  return once(ctx, command, async (tx) => {
    const { id, userId, areaCode } = await getRunningDevice(tx, command.deviceId);
    if (!canInArea(ctx.actor, "device.revoke", { areaCode })) {
      throw new DomainError("not-found", "DEVICE_NOT_FOUND");
    }
    await revokeDevices(tx, ctx, { id }, seal(ctx.keys, `device:reason:${id}`, command.reason));
    const sessionsEnded = await endSessionsOf(tx, userId, ctx.now());
    const about = { userId, areaCode };
    const event = staffEvent("staff.device-revoked", about, { deviceId: id, sessionsEnded });
    const answer = { deviceId: id };
    await recordEvents(tx, ctx, [event], command, answer);
    return answer;
  });
};
