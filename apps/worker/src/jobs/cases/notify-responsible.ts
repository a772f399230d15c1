import { notifyJob } from "./notify-job";

/** The named officer who stays from intake to closing. */
export const notifyResponsible = notifyJob("notify-responsible", "responsible");
