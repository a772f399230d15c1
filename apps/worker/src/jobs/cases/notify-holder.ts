import { notifyJob } from "./notify-job";

/** The persons of whoever holds the case now. */
export const notifyHolder = notifyJob("notify-holder", "holder");
