import { sendMail } from "@rembuk/services/notifications/send-mail";
import { z } from "zod";
import { defineJob } from "../define-job";

/** Hands one mail over. Only what the provider surely refused is tried again. */
export const deliverMail = defineJob({
  name: "deliver-mail",
  queue: "mail",
  payload: z.object({ notificationId: z.uuid() }),
  attempts: 6,
  backoffMs: 5_000,
  // Longer than the transport's own limits: a try that is cut off here would be uncertain.
  timeoutMs: 60_000,
  run: async (tools, payload) => {
    await sendMail(tools.context, payload, tools.mailRoute);
  },
});
