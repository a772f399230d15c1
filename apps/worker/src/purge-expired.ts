import type pg from "pg";
import { purgeDoneJobs } from "./outbox/outbox-store";

/** Sessions that ended long ago, counters of attempts that no longer count, jobs that are done. */
export const purgeExpired = async (pool: Pick<pg.Pool, "query">) => {
  const sessions = await pool.query(
    "DELETE FROM session WHERE expires_at < now() - interval '7 days'",
  );
  const limits = await pool.query(
    "DELETE FROM rate_limit WHERE expire < (extract(epoch FROM now()) * 1000)::bigint",
  );
  return { sessions: sessions.rowCount, limits: limits.rowCount, jobs: await purgeDoneJobs(pool) };
};
