import type pg from "pg";

export interface OutboxEvent {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly subdistrict_code: string | null;
}

/** One dispatcher in the whole installation; the lock ends with its session. */
const dispatcherLock = 4_207_001;

/**
 * A stopped process (SIGSTOP, a frozen machine) keeps its sockets, and with them its lock. PostgreSQL
 * ends a session that has been silent for so long, and another worker takes over.
 */
const silenceLimitMs = 8_000;

/** The session that dispatches: it alone writes `event_dispatch`, so seq follows the order of commits. */
export const prepareSession = async (client: pg.Client): Promise<void> => {
  await client.query(`SELECT set_config('idle_session_timeout', '${silenceLimitMs}', false),
    set_config('idle_in_transaction_session_timeout', '${silenceLimitMs}', false),
    set_config('statement_timeout', '60000', false)`);
};

export const takeLock = async (client: pg.Client): Promise<boolean> => {
  const { rows } = await client.query<{ taken: boolean }>(
    "SELECT pg_try_advisory_lock($1) AS taken",
    [dispatcherLock],
  );
  return rows[0]?.taken ?? false;
};

/** The smallest uuid v7 of an instant: events are found by the time in their id. */
export const uuidFloor = (at: Date): string => {
  const hex = Math.max(0, at.getTime()).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
};

/**
 * Events that nobody has dispatched, oldest first. Ids are not the order of commits, so this is no
 * cursor: rows are missing from `event_dispatch` or they are not.
 * @param since look back to here; null: at everything
 */
export const findUndispatched = async (
  client: pg.Client,
  types: readonly string[],
  since: Date | null,
  limit: number,
): Promise<readonly OutboxEvent[]> => {
  const { rows } = await client.query<OutboxEvent>({
    name: since ? "outbox-window" : "outbox-all",
    text: `SELECT e.id, e.type, e.subject, e.subdistrict_code FROM domain_event e
      WHERE e.type = ANY($1::text[]) ${since ? "AND e.id >= $3::uuid" : ""}
        AND NOT EXISTS (SELECT FROM event_dispatch d WHERE d.event_id = e.id)
      ORDER BY e.id LIMIT $2`,
    values: since ? [types, limit, uuidFloor(since)] : [types, limit],
  });
  return rows;
};

export interface EventJobRow {
  readonly eventId: string;
  readonly job: string;
}

/**
 * Marks a batch dispatched and lists the jobs it asked for. In one transaction on the session that
 * holds the lock: if that session is gone, so is the mark.
 * @returns the highest seq of the batch
 */
export const markDispatched = async (
  client: pg.Client,
  eventIds: readonly string[],
  jobs: readonly EventJobRow[],
): Promise<number> => {
  await client.query("BEGIN");
  try {
    // A handler may have been faster and have said that it is done.
    await client.query(
      `INSERT INTO event_job (event_id, job) SELECT * FROM unnest($1::uuid[], $2::text[])
       ON CONFLICT (event_id, job) DO NOTHING`,
      [jobs.map((j) => j.eventId), jobs.map((j) => j.job)],
    );
    const { rows } = await client.query<{ seq: string }>(
      `INSERT INTO event_dispatch (event_id)
       SELECT id FROM unnest($1::uuid[]) WITH ORDINALITY AS t(id, place) ORDER BY place
       ON CONFLICT (event_id) DO NOTHING RETURNING seq`,
      [eventIds],
    );
    await client.query("COMMIT");
    return Math.max(0, ...rows.map((row) => Number(row.seq)));
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  }
};

type Pool = Pick<pg.Pool, "query">;

/** A handler has done its work, also when it was faster than the dispatcher's mark. */
export const markJobDone = async (pool: Pool, row: EventJobRow): Promise<void> => {
  await pool.query(
    `INSERT INTO event_job (event_id, job, done_at) VALUES ($1, $2, now())
     ON CONFLICT (event_id, job) DO UPDATE SET done_at = coalesce(event_job.done_at, now())`,
    [row.eventId, row.job],
  );
};

/** Jobs that should have been done by now and are not given up: perhaps the queue lost them. */
export const findUndoneJobs = async (
  pool: Pool,
  olderThanMs: number,
  limit: number,
): Promise<readonly EventJobRow[]> => {
  const { rows } = await pool.query<{ event_id: string; job: string }>(
    `SELECT j.event_id, j.job FROM event_job j
     WHERE j.done_at IS NULL AND j.created_at < now() - $1 * interval '1 millisecond'
       AND NOT EXISTS (SELECT FROM dead_letter l
         WHERE l.job = j.job AND l.job_id = j.event_id::text || '.' || j.job AND l.retried_at IS NULL)
     ORDER BY j.created_at LIMIT $2`,
    [olderThanMs, limit],
  );
  return rows.map((row) => ({ eventId: row.event_id, job: row.job }));
};

/** What is done needs no memory: the unique key of each effect is what keeps it single. */
export const purgeDoneJobs = async (pool: Pool): Promise<number> => {
  const { rowCount } = await pool.query(
    "DELETE FROM event_job WHERE done_at < now() - interval '1 day'",
  );
  return rowCount ?? 0;
};
