import { notifyCoaching } from "@rembuk/services/notifications/notify-coaching";
import { z } from "zod";
import { defineJob } from "../define-job";

/** Whose turn it is in coaching, in the app. Runs twice without telling anybody twice. */
export const notifyCoachingJob = defineJob({
  name: "notify-coaching",
  queue: "effects",
  payload: z.object({ eventId: z.uuid() }),
  attempts: 8,
  backoffMs: 1_000,
  timeoutMs: 15_000,
  run: async (tools, { eventId }) => {
    tools.ring(await notifyCoaching(tools.context, { eventId }));
  },
});
