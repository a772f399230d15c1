import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type pg from "pg";
import { uuidv7 } from "uuidv7";
import { errorName } from "../log";
import { openArchive } from "./archive";
import type { AttachmentPlaces } from "./attachment-places";
import type { Previous } from "./attachments";
import { type BackupResult, noteBegin, noteDone, noteFailure } from "./backup-runs";
import { type Manifest, readManifest } from "./manifest";
import { backupName, listBackups, removeOldBackups } from "./retention";
import { readBackupKey } from "./sealed-stream";
import { writeBackup } from "./write-backup";

export interface BackupSettings {
  /** Address of role rembuk_backup. */
  readonly databaseUrl: string;
  readonly root: string;
  readonly attachments: AttachmentPlaces;
  readonly fieldKeysFile: string;
  /** Seals the backup; null: it lies open, and the place must be guarded. */
  readonly backupKeyFile: string | null;
  readonly now: () => Date;
}

const appVersion = async (): Promise<string> => {
  const file = createRequire(import.meta.url).resolve("../../package.json");
  return (JSON.parse(await readFile(file, "utf8")) as { version: string }).version;
};

const keyIds = async (file: string): Promise<readonly string[]> => {
  const content = JSON.parse(await readFile(file, "utf8")) as {
    encryption: { keys: Record<string, string> };
  };
  return Object.keys(content.encryption.keys);
};

/** The backup before, whose unchanged attachments are linked; none when it does not open. */
const findPrevious = async (root: string, key: Buffer | null): Promise<Previous | null> => {
  const [newest] = await listBackups(root);
  if (!newest) return null;
  try {
    const archive = openArchive(join(root, newest), key);
    return { archive, manifest: await readManifest(archive) };
  } catch {
    return null;
  }
};

const sizeOf = ({ tables, files }: Manifest) => ({
  rows: tables.reduce((sum, t) => sum + t.rows, 0),
  bytes: [...tables, ...files].reduce((sum, part) => sum + part.bytes, 0),
});

const write = async (settings: BackupSettings): Promise<BackupResult> => {
  const { root, databaseUrl, attachments } = settings;
  await mkdir(root, { recursive: true, mode: 0o700 });
  const key = settings.backupKeyFile === null ? null : readBackupKey(settings.backupKeyFile);
  const name = backupName(settings.now());
  const source = {
    ...{ databaseUrl, attachments },
    appVersion: await appVersion(),
    fieldKeyIds: await keyIds(settings.fieldKeysFile),
  };
  const manifest = await writeBackup(source, { root, name, key }, await findPrevious(root, key));
  return { name, isSealed: key !== null, ...sizeOf(manifest) };
};

/**
 * One backup, recorded: what went wrong stands in `backup_run`, for doctor and mail. Old ones are
 * removed only after a new one is whole.
 * @param pool as role rembuk_worker
 */
export const runBackup = async (
  pool: Pick<pg.Pool, "query">,
  settings: BackupSettings,
): Promise<BackupResult & { readonly removed: readonly string[] }> => {
  const id = uuidv7();
  await noteBegin(pool, id, settings.now());
  try {
    const result = await write(settings);
    const removed = await removeOldBackups(settings.root, settings.now());
    await noteDone(pool, id, result);
    return { ...result, removed };
  } catch (error) {
    await noteFailure(pool, id, errorName(error)).catch(() => undefined);
    throw error;
  }
};
