import type { ServiceContext } from "@rembuk/services/context";
import type { FileParts } from "@rembuk/services/integrations/file-parts";
import type { DrawLetter } from "@rembuk/services/letters/render-letter";
import type { MailMode } from "@rembuk/services/notifications/notify-audience";
import type { MailRoute } from "@rembuk/services/notifications/send-mail";
import type { DrawPapers } from "@rembuk/services/reports/render-paper";
import type { z } from "zod";
import type { JobName } from "./job-names";

/** Mail waits on others, everything else on the database: apart, so that neither holds the other up. */
export const queueNames = ["effects", "mail"] as const;
export type QueueName = (typeof queueNames)[number];

export interface JobRequest {
  readonly job: JobName;
  /** `<uuid>.<job>`: the same work asked for twice is one job. */
  readonly id: string;
  readonly payload: Readonly<Record<string, string>>;
}

/** What a handler is given. */
export interface JobTools {
  readonly context: ServiceContext;
  readonly mailMode: MailMode;
  readonly mailRoute: MailRoute;
  readonly files: FileParts;
  readonly drawLetter: DrawLetter;
  readonly drawPapers: DrawPapers;
  enqueue(requests: readonly JobRequest[]): Promise<void>;
  /** Tells open screens of these people that there is a new notice. */
  ring(userIds: readonly string[]): void;
}

export interface Job<Payload = unknown> {
  readonly name: JobName;
  readonly queue: QueueName;
  /** Ids only: a queue is no place for content. */
  readonly payload: z.ZodType<Payload>;
  readonly attempts: number;
  /** First pause before another try; doubles each time (ms). */
  readonly backoffMs: number;
  /** After this a try counts as failed (ms). */
  readonly timeoutMs: number;
  readonly run: (tools: JobTools, payload: Payload) => Promise<void>;
}

/** A job with its payload checked before the handler sees it. */
export type AnyJob = Omit<Job, "run"> & {
  readonly run: (tools: JobTools, payload: unknown) => Promise<void>;
};

/** Payload, retry and handler stand together, so that none can be forgotten. */
export const defineJob = <Payload>(job: Job<Payload>): AnyJob => ({
  ...job,
  run: async (tools, payload) => job.run(tools, job.payload.parse(payload)),
});

export const jobId = (subjectId: string, job: JobName): string => `${subjectId}.${job}`;
