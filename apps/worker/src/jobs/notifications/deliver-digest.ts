import { sendDigest } from "@rembuk/services/notifications/send-digest";
import { z } from "zod";
import { defineJob } from "../define-job";

/** Composes one digest and hands it over. Only what the provider surely refused is tried again. */
export const deliverDigest = defineJob({
  name: "deliver-digest",
  queue: "mail",
  payload: z.object({ digestId: z.uuid() }),
  attempts: 6,
  backoffMs: 5_000,
  // Longer than the transport's own limits: a try that is cut off here would be uncertain.
  timeoutMs: 60_000,
  run: async (tools, payload) => {
    await sendDigest(tools.context, payload, tools.mailRoute);
  },
});
