import type { Audience } from "@rembuk/domain/notifications/model";
import { notifyAudience } from "@rembuk/services/notifications/notify-audience";
import { z } from "zod";
import { type AnyJob, defineJob, jobId } from "../define-job";
import type { JobName } from "../job-names";

const payload = z.object({ eventId: z.uuid() });

/** A job that tells one audience of an event. Runs twice without telling anybody twice. */
export const notifyJob = (name: JobName, audience: Audience): AnyJob =>
  defineJob({
    name,
    queue: "effects",
    payload,
    attempts: 8,
    backoffMs: 1_000,
    timeoutMs: 15_000,
    run: async (tools, { eventId }) => {
      const told = await notifyAudience(tools.context, { eventId, audience, mail: tools.mailMode });
      tools.ring(told.filter((t) => t.channel === "in-app").map((t) => t.recipientId));
      if (tools.mailMode === "off") return;
      // A mail in quiet hours is found by the sweep when they end, what is gathered by the digest.
      const mails = told.filter((t) => t.delivery === "pending" && t.dueAt === null);
      await tools.enqueue(
        mails.map((mail) => ({
          job: "deliver-mail",
          id: jobId(mail.id, "deliver-mail"),
          payload: { notificationId: mail.id },
        })),
      );
    },
  });
