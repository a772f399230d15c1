import { notifyJob } from "./notify-job";

/** Who is on duty, for an emergency at night or on a free day. */
export const notifyDuty = notifyJob("notify-duty", "duty");
