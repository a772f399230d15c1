import { pendingMigrations } from "@rembuk/db/migrate";
import type pg from "pg";

interface RoleRow {
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly owns: boolean;
}

/** Why the database role must not be used; empty when it may. */
export const roleProblems = async (pool: Pick<pg.Pool, "query">): Promise<readonly string[]> => {
  const { rows } = await pool.query<RoleRow>(
    `SELECT r.rolsuper AS superuser, r.rolbypassrls AS bypasses,
       EXISTS (SELECT FROM pg_class c WHERE c.relowner = r.oid AND c.relkind IN ('r', 'p')) AS owns
     FROM pg_roles r WHERE r.rolname = current_user`,
  );
  const row = rows[0];
  return [
    ...(!row || row.superuser ? ["the database role is a superuser"] : []),
    ...(row?.bypasses ? ["the database role bypasses row-level security"] : []),
    ...(row?.owns ? ["the database role owns tables"] : []),
  ];
};

/** Is the database there, and at the version of this program? */
export const databaseState = async (
  pool: pg.Pool,
): Promise<"ok" | "unreachable" | "not-migrated"> => {
  try {
    return (await pendingMigrations(pool)).length === 0 ? "ok" : "not-migrated";
  } catch (error) {
    return (error as { code?: string }).code === "42P01" ? "not-migrated" : "unreachable";
  }
};
