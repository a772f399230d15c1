import type pg from "pg";
import { purgeDoneJobs } from "./outbox/outbox-store";

/**
 * Sessions and batches that ended long ago, counters of attempts that no longer count, jobs that are done, photos of
 * which a phone sent a part and never the rest.
 */
export const purgeExpired = async (pool: Pick<pg.Pool, "query">) => {
  const sessions = await pool.query(
    "DELETE FROM session WHERE expires_at < now() - interval '7 days'",
  );
  const limits = await pool.query(
    "DELETE FROM rate_limit WHERE expire < (extract(epoch FROM now()) * 1000)::bigint",
  );
  // Kept so long that whoever was away for a holiday still reads what was refused.
  const batches = await pool.query(
    "DELETE FROM bulk_batch WHERE state IN ('undone', 'done') AND settled_at < now() - interval '30 days'",
  );
  // A phone that comes after all begins it anew.
  const parts = await pool.query(
    "DELETE FROM handover_upload WHERE updated_at < now() - interval '30 days'",
  );
  return {
    batches: batches.rowCount,
    sessions: sessions.rowCount,
    limits: limits.rowCount,
    parts: parts.rowCount,
    jobs: await purgeDoneJobs(pool),
  };
};
