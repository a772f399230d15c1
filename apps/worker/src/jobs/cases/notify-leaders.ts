import { notifyJob } from "./notify-job";

/** The office on the rung that the case rose to. */
export const notifyLeaders = notifyJob("notify-leaders", "leaders");
