import type { ServiceContext } from "../context";
import { giveUpDigest, markDigestsUncertain, reopenFailedDigest } from "./digest-store";
import { giveUpMail, listPendingMails, markUncertain, reopenFailedMail } from "./store";

/** A mail that nobody settled after this was interrupted, not slow: sending gives up long before (ms). */
export const claimLimitMs = 90_000;
const jobShouldHaveRunMs = 10_000;

/** Interrupted mails and digests become `uncertain`: listed for an operator, and left alone. */
export const settleInterruptedMails = async (ctx: ServiceContext): Promise<number> => {
  const claimedBefore = new Date(ctx.now().getTime() - claimLimitMs);
  const mails = await markUncertain(ctx.db, claimedBefore);
  return mails + (await markDigestsUncertain(ctx.db, claimedBefore));
};

/** Mails whose job was lost with the queue, or whose quiet hours are over. */
export const listWaitingMails = (ctx: ServiceContext, limit = 500): Promise<readonly string[]> =>
  listPendingMails(
    ctx.db,
    { createdBefore: new Date(ctx.now().getTime() - jobShouldHaveRunMs), now: ctx.now() },
    limit,
  );

/** What a job sends: a mail of its own, or a digest. */
export interface SentByJob {
  readonly notificationId?: string;
  readonly digestId?: string;
}

/** After the last try. @returns how many were given up */
export const endFailedMail = async (
  ctx: ServiceContext,
  { notificationId, digestId }: SentByJob,
): Promise<number> => {
  if (notificationId) return giveUpMail(ctx.db, notificationId);
  return digestId ? giveUpDigest(ctx.db, digestId) : 0;
};

/** An operator asked for another try; what is uncertain or sent stays as it is. */
export const retryFailedMail = async (
  ctx: ServiceContext,
  { notificationId, digestId }: SentByJob,
): Promise<number> => {
  if (notificationId) return reopenFailedMail(ctx.db, notificationId);
  return digestId ? reopenFailedDigest(ctx.db, digestId) : 0;
};
