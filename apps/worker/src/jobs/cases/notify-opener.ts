import { notifyJob } from "./notify-job";

/** Whose opening by break-glass was ended. */
export const notifyOpener = notifyJob("notify-opener", "opener");
