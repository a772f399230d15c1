import type { ServiceContext } from "../context";
import { giveUpMail, listPendingMails, markUncertain, reopenFailedMail } from "./store";

/** A mail that nobody settled after this was interrupted, not slow: sending gives up long before (ms). */
export const claimLimitMs = 90_000;
const jobShouldHaveRunMs = 10_000;

/** Interrupted mails become `uncertain`: listed for an operator, and left alone. */
export const settleInterruptedMails = (ctx: ServiceContext): Promise<number> =>
  markUncertain(ctx.db, new Date(ctx.now().getTime() - claimLimitMs));

/** Mails whose job was lost with the queue, or whose quiet hours are over. */
export const listWaitingMails = (ctx: ServiceContext, limit = 500): Promise<readonly string[]> =>
  listPendingMails(
    ctx.db,
    { createdBefore: new Date(ctx.now().getTime() - jobShouldHaveRunMs), now: ctx.now() },
    limit,
  );

/** After the last try. */
export const endFailedMail = (ctx: ServiceContext, notificationId: string): Promise<number> =>
  giveUpMail(ctx.db, notificationId);

/** An operator asked for another try; what is uncertain or sent stays as it is. */
export const retryFailedMail = (ctx: ServiceContext, notificationId: string): Promise<number> =>
  reopenFailedMail(ctx.db, notificationId);
