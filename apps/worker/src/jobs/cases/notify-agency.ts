import { notifyJob } from "./notify-job";

/** The sector or section that answered, when its answer did not settle the matter. */
export const notifyAgency = notifyJob("notify-agency", "agency");
