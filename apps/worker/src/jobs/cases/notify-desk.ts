import { notifyJob } from "./notify-job";

/** The triage officers of the kecamatan. */
export const notifyDesk = notifyJob("notify-desk", "desk");
