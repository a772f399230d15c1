import type { DisableUserCommand } from "@rembuk/domain/staff/commands";
import { staffEvent } from "@rembuk/domain/staff/events";
import type { ServiceContext } from "../context";
import { changeAccount } from "./change-account";
import { endSessionsOf } from "./session-store";
import { disableAccount, revokeDevices } from "./store";

/**
 * Ends an account: no sign-in, no session, no device. Its history stays.
 * @throws not-found USER_NOT_FOUND; forbidden OWN_ACCOUNT
 */
export const disableUser = async (
  ctx: ServiceContext,
  command: DisableUserCommand,
): Promise<{ readonly userId: string }> => {
  const { userId } = await changeAccount(ctx, command, ctx.newId(), async (tx, about) => {
    await disableAccount(tx, about.userId, ctx.now());
    const sessionsEnded = await endSessionsOf(tx, about.userId, ctx.now());
    const devicesRevoked = await revokeDevices(tx, ctx, { userId: about.userId });
    return staffEvent("staff.user-disabled", about, { sessionsEnded, devicesRevoked });
  });
  return { userId };
};
