import "server-only";
import { pool } from "./database";
import { shutdown } from "./shutdown";

export interface Readiness {
  readonly ready: boolean;
  readonly database: "ok" | "unreachable" | "not-migrated";
}

/** Health must answer within 200 ms however slow the database is. */
const PATIENCE_MS = 150;
const FRESH_MS = 1_000;

let last: { at: number; answer: Readiness } | undefined;

async function ask(): Promise<Readiness> {
  const { rows } = await pool().query<{ unfinished: string; applied: string }>(
    `SELECT count(*) FILTER (WHERE finished_at IS NULL AND rolled_back_at IS NULL) AS unfinished,
       count(*) FILTER (WHERE finished_at IS NOT NULL) AS applied FROM "_prisma_migrations"`,
  );
  const row = rows[0];
  const migrated = row !== undefined && Number(row.applied) > 0 && Number(row.unfinished) === 0;
  return { ready: migrated, database: migrated ? "ok" : "not-migrated" };
}

const unreachable: Readiness = { ready: false, database: "unreachable" };

/** Is this process fit to serve? The answer is at most a second old. */
export async function readiness(): Promise<Readiness> {
  if (shutdown.signal.aborted) return { ready: false, database: "ok" };
  if (last && Date.now() - last.at < FRESH_MS) return last.answer;
  const patience = new Promise<Readiness>((resolve) => {
    setTimeout(() => resolve(unreachable), PATIENCE_MS).unref();
  });
  const answer = await Promise.race([ask().catch(() => unreachable), patience]);
  last = { at: Date.now(), answer };
  return answer;
}
