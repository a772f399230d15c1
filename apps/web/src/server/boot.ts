import "server-only";
import { env, fieldKeyContent, isDemo } from "@/env";
import { closeConnections, pool } from "./database";
import { stopListening } from "./live/notifications";
import { errorFields, log } from "./log";
import { abortOnSignals, shutdown } from "./shutdown";

interface RoleRow {
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly owns: boolean;
}

/** Why the database role must not serve people; empty when it may. */
export async function roleProblems(): Promise<string[]> {
  const { rows } = await pool().query<RoleRow>(
    `SELECT r.rolsuper AS superuser, r.rolbypassrls AS bypasses,
       EXISTS (SELECT 1 FROM pg_class c WHERE c.relowner = r.oid AND c.relkind IN ('r', 'p')) AS owns
     FROM pg_roles r WHERE r.rolname = current_user`,
  );
  const row = rows[0];
  const problems: string[] = [];
  if (!row || row.superuser) problems.push("the database role is a superuser");
  if (row?.bypasses) problems.push("the database role bypasses row-level security");
  if (row?.owns) problems.push("the database role owns tables");
  return problems;
}

function refuse(reason: string): never {
  // Printed plainly too: an operator reads this before any log collector does.
  console.error(reason);
  process.exit(1);
}

/** Checks the configuration and the database role; a bad one ends the process. */
export async function boot(): Promise<void> {
  try {
    env();
    fieldKeyContent();
  } catch (error) {
    refuse(error instanceof Error ? error.message : "Configuration refused");
  }
  abortOnSignals();
  shutdown.signal.addEventListener("abort", () => {
    void stopListening();
    void leaveInTime();
  });
  try {
    const problems = await roleProblems();
    if (problems.length > 0) refuse(`Database role refused:\n- ${problems.join("\n- ")}`);
  } catch (error) {
    // A database that is still starting is no reason to die: /readyz says it until it is there.
    log.warn(errorFields(error), "database not reachable at start");
  }
  log.info({ demo: isDemo() }, "web ready");
}

/** Longer than any statement may run (5 s), shorter than what a supervisor waits (10 s). */
const LAST_MOMENT_MS = 8_000;

/** The server waits for its connections to end; one that never does must not hold the process. */
async function leaveInTime(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, LAST_MOMENT_MS).unref());
  await closeConnections();
  process.exit(0);
}
