import type { AcceptReferralCommand } from "@rembuk/domain/cases/referral-commands";
import { decideReferralAccept } from "@rembuk/domain/cases/referrals";
import type { ServiceContext } from "../context";
import type { Changed } from "./change-case";
import { changeReferral } from "./change-referral";

/** The party takes it on, itself or by the kecamatan's record of its answer. */
export const acceptReferral = (
  ctx: ServiceContext,
  command: AcceptReferralCommand,
): Promise<Changed> =>
  changeReferral(ctx, "accept", command, ({ kase, referral, onBehalf }) => {
    // Behind a link stands an office, not a person who could read the case later.
    const userId = ctx.actor.linkedReferralId === undefined ? ctx.actor.userId : null;
    const by = { userId, onBehalf };
    return { ...decideReferralAccept(kase, referral, by, ctx.now()), entries: [] };
  });
