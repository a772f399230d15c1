import { notifyQuarantine } from "@rembuk/services/notifications/notify-quarantine";
import { z } from "zod";
import { defineJob } from "../define-job";

/** Records of a revoked phone wait for a decision, in the app. Runs twice without telling anybody twice. */
export const notifyQuarantineJob = defineJob({
  name: "notify-quarantine",
  queue: "effects",
  payload: z.object({ eventId: z.uuid() }),
  attempts: 8,
  backoffMs: 1_000,
  timeoutMs: 15_000,
  run: async (tools, { eventId }) => {
    tools.ring(await notifyQuarantine(tools.context, { eventId }));
  },
});
