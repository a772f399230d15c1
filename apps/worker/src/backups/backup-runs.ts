import type pg from "pg";

type Pool = Pick<pg.Pool, "query">;

export interface BackupResult {
  readonly name: string;
  readonly rows: number;
  readonly bytes: number;
  readonly isSealed: boolean;
}

export const noteBegin = async (pool: Pool, id: string, startedAt: Date): Promise<void> => {
  await pool.query("INSERT INTO backup_run (id, started_at, outcome) VALUES ($1, $2, 'running')", [
    id,
    startedAt,
  ]);
};

export const noteDone = async (pool: Pool, id: string, result: BackupResult): Promise<void> => {
  await pool.query(
    `UPDATE backup_run SET outcome = 'done', finished_at = now(), name = $2, row_count = $3,
       byte_count = $4, is_sealed = $5 WHERE id = $1`,
    [id, result.name, result.rows, result.bytes, result.isSealed],
  );
};

/** @param error its class, never its text: that may hold an address */
export const noteFailure = async (pool: Pool, id: string, error: string): Promise<void> => {
  await pool.query(
    "UPDATE backup_run SET outcome = 'failed', finished_at = now(), error = $2 WHERE id = $1",
    [id, error],
  );
};

/** One night and two hours of patience. */
export const lateAfterHours = 26;
/** A run that has not ended by then was interrupted. */
const runningHours = 6;

export interface BackupState {
  readonly lastDoneAt: Date | null;
  readonly lastFailure: { readonly at: Date; readonly error: string } | null;
  readonly problem: "backup-missing" | "backup-late" | "backup-failed" | null;
}

const hoursSince = (now: Date, then: Date): number => (now.getTime() - then.getTime()) / 3_600_000;

/** What is wrong with the backups; a failure counts until one succeeds after it. */
export const judgeBackups = (
  runs: { readonly lastDoneAt: Date | null; readonly lastFailure: BackupState["lastFailure"] },
  now: Date,
): BackupState["problem"] => {
  const { lastDoneAt, lastFailure } = runs;
  if (lastFailure && (lastDoneAt === null || lastFailure.at > lastDoneAt)) return "backup-failed";
  if (lastDoneAt === null) return "backup-missing";
  return hoursSince(now, lastDoneAt) > lateAfterHours ? "backup-late" : null;
};

/** How the backups stand, from their rows. */
export const readBackupState = async (pool: Pool, now: Date): Promise<BackupState> => {
  const { rows } = await pool.query<{ outcome: string; at: Date; error: string | null }>(
    `(SELECT 'done' AS outcome, started_at AS at, NULL AS error FROM backup_run
      WHERE outcome = 'done' ORDER BY started_at DESC LIMIT 1)
     UNION ALL
     (SELECT 'failed', started_at, coalesce(error, 'interrupted') FROM backup_run
      WHERE outcome = 'failed' OR (outcome = 'running' AND started_at < $1)
      ORDER BY started_at DESC LIMIT 1)`,
    [new Date(now.getTime() - runningHours * 3_600_000)],
  );
  const lastDoneAt = rows.find((r) => r.outcome === "done")?.at ?? null;
  const failed = rows.find((r) => r.outcome === "failed");
  const lastFailure = failed ? { at: failed.at, error: failed.error ?? "" } : null;
  return { lastDoneAt, lastFailure, problem: judgeBackups({ lastDoneAt, lastFailure }, now) };
};
