import { pipeline } from "node:stream/promises";
import { applyMigrations, listMigrations } from "@rembuk/db/migrate";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { type Archive, meter, readEntry } from "./archive";
import type { Manifest, TableCopy } from "./manifest";
import { type CopiedTable, connectForCopy, copyIn, copyOut, listTables } from "./tables";

/** Told to whoever restores, line by line. */
export type Tell = (line: string) => void;

const requireEmpty = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')",
  );
  if ((rows[0]?.n ?? 0) > 0) {
    throw new Error("the database is not empty; restore into a new one and switch over to it");
  }
};

const requireKnownVersion = (manifest: Manifest): void => {
  const known = new Map(listMigrations().map((m) => [m.name, m.checksum]));
  const strange = manifest.migrations.filter((m) => known.get(m.name) !== m.checksum);
  if (strange.length === 0) return;
  const names = strange.map((m) => m.name).join(", ");
  throw new Error(`this backup needs another version of Rembuk (migrations ${names})`);
};

const requireSameTables = async (client: pg.Client, manifest: Manifest): Promise<void> => {
  const shape = (t: CopiedTable) => `${t.name}(${t.columns.join(",")})`;
  const here = (await listTables(client)).map(shape);
  const copied = manifest.tables.map(shape);
  const differing = [
    ...here.filter((t) => !copied.includes(t)),
    ...copied.filter((t) => !here.includes(t)),
  ];
  if (differing.length > 0)
    throw new Error(`tables differ from the backup: ${differing.join("; ")}`);
};

const names = (tables: readonly TableCopy[]) =>
  tables.map((t) => `public.${pg.escapeIdentifier(t.name)}`);

interface Constraint {
  readonly on: string;
  readonly name: string;
  readonly definition: string;
}

/** Foreign keys and triggers rest while rows come in, in any order; added again, each key is checked. */
const suspendChecks = async (client: pg.Client, tables: readonly TableCopy[]) => {
  const { rows } = await client.query<Constraint>(
    `SELECT conrelid::regclass::text AS "on", quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0`,
  );
  const forced = await client.query<{ name: string }>(
    `SELECT oid::regclass::text AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relforcerowsecurity`,
  );
  for (const c of rows) await client.query(`ALTER TABLE ${c.on} DROP CONSTRAINT ${c.name}`);
  for (const { name } of forced.rows)
    await client.query(`ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY`);
  for (const name of names(tables)) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  return async () => {
    for (const name of names(tables)) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
    for (const c of rows)
      await client.query(`ALTER TABLE ${c.on} ADD CONSTRAINT ${c.name} ${c.definition}`);
    for (const { name } of forced.rows)
      await client.query(`ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`);
  };
};

const loadTable = async (client: pg.Client, archive: Archive, table: TableCopy): Promise<void> => {
  const { stream, measured } = meter();
  const target = client.query(copyFrom(copyIn(table)));
  await pipeline([...readEntry(archive, `tables/${table.name}.copy.gz`), stream, target]);
  if (measured().sha256 !== table.sha256) {
    throw new Error(`tables/${table.name} in the backup was changed: its checksum differs`);
  }
};

/** What the database gives back now, row for row. @throws on the first table that differs */
const compareTable = async (client: pg.Client, table: TableCopy): Promise<void> => {
  const { stream, measured } = meter();
  stream.resume();
  await pipeline([client.query(copyTo(copyOut(table))), stream]);
  const { lines, sha256 } = measured();
  if (lines !== table.rows)
    throw new Error(`${table.name}: ${lines} rows instead of ${table.rows}`);
  if (sha256 !== table.sha256) throw new Error(`${table.name}: other content than was copied`);
};

const restoreSequences = async (client: pg.Client, manifest: Manifest): Promise<void> => {
  for (const { name, value, isCalled } of manifest.sequences) {
    const sequence = `public.${pg.escapeIdentifier(name)}`;
    await client.query(`CREATE SEQUENCE IF NOT EXISTS ${sequence}`);
    await client.query("SELECT setval($1::regclass, $2::bigint, $3)", [sequence, value, isCalled]);
  }
};

const loadRows = async (client: pg.Client, archive: Archive, manifest: Manifest, tell: Tell) => {
  const { tables } = manifest;
  await client.query(`TRUNCATE ${names(tables).join(", ")}`);
  for (const table of tables) await loadTable(client, archive, table);
  const rows = tables.reduce((sum, t) => sum + t.rows, 0);
  tell(`ok  ${tables.length} tables, ${rows} rows loaded; every file is as it was written`);
  await restoreSequences(client, manifest);
  for (const table of tables) await compareTable(client, table);
  tell(`ok  counts and SHA-256 of all ${tables.length} tables, read back, are those of the backup`);
};

/**
 * Brings an empty database to the version of the backup, loads every row, and reads all of it back.
 * One transaction: whatever differs leaves no rows behind.
 * @param ownerUrl role rembuk_owner, which owns the database
 */
export const restoreDatabase = async (
  archive: Archive,
  manifest: Manifest,
  ownerUrl: string,
  tell: Tell,
): Promise<void> => {
  const client = await connectForCopy(ownerUrl, "restore");
  try {
    await requireEmpty(client);
    requireKnownVersion(manifest);
    await applyMigrations(ownerUrl, new Set(manifest.migrations.map((m) => m.name)));
    tell(
      `ok  empty database brought to the backup's version (${manifest.migrations.length} migrations)`,
    );
    await client.query("BEGIN");
    await requireSameTables(client, manifest);
    const resume = await suspendChecks(client, manifest.tables);
    await loadRows(client, archive, manifest, tell);
    await resume();
    await client.query("COMMIT");
    tell("ok  foreign keys hold, row-level security is on");
    await client.query("ANALYZE");
  } finally {
    await client.end().catch(() => undefined);
  }
};
