import type { Transaction } from "@rembuk/db/client";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { DomainEvent } from "@rembuk/domain/kernel/event";
import { reachesAccount } from "@rembuk/domain/staff/appointment";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireHeld } from "../kernel/require-permission";
import { getAccount } from "./store";

/**
 * The beats of every change of somebody's whole account: load, authorise over all its roles, change,
 * record; at most once per client action.
 * @throws not-found USER_NOT_FOUND, also where any role of the person lies out of reach; forbidden OWN_ACCOUNT
 */
export const changeAccount = (
  ctx: ServiceContext,
  command: { readonly clientActionId: string; readonly userId: string },
  /** Comes back with the first answer, so that the caller knows its own from a repeated one. */
  actId: string,
  change: (
    tx: Transaction,
    about: { readonly userId: string; readonly areaCode: string | null },
  ) => Promise<DomainEvent<string, object>>,
): Promise<{ readonly userId: string; readonly actId: string }> => {
  requireHeld(ctx, "user.reset");
  if (command.userId === ctx.actor.userId) throw new DomainError("forbidden", "OWN_ACCOUNT");
  return once(ctx, command, async (tx) => {
    const account = await getAccount(tx, ctx, command.userId);
    if (!reachesAccount(ctx.actor, "user.reset", account)) {
      throw new DomainError("not-found", "USER_NOT_FOUND");
    }
    const areaCode = account.assignments[0]?.areaCode ?? account.invitedTo;
    const event = await change(tx, { userId: account.userId, areaCode });
    const answer = { userId: account.userId, actId };
    await recordEvents(tx, ctx, [event], command, answer);
    return answer;
  });
};
