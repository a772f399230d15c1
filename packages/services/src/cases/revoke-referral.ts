import type { WordsOnReferralCommand } from "@rembuk/domain/cases/referral-commands";
import { decideRevoke } from "@rembuk/domain/cases/referrals";
import type { ServiceContext } from "../context";
import type { Changed } from "./change-case";
import { changeReferral, newEntry } from "./change-referral";

/** No longer asked for, with a reason. The party stops reading the case. */
export const revokeReferral = (
  ctx: ServiceContext,
  command: WordsOnReferralCommand,
): Promise<Changed> =>
  changeReferral(ctx, "revoke", command, ({ kase, referral }) => {
    const reason = newEntry(ctx, "reason", command.words);
    return { ...decideRevoke(kase, referral, reason.id, ctx.now()), entries: [reason] };
  });
