import { notifyInnovation } from "@rembuk/services/notifications/notify-innovation";
import { z } from "zod";
import { defineJob } from "../define-job";

/** Whose turn the report of an innovation is, in the app. Runs twice without telling anybody twice. */
export const notifyInnovationJob = defineJob({
  name: "notify-innovation",
  queue: "effects",
  payload: z.object({ eventId: z.uuid() }),
  attempts: 8,
  backoffMs: 1_000,
  timeoutMs: 15_000,
  run: async (tools, { eventId }) => {
    tools.ring(await notifyInnovation(tools.context, { eventId }));
  },
});
