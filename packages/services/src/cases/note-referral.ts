import type { WordsOnReferralCommand } from "@rembuk/domain/cases/referral-commands";
import { requireReferralAction } from "@rembuk/domain/cases/referrals";
import type { ServiceContext } from "../context";
import type { Changed } from "./change-case";
import { changeReferral, newEntry } from "./change-referral";

/** A note of the party for itself. It leaves no event: what nobody else reads makes no noise. */
export const noteReferral = (
  ctx: ServiceContext,
  command: WordsOnReferralCommand,
): Promise<Changed> =>
  changeReferral(ctx, "note", command, ({ kase, referral }) => {
    requireReferralAction(kase, referral, "note");
    return { after: referral, events: [], entries: [newEntry(ctx, "note", command.words)] };
  });
