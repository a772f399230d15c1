import { setTimeout as pause } from "node:timers/promises";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import { type Job, UnrecoverableError } from "bullmq";
import type { AnyJob, JobRequest, JobTools, QueueName } from "../jobs/define-job";
import type { JobName } from "../jobs/job-names";
import { errorFields, errorName, type Logger } from "../log";
import type { Metrics } from "../metrics";
import type { JobQueue } from "./connection";

/** The same act would be refused again; only what was unavailable is worth another try. */
const isFinal = (error: unknown): boolean =>
  (isDomainError(error) && error.kind !== "unavailable") ||
  (error instanceof Error && error.name === "ZodError");

const nameOf = (error: unknown): string =>
  isDomainError(error) ? `${error.kind}:${error.code}` : errorName(error);

class JobTimeout extends Error {
  override readonly name = "JobTimeout";
}

const withinTime = async (work: Promise<void>, timeoutMs: number): Promise<void> => {
  const ended = new AbortController();
  const expiry = pause(timeoutMs, undefined, { signal: ended.signal }).then(
    () => Promise.reject(new JobTimeout()),
    () => undefined,
  );
  try {
    await Promise.race([work, expiry]);
  } finally {
    ended.abort();
  }
};

export interface RunnerParts {
  readonly jobs: ReadonlyMap<JobName, AnyJob>;
  readonly tools: JobTools;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Called once the handler has done its work. */
  readonly done: (job: JobName, payload: Readonly<Record<string, string>>) => Promise<void>;
}

/**
 * Runs one job. What leaves here as an error carries a class and no words: the queue keeps it, and
 * words can quote data.
 */
export const runJob =
  ({ jobs, tools, log, metrics, done }: RunnerParts) =>
  async (job: Job): Promise<void> => {
    const definition = jobs.get(job.name as JobName);
    if (!definition) throw new Error("UnknownJob");
    const stopTimer = metrics.jobSeconds.startTimer({ job: definition.name });
    try {
      await withinTime(definition.run(tools, job.data), definition.timeoutMs);
      await done(definition.name, job.data);
      stopTimer({ outcome: "done" });
    } catch (error) {
      stopTimer({ outcome: "failed" });
      log.warn(
        { job: job.name, jobId: job.id, attempt: job.attemptsMade + 1, ...errorFields(error) },
        "job failed",
      );
      throw isFinal(error) ? new UnrecoverableError(nameOf(error)) : new Error(nameOf(error));
    }
  };

/** Puts jobs into the queue that each belongs to; one round trip for each queue. */
export const enqueueJobs =
  (jobs: ReadonlyMap<JobName, AnyJob>, queues: ReadonlyMap<QueueName, JobQueue>) =>
  async (requests: readonly JobRequest[]): Promise<void> => {
    for (const [name, queue] of queues) {
      const own = requests.filter((r) => jobs.get(r.job)?.queue === name);
      if (own.length === 0) continue;
      await queue.addBulk(
        own.map((r) => ({
          name: r.job,
          data: r.payload,
          opts: {
            jobId: r.id,
            attempts: jobs.get(r.job)?.attempts ?? 1,
            backoff: { type: "exponential", delay: jobs.get(r.job)?.backoffMs ?? 1_000 },
          },
        })),
      );
    }
  };
