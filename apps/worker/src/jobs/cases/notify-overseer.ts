import { notifyJob } from "./notify-job";

/** Who oversees a case that was opened by break-glass: the camat, of the camat's own the sekcam. */
export const notifyOverseer = notifyJob("notify-overseer", "overseer");
