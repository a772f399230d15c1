import { notifyTrip } from "@rembuk/services/notifications/notify-trip";
import { z } from "zod";
import { defineJob } from "../define-job";

/** Villages and crew of a trip, in the app. Runs twice without telling anybody twice. */
export const notifyTripJob = defineJob({
  name: "notify-trip",
  queue: "effects",
  payload: z.object({ eventId: z.uuid() }),
  attempts: 8,
  backoffMs: 1_000,
  timeoutMs: 15_000,
  run: async (tools, { eventId }) => {
    tools.ring(await notifyTrip(tools.context, { eventId }));
  },
});
