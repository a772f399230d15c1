import { notifyJob } from "./notify-job";

/** Officers and head of the village. */
export const notifyVillage = notifyJob("notify-village", "village");
