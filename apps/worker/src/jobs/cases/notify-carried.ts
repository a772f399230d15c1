import { notifyJob } from "./notify-job";

/** Senders and villages of the reports that the case carries, each on their own report. */
export const notifyCarried = notifyJob("notify-carried", "carried");
