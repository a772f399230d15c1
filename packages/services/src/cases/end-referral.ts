import type { EndReferralCommand } from "@rembuk/domain/cases/referral-commands";
import { decideFail, decideFinish, decideReferralDecline } from "@rembuk/domain/cases/referrals";
import type { ServiceContext } from "../context";
import type { Changed } from "./change-case";
import { changeReferral, newEntry } from "./change-referral";

/** Declined with a reason: an open decision of the referring side, blocking if it is mandatory. */
export const declineReferral = (
  ctx: ServiceContext,
  command: EndReferralCommand,
): Promise<Changed> =>
  changeReferral(ctx, "decline", command, ({ kase, referral, onBehalf }) => {
    const reason = newEntry(ctx, "reason", command.words);
    const words = { onBehalf, noteId: reason.id };
    return { ...decideReferralDecline(kase, referral, words, ctx.now()), entries: [reason] };
  });

/** Done, with what came of it as the last milestone. */
export const finishReferral = (
  ctx: ServiceContext,
  command: EndReferralCommand,
): Promise<Changed> =>
  changeReferral(ctx, "finish", command, ({ kase, referral, onBehalf }) => {
    const result = newEntry(ctx, "milestone", command.words);
    const words = { onBehalf, noteId: result.id };
    return { ...decideFinish(kase, referral, words, ctx.now()), entries: [result] };
  });

/** It could not be done, and why: an open decision again. */
export const failReferral = (ctx: ServiceContext, command: EndReferralCommand): Promise<Changed> =>
  changeReferral(ctx, "fail", command, ({ kase, referral, onBehalf }) => {
    const reason = newEntry(ctx, "reason", command.words);
    const words = { onBehalf, noteId: reason.id };
    return { ...decideFail(kase, referral, words, ctx.now()), entries: [reason] };
  });
