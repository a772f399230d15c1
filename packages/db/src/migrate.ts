import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import pg from "pg";

const directory = fileURLToPath(new URL("../prisma/migrations", import.meta.url));
/** The advisory lock that Prisma itself takes, so that both never migrate at once. */
const prismaLock = 72707369;

const ledger = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** Every migration of the project, in order, with Prisma's checksum. */
export const listMigrations = (): readonly Migration[] =>
  readdirSync(directory)
    .sort()
    .map((name) => ({ name, file: join(directory, name, "migration.sql") }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => {
      const sql = readFileSync(file, "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });

/** Names of the migrations that a database lacks. Any role that may read the ledger can ask. */
export const pendingMigrations = async (
  client: pg.ClientBase | pg.Pool,
): Promise<readonly string[]> => {
  const { rows } = await client.query<{ migration_name: string }>(
    'SELECT migration_name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
  );
  const done = new Set(rows.map((row) => row.migration_name));
  return listMigrations()
    .map((m) => m.name)
    .filter((name) => !done.has(name));
};

const apply = async (client: pg.Client, migration: Migration) => {
  const id = randomUUID();
  await client.query("BEGIN");
  try {
    await client.query(migration.sql);
    await client.query(
      'INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)',
      [id, migration.checksum, migration.name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
};

/**
 * Applies what is missing and records it as Prisma does, so that `prisma migrate status` agrees.
 * Each migration and its record are one transaction: a kill in the middle leaves nothing half done.
 * @param only names to apply; a restored database is first brought to the version that was backed up
 * @returns the names applied now
 */
export const applyMigrations = async (
  url: string,
  only?: ReadonlySet<string>,
): Promise<readonly string[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [prismaLock]);
    await client.query(ledger);
    const pending = new Set(await pendingMigrations(client));
    const now = listMigrations().filter((m) => pending.has(m.name) && (only?.has(m.name) ?? true));
    for (const migration of now) await apply(client, migration);
    return now.map((m) => m.name);
  } finally {
    await client.end();
  }
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const url = process.env.MIGRATION_DATABASE_URL;
  if (!url) throw new Error("MIGRATION_DATABASE_URL is not set");
  const applied = await applyMigrations(url);
  process.stdout.write(
    applied.length ? `applied ${applied.join(", ")}\n` : "no pending migrations\n",
  );
}
