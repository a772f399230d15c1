import { referralParty } from "@rembuk/domain/access/policy";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { type InboxReferral, listMyReferrals } from "./referral-inbox-queries";
import { findCase } from "./store";

/** The actor's referrals that wait for an answer or are worked on; of secret cases number and request alone. */
export const listReferrals = (ctx: ServiceContext): Promise<readonly InboxReferral[]> =>
  inTransaction(ctx, async (tx) => {
    const parties = ctx.actor.assignments.flatMap((a) => referralParty(ctx.actor.userId, a) ?? []);
    return parties.length === 0 ? [] : listMyReferrals(tx, ctx, parties, (id) => findCase(tx, id));
  });
