import type { ServiceContext } from "@rembuk/services/context";
import {
  endFailedMail,
  retryFailedMail,
  type SentByJob,
} from "@rembuk/services/notifications/settle-mails";
import type { Job } from "bullmq";
import type pg from "pg";
import { uuidv7 } from "uuidv7";
import type { JobRequest } from "../jobs/define-job";
import { type JobName, jobNames } from "../jobs/job-names";
import type { Metrics } from "../metrics";
import type { JobQueue } from "./connection";

type Pool = Pick<pg.Pool, "query">;

export interface DeadLetterParts {
  readonly pool: Pool;
  readonly queues: readonly JobQueue[];
  readonly context: ServiceContext;
  readonly metrics: Metrics;
  readonly enqueue: (requests: readonly JobRequest[]) => Promise<void>;
}

const pageSize = 100;

/** The class alone: what an error says may quote data. BullMQ's own words for a stall are kept. */
const reasonOf = (job: Job): string => {
  const reason = job.failedReason ?? "unknown";
  if (/stalled/i.test(reason)) return "stalled too often";
  return /^[\w:. -]{1,80}$/.test(reason) ? reason : "Error";
};

const writeDown = (pool: Pool, job: Job) =>
  pool.query(
    `INSERT INTO dead_letter (id, job, job_id, payload, error, attempts) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (job, job_id) DO UPDATE SET error = excluded.error, attempts = excluded.attempts,
       failed_at = now(), retried_at = NULL, retry_wanted_at = NULL`,
    [
      uuidv7(),
      job.name,
      job.id,
      JSON.stringify(job.data),
      reasonOf(job),
      Math.max(job.attemptsMade, job.attemptsStarted ?? 0),
    ],
  );

/**
 * Takes jobs that failed for good out of the queue and into the list that an administrator sees.
 * Written down first, removed second: a crash in between writes it down again.
 * @returns how many were collected
 */
export const collectDeadLetters = async (parts: DeadLetterParts): Promise<number> => {
  let collected = 0;
  for (const queue of parts.queues) {
    const failed = await queue.getFailed(0, pageSize - 1);
    for (const job of failed.filter((j) => j?.id !== undefined)) {
      await writeDown(parts.pool, job);
      await endFailedMail(parts.context, job.data as SentByJob);
      await job.remove();
      parts.metrics.deadLetters.inc({ job: job.name });
      collected += 1;
    }
  }
  return collected;
};

interface WantedRow {
  readonly id: string;
  readonly job: string;
  readonly job_id: string;
  readonly payload: Record<string, string>;
}

/** Another try for those that somebody asked for. Put back first, marked second. */
export const retryDeadLetters = async (parts: DeadLetterParts): Promise<number> => {
  const { rows } = await parts.pool.query<WantedRow>(
    `SELECT id, job, job_id, payload FROM dead_letter
     WHERE retry_wanted_at IS NOT NULL AND retried_at IS NULL ORDER BY retry_wanted_at LIMIT $1`,
    [pageSize],
  );
  for (const row of rows.filter((r) => (jobNames as readonly string[]).includes(r.job))) {
    await retryFailedMail(parts.context, row.payload);
    await parts.enqueue([{ job: row.job as JobName, id: row.job_id, payload: row.payload }]);
    await parts.pool.query(
      "UPDATE dead_letter SET retried_at = now() WHERE id = $1 AND retried_at IS NULL",
      [row.id],
    );
  }
  return rows.length;
};
