import { notifyJob } from "./notify-job";

/** Who entered it and who reported it. */
export const notifySender = notifyJob("notify-sender", "sender");
