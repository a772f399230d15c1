import {
  createPostgresBackend,
  type JobsOptions,
  type Processor,
  Queue,
  Worker,
  type WorkerOptions,
  withBackend,
} from "bullmq";
import { Redis } from "ioredis";
import type { Env } from "../env";
import type { Logger } from "../log";
import { errorName } from "../log";

/** Schema that BullMQ's tables live in when PostgreSQL is the queue. */
export const queueSchema = "bullmq";

/** A crashed worker's jobs go on after at most lock + interval: well within 15 s, boot included (ms). */
const lockDuration = 6_000;
const stalledInterval = 3_000;
/** A worker may be killed this often in the middle of one job before the job is to blame. */
const maxStalledCount = 5;

export type QueueBackend = "redis" | "postgres";

/** What the rest of the worker sees of a queue. */
export type JobQueue = Queue;
export type JobWorker = Worker;

export interface QueueConnection {
  readonly backend: QueueBackend;
  queue(name: string): JobQueue;
  worker(name: string, run: Processor, concurrency: number): JobWorker;
  /** Is the queue's server reachable? */
  ping(): Promise<boolean>;
  close(): Promise<void>;
}

type ConnectionEnv = Pick<Env, "REDIS_URL" | "QUEUE_PREFIX" | "DATABASE_URL">;

const jobDefaults: JobsOptions = {
  removeOnComplete: true,
  // Kept until the collector has written it down as a dead letter.
  removeOnFail: false,
  // What an error says may quote data; its class stands in failedReason.
  stackTraceLimit: 0,
};

const workerSettings = (concurrency: number) => ({
  concurrency,
  lockDuration,
  stalledInterval,
  maxStalledCount,
  // A timer, so that a lost notification costs seconds and not minutes.
  drainDelay: 2,
  // A server that died and came back is found at once, not after the 15 s of BullMQ's own choice.
  runRetryDelay: 1_000,
});

const onRedis = (url: string, prefix: string, log: Logger): QueueConnection => {
  const clients: Redis[] = [];
  const open = (options: object) => {
    const client = new Redis(url, { connectTimeout: 3_000, ...options });
    client.on("error", (error) => log.debug({ error: errorName(error) }, "redis"));
    clients.push(client);
    return client;
  };
  // The dispatcher must hear at once that Redis is gone: the events wait in PostgreSQL.
  const producer = open({ maxRetriesPerRequest: 1, commandTimeout: 5_000 });
  const opened: { close(): Promise<void> }[] = [];
  return {
    backend: "redis",
    queue(name) {
      const queue = new Queue(name, {
        connection: producer,
        prefix,
        defaultJobOptions: jobDefaults,
      });
      queue.on("error", () => undefined);
      opened.push(queue);
      return queue;
    },
    worker(name, run, concurrency) {
      const connection = open({ maxRetriesPerRequest: null });
      return new Worker(name, run, { connection, prefix, ...workerSettings(concurrency) });
    },
    ping: () =>
      producer.ping().then(
        () => true,
        () => false,
      ),
    async close() {
      await Promise.allSettled(opened.map((queue) => queue.close()));
      for (const client of clients) client.disconnect();
    },
  };
};

const onPostgres = (url: string): QueueConnection => {
  const bound = withBackend(createPostgresBackend);
  const connection = (max: number) => ({
    connectionString: url,
    schema: queueSchema,
    max,
    application_name: "rembuk-worker-queue",
    connectionTimeoutMillis: 10_000,
  });
  const opened: JobQueue[] = [];
  return {
    backend: "postgres",
    queue(name) {
      const queue = new bound.Queue(name, {
        connection: connection(2),
        defaultJobOptions: jobDefaults,
      }) as unknown as JobQueue;
      queue.on("error", () => undefined);
      opened.push(queue);
      return queue;
    },
    worker(name, run, concurrency) {
      const options = { connection: connection(4), ...workerSettings(concurrency) };
      return new bound.Worker(
        name,
        run,
        options as unknown as WorkerOptions<ReturnType<typeof connection>>,
      ) as unknown as JobWorker;
    },
    async ping() {
      try {
        await opened[0]?.getJobCounts("waiting");
        return true;
      } catch {
        return false;
      }
    },
    async close() {
      await Promise.allSettled(opened.map((queue) => queue.close()));
    },
  };
};

/** The queue on Redis where there is one, else on PostgreSQL, under one face. */
export const connectQueues = (env: ConnectionEnv, log: Logger): QueueConnection =>
  env.REDIS_URL ? onRedis(env.REDIS_URL, env.QUEUE_PREFIX, log) : onPostgres(env.DATABASE_URL);
