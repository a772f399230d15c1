import type { WordsOnReferralCommand } from "@rembuk/domain/cases/referral-commands";
import { decideWaive } from "@rembuk/domain/cases/referrals";
import type { ServiceContext } from "../context";
import type { Changed } from "./change-case";
import { changeReferral, newEntry } from "./change-referral";

/** The open decision of a mandatory referral that brought nothing: the case may go on without it. */
export const waiveReferral = (
  ctx: ServiceContext,
  command: WordsOnReferralCommand,
): Promise<Changed> =>
  changeReferral(ctx, "waive", command, ({ kase, referral }) => {
    const reason = newEntry(ctx, "reason", command.words);
    return { ...decideWaive(kase, referral, reason.id), entries: [reason] };
  });
