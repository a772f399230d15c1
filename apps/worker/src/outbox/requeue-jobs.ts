import { listWaitingMails } from "@rembuk/services/notifications/settle-mails";
import type pg from "pg";
import { type JobTools, jobId } from "../jobs/define-job";
import { eventJobRequest } from "./dispatch-events";
import { findUndoneJobs } from "./outbox-store";

/** Longer than a job waits on an ordinary day (ms). */
const shouldBeDoneMs = 6_000;
const batch = 1_000;

/**
 * Puts back what the queue may have lost: undone jobs and waiting mails. One that is still there
 * keeps its place, because its id is known.
 */
export const requeueJobs = async (
  pool: Pick<pg.Pool, "query">,
  tools: Pick<JobTools, "context" | "enqueue" | "mailMode">,
): Promise<number> => {
  const undone = await findUndoneJobs(pool, shouldBeDoneMs, batch);
  const mails = tools.mailMode === "off" ? [] : await listWaitingMails(tools.context, batch);
  const requests = [
    ...undone.map(eventJobRequest),
    ...mails.map((id) => ({
      job: "deliver-mail" as const,
      id: jobId(id, "deliver-mail"),
      payload: { notificationId: id },
    })),
  ];
  if (requests.length > 0) await tools.enqueue(requests);
  return requests.length;
};
