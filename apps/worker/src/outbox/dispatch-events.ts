import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { type JobRequest, jobId } from "../jobs/define-job";
import { errorFields, type Logger } from "../log";
import type { Metrics } from "../metrics";
import { liveChannel, livePayloads } from "./live-signals";
import {
  type EventJobRow,
  findUndispatched,
  markDispatched,
  type OutboxEvent,
  prepareSession,
  takeLock,
} from "./outbox-store";
import { knownEventTypes, reactionsTo } from "./reactions";

export interface DispatcherParts {
  readonly databaseUrl: string;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Puts jobs into the queue; the same id twice is one job. */
  readonly enqueue: (requests: readonly JobRequest[]) => Promise<void>;
  /** For tests: what happens between adding the jobs and marking the events. */
  readonly beforeMark?: () => Promise<void>;
}

export interface Dispatcher {
  stop(): Promise<void>;
}

const batchSize = 200;
const idleMs = 250;
const withoutLockMs = 1_000;
const afterErrorMs = 1_000;

/**
 * How far each kind of round looks back. A transaction lives 8 s at most, and clocks of two machines
 * may differ: nearly every event lies in the near window. What does not is found by the wider ones.
 */
const windows = { near: 60_000, far: 15 * 60_000 } as const;
const farEveryMs = 30_000;
const fullEveryMs = 60 * 60_000;

/** Which round is due: the whole table at boot, each hour and after any failure. */
class Rounds {
  #full = Number.NEGATIVE_INFINITY;
  #far = Number.NEGATIVE_INFINITY;
  #current: "near" | "far" | "full" = "full";

  since(now: number): Date | null {
    if (now - this.#full >= fullEveryMs) this.#current = "full";
    else if (now - this.#far >= farEveryMs && this.#current === "near") this.#current = "far";
    return this.#current === "full" ? null : new Date(now - windows[this.#current]);
  }

  /** A round found nothing more. */
  drained(now: number): void {
    if (this.#current === "full") this.#full = now;
    if (this.#current !== "near") this.#far = now;
    this.#current = "near";
  }

  failed(): void {
    this.#full = Number.NEGATIVE_INFINITY;
  }
}

const jobsOf = (events: readonly OutboxEvent[]): readonly EventJobRow[] =>
  events.flatMap((e) => reactionsTo(e.type).map((job) => ({ eventId: e.id, job })));

export const eventJobRequest = (row: EventJobRow): JobRequest => ({
  job: row.job as JobRequest["job"],
  id: jobId(row.eventId, row.job as JobRequest["job"]),
  payload: { eventId: row.eventId },
});

const timeOf = (eventId: string): number =>
  Number.parseInt(eventId.slice(0, 8) + eventId.slice(9, 13), 16);

const announce = async (client: pg.Client, seq: number, events: readonly OutboxEvent[]) => {
  const subjects = [...new Set(events.map((e) => e.subject))];
  const codes = events.map((e) => e.subdistrict_code).filter((code) => code !== null);
  const signal = { seq, subjects, subdistrictCodes: [...new Set(codes)] };
  for (const text of livePayloads(signal)) {
    await client.query("SELECT pg_notify($1, $2)", [liveChannel, text]);
  }
};

/**
 * One batch: jobs into the queue, then the mark. A crash in between repeats the batch, and the
 * unique keys of the effects keep it without consequence.
 * @returns how many events were dispatched
 */
export const dispatchBatch = async (
  client: pg.Client,
  since: Date | null,
  parts: Pick<DispatcherParts, "enqueue" | "metrics" | "beforeMark">,
): Promise<number> => {
  const events = await findUndispatched(client, knownEventTypes, since, batchSize);
  if (events.length === 0) return 0;
  const jobs = jobsOf(events);
  await parts.enqueue(jobs.map(eventJobRequest));
  await parts.beforeMark?.();
  const seq = await markDispatched(
    client,
    events.map((e) => e.id),
    jobs,
  );
  await announce(client, seq, events);
  const now = Date.now();
  parts.metrics.dispatched.inc(events.length);
  for (const e of events) parts.metrics.dispatchLag.observe(Math.max(0, now - timeOf(e.id)) / 1000);
  return events.length;
};

const openSession = async (url: string, onLost: () => void): Promise<pg.Client> => {
  const client = new pg.Client({
    connectionString: url,
    application_name: "rembuk-dispatcher",
    keepAlive: true,
    connectionTimeoutMillis: 7_000,
    // A server that vanished without a word must not hold the round for ever.
    query_timeout: 65_000,
  });
  client.on("error", onLost);
  client.on("end", onLost);
  await client.connect();
  await prepareSession(client);
  return client;
};

/** Dispatches as long as this session lives and holds the lock. */
const serveSession = async (parts: DispatcherParts, rounds: Rounds, signal: AbortSignal) => {
  let lost = false;
  const client = await openSession(parts.databaseUrl, () => {
    lost = true;
  });
  try {
    while (!signal.aborted && !lost && !(await takeLock(client))) {
      await pause(withoutLockMs, undefined, { signal }).catch(() => undefined);
    }
    if (signal.aborted || lost) return;
    parts.log.info("dispatching");
    parts.metrics.isDispatcher.set(1);
    while (!signal.aborted && !lost) {
      const count = await dispatchBatch(client, rounds.since(Date.now()), parts);
      if (count === batchSize) continue;
      rounds.drained(Date.now());
      await pause(idleMs, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    parts.metrics.isDispatcher.set(0);
    await client.end().catch(() => undefined);
  }
};

/** Dispatches what the outbox holds until it is stopped; one process at a time does it. */
export const startDispatcher = (parts: DispatcherParts): Dispatcher => {
  const stopping = new AbortController();
  const run = async () => {
    const rounds = new Rounds();
    while (!stopping.signal.aborted) {
      try {
        await serveSession(parts, rounds, stopping.signal);
      } catch (error) {
        parts.log.warn(errorFields(error), "dispatch failed; events wait in the outbox");
      }
      // Whatever ended the session, the backlog may be older than the window by now.
      rounds.failed();
      await pause(afterErrorMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
};
