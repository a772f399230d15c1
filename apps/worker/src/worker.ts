import { setTimeout as pause } from "node:timers/promises";
import { connect, connectReads } from "@rembuk/db/client";
import { fileSettings, openFileParts } from "@rembuk/services/integrations/file-parts";
import { openFieldKeys, systemContext } from "@rembuk/services/system-context";
import pg from "pg";
import { databaseState, roleProblems } from "./database-checks";
import { type Env, watchesBackups } from "./env";
import { type HealthServer, type Readiness, startHealth } from "./health";
import { type AnyJob, type JobTools, type QueueName, queueNames } from "./jobs/define-job";
import { jobsByName, registeredJobs } from "./jobs/registry";
import { createLetterDrawing } from "./letters/draw-letter";
import { errorFields, type Logger } from "./log";
import { mailRoute } from "./mail-route";
import { createMetrics, type Metrics } from "./metrics";
import { startDispatcher } from "./outbox/dispatch-events";
import { createLiveBell } from "./outbox/live-bell";
import { markJobDone } from "./outbox/outbox-store";
import { createPaperDrawing } from "./papers/draw-papers";
import { connectQueues, type JobQueue, type QueueConnection } from "./queues/connection";
import { collectDeadLetters } from "./queues/dead-letters";
import { enqueueJobs, runJob } from "./queues/run-jobs";
import { startSchedules } from "./run-schedules";
import { schedules } from "./schedules";

const concurrency: Record<QueueName, number> = { effects: 8, mail: 3 };
/** Everything in flight gets this long to end; what does not is picked up by its lock or its row (ms). */
const graceMs = 8_000;
const patienceMs = 120_000;

export interface WorkerOptions {
  readonly env: Env;
  /** Content of the key file; asked again when a row names a key that is not known yet. */
  readonly readKeys: () => string;
  readonly log: Logger;
  /** For tests: other handlers, another clock, an interrupted dispatch. */
  readonly jobs?: readonly AnyJob[];
  readonly now?: () => Date;
  readonly beforeMark?: () => Promise<void>;
}

export interface RunningWorker {
  readonly port: number;
  readonly backend: QueueConnection["backend"];
  readonly metrics: Metrics;
  stop(): Promise<void>;
}

const openDatabase = ({ env, readKeys, now }: WorkerOptions) => {
  const url = env.DATABASE_URL;
  const db = connect({ url, poolSize: 10, name: "worker" });
  const reads = connectReads({ url, poolSize: 2, name: "worker-reads" });
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    application_name: "rembuk-worker-small",
    connectionTimeoutMillis: 10_000,
    statement_timeout: 10_000,
  });
  // A connection that dies while idle is replaced at the next use.
  pool.on("error", () => undefined);
  const demo = env.REMBUK_DEMO === "1";
  const parts = { db, reads, keys: openFieldKeys(readKeys), demo };
  const context = systemContext(now ? { ...parts, now } : parts);
  return {
    pool,
    context,
    close: () => Promise.allSettled([db.$disconnect(), reads.end(), pool.end()]),
  };
};

/** Jobs leave through `enqueue`, and their handlers enqueue too. */
const openQueues = (options: WorkerOptions) => {
  const jobs = jobsByName(options.jobs ?? registeredJobs);
  const connection = connectQueues(options.env, options.log);
  const queues = new Map<QueueName, JobQueue>(
    queueNames.map((name) => [name, connection.queue(name)]),
  );
  return { jobs, connection, queues, enqueue: enqueueJobs(jobs, queues) };
};

const readinessOf = (pool: pg.Pool, queues: QueueConnection) => async (): Promise<Readiness> => {
  const patience = new Promise<false>((resolve) => setTimeout(resolve, 1_000, false).unref());
  const [database, reachable] = await Promise.all([
    databaseState(pool),
    Promise.race([queues.ping(), patience]),
  ]);
  const queue = reachable ? "ok" : "unreachable";
  return { ready: database === "ok" && queue === "ok", database, queue };
};

/** A database that still starts or migrates is no reason to die: /readyz says it meanwhile. */
const waitForDatabase = async (pool: pg.Pool, log: Logger) => {
  const end = Date.now() + patienceMs;
  for (;;) {
    const state = await databaseState(pool);
    if (state === "ok") return;
    if (Date.now() > end) throw new Error(`the database is ${state}`);
    log.warn({ database: state }, "waiting for the database");
    await pause(1_000);
  }
};

const refuseBadRole = async (pool: pg.Pool) => {
  const problems = await roleProblems(pool);
  if (problems.length > 0) throw new Error(`Database role refused:\n- ${problems.join("\n- ")}`);
};

type Opened = ReturnType<typeof openDatabase>;
type Queues = ReturnType<typeof openQueues>;

const startJobWorkers = (
  queues: Queues,
  tools: JobTools,
  pool: pg.Pool,
  metrics: Metrics,
  log: Logger,
) => {
  const done = async (job: string, payload: Readonly<Record<string, string>>) => {
    if (payload.eventId) await markJobDone(pool, { eventId: payload.eventId, job });
  };
  const run = runJob({ jobs: queues.jobs, tools, log, metrics, done });
  return queueNames.map((name) => {
    const worker = queues.connection.worker(name, run, concurrency[name]);
    worker.on("error", (error) => log.warn(errorFields(error), "queue"));
    return worker;
  });
};

const startParts = (options: WorkerOptions, opened: Opened, queues: Queues, metrics: Metrics) => {
  const { env, log } = options;
  const { pool, context } = opened;
  const bell = createLiveBell(pool, log);
  const { mode, route } = mailRoute(env);
  const files = openFileParts(fileSettings(env));
  const tools: JobTools = {
    context,
    mailMode: mode,
    mailRoute: route,
    files,
    drawLetter: createLetterDrawing({
      publicUrl: env.PUBLIC_URL,
      logoFile: env.LETTER_LOGO_FILE ?? null,
    }),
    drawPapers: createPaperDrawing({ publicUrl: env.PUBLIC_URL }),
    enqueue: queues.enqueue,
    ring: bell.ring,
  };
  const deadLetters = {
    pool,
    queues: [...queues.queues.values()],
    context,
    metrics,
    enqueue: queues.enqueue,
  };
  const workers = startJobWorkers(queues, tools, pool, metrics, log);
  for (const worker of workers) {
    // The schedule collects too; this makes it visible at once.
    worker.on("failed", (job) => {
      if (job?.finishedOn) void collectDeadLetters(deadLetters).catch(() => undefined);
    });
  }
  const interrupted = options.beforeMark ? { beforeMark: options.beforeMark } : {};
  const dispatcher = startDispatcher({
    databaseUrl: env.DATABASE_URL,
    log,
    metrics,
    enqueue: queues.enqueue,
    ...interrupted,
  });
  const table = schedules({
    context,
    files,
    pool,
    tools,
    deadLetters,
    auditHeadsFile: env.AUDIT_HEADS_FILE,
    watchesBackups: watchesBackups(env),
    log,
    metrics,
  });
  const scheduler = startSchedules({ pool, log, metrics }, table);
  return { bell, dispatcher, scheduler, workers };
};

const within = (ms: number, work: Promise<unknown>) =>
  Promise.race([work, new Promise((resolve) => setTimeout(resolve, ms).unref())]);

/**
 * Starts everything that the worker does. @throws before anything runs when the role, the keys or
 * the registry are not as they must be.
 */
export const startWorker = async (options: WorkerOptions): Promise<RunningWorker> => {
  const queues = openQueues(options);
  const opened = openDatabase(options);
  const metrics = createMetrics();
  let health: HealthServer | undefined;
  try {
    const at = { port: options.env.WORKER_PORT, host: options.env.WORKER_HOST };
    health = await startHealth(at, metrics, readinessOf(opened.pool, queues.connection));
    await waitForDatabase(opened.pool, options.log);
    await refuseBadRole(opened.pool);
  } catch (error) {
    await Promise.allSettled([queues.connection.close(), opened.close(), health?.stop()]);
    throw error;
  }
  const { port, stop: stopHealth } = health;
  const parts = startParts(options, opened, queues, metrics);
  const stopAll = async () => {
    await Promise.allSettled([parts.dispatcher.stop(), parts.scheduler.stop()]);
    await Promise.allSettled(parts.workers.map((worker) => worker.close()));
    await parts.bell.stop();
    await Promise.allSettled([queues.connection.close(), opened.close(), stopHealth()]);
  };
  return {
    port,
    backend: queues.connection.backend,
    metrics,
    stop: async () => void (await within(graceMs, stopAll())),
  };
};
