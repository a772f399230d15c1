import { mkdir, rename } from "node:fs/promises";
import { join } from "node:path";
import { listMigrations, pendingMigrations } from "@rembuk/db/migrate";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { type Archive, writeEntry } from "./archive";
import type { AttachmentPlaces } from "./attachment-places";
import { copyFiles, type Previous } from "./attachments";
import { type Manifest, type TableCopy, writeManifest } from "./manifest";
import { connectForCopy, copyOut, listSequences, listTables } from "./tables";

export interface BackupSource {
  /** Address of role rembuk_backup. */
  readonly databaseUrl: string;
  readonly attachments: AttachmentPlaces;
  readonly appVersion: string;
  readonly fieldKeyIds: readonly string[];
}

/** Row-level security thins out what an ordinary role reads, without a word. */
const requireFullSight = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ full: boolean; name: string }>(
    "SELECT rolsuper OR rolbypassrls AS full, rolname::text AS name FROM pg_roles WHERE rolname = current_user",
  );
  if (rows[0]?.full) return;
  throw new Error(`role ${rows[0]?.name} would see a part of the rows only; use rembuk_backup`);
};

const copyTables = async (client: pg.Client, archive: Archive): Promise<readonly TableCopy[]> => {
  const copies: TableCopy[] = [];
  for (const table of await listTables(client)) {
    const content = client.query(copyTo(copyOut(table)));
    const { lines, bytes, sha256 } = await writeEntry(
      archive,
      `tables/${table.name}.copy.gz`,
      content,
    );
    copies.push({ ...table, columns: [...table.columns], rows: lines, bytes, sha256 });
  }
  return copies;
};

const appliedMigrations = async (client: pg.Client): Promise<Manifest["migrations"]> => {
  const pending = new Set(await pendingMigrations(client));
  return listMigrations()
    .filter((m) => !pending.has(m.name))
    .map(({ name, checksum }) => ({ name, checksum }));
};

const readHead = async (client: pg.Client): Promise<Manifest["auditHead"]> => {
  const { rows } = await client.query<{ number: number; hash: string }>(
    "SELECT number, encode(hash, 'hex') AS hash FROM audit_block ORDER BY number DESC LIMIT 1",
  );
  return rows[0] ?? null;
};

/** Everything of the database, as it stood at one moment. */
const copyDatabase = async (client: pg.Client, archive: Archive) => {
  await requireFullSight(client);
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  await client.query("SET LOCAL row_security = off");
  const { rows } = await client.query<{ at: Date; version: string }>(
    "SELECT now() AS at, current_setting('server_version') AS version",
  );
  const copied = {
    madeAt: (rows[0]?.at ?? new Date()).toISOString(),
    postgres: rows[0]?.version ?? "",
    migrations: await appliedMigrations(client),
    auditHead: await readHead(client),
    tables: [...(await copyTables(client, archive))],
    sequences: [...(await listSequences(client))],
  };
  await client.query("COMMIT");
  return copied;
};

/**
 * Copies the database in one snapshot, then the attachments (each is there before a row names it, and
 * stays after), into `root/name`. Until it is whole the directory is called `name.partial`.
 * @throws when the role does not see every row, or anything cannot be read or written
 */
export const writeBackup = async (
  source: BackupSource,
  target: { readonly root: string; readonly name: string; readonly key: Buffer | null },
  previous: Previous | null,
): Promise<Manifest> => {
  const partial = join(target.root, `${target.name}.partial`);
  await mkdir(partial, { recursive: true, mode: 0o700 });
  const archive: Archive = { directory: partial, key: target.key };
  const client = await connectForCopy(source.databaseUrl, "backup");
  try {
    const database = await copyDatabase(client, archive);
    const files = [...(await copyFiles(archive, source.attachments, previous))];
    const about = { format: 1 as const, app: source.appVersion };
    const manifest = { ...about, ...database, files, fieldKeyIds: [...source.fieldKeyIds] };
    await writeManifest(archive, manifest);
    await rename(partial, join(target.root, target.name));
    return manifest;
  } finally {
    await client.end().catch(() => undefined);
  }
};
