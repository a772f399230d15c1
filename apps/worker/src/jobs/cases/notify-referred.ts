import { notifyJob } from "./notify-job";

/** Whom a referral, or the offer of a transfer, was sent to. */
export const notifyReferred = notifyJob("notify-referred", "referred");
