/**
 * Restores a backup into an empty database and proves it, line by line:
 *
 *   npm run restore -- /var/backups/rembuk/rembuk-20261122T190000Z
 *   npm run restore -- DIRECTORY --drill      into a database of its own, dropped afterwards (the
 *                                             launcher makes it: scripts/restore.mjs)
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { openArchive } from "./archive";
import { type AttachmentPlaces, attachmentsFrom } from "./attachment-places";
import { requireRoom, restoreFiles } from "./attachments";
import { checkRestored, settleRestored } from "./check-restored";
import { type Manifest, readManifest } from "./manifest";
import { restoreDatabase, type Tell } from "./restore-backup";
import { readBackupKey } from "./sealed-stream";

export interface RestoreSettings {
  readonly directory: string;
  readonly backupKey: Buffer | null;
  /** Role rembuk_owner on an empty database. */
  readonly ownerUrl: string;
  readonly workerUrl: string;
  /** Content of the field key file. */
  readonly fieldKeys: string;
  /** Where attachments go; there must be none yet. Neither of both: they are not restored. */
  readonly attachments: AttachmentPlaces;
}

const describe = (manifest: Manifest, tell: Tell) => {
  const rows = manifest.tables.reduce((sum, t) => sum + t.rows, 0);
  tell(`    backup of ${manifest.madeAt}, Rembuk ${manifest.app}, PostgreSQL ${manifest.postgres}`);
  tell(`    ${manifest.tables.length} tables, ${rows} rows, ${manifest.files.length} attachments`);
};

/** @returns problems; empty when everything is as it was copied */
export const restore = async (
  settings: RestoreSettings,
  tell: Tell,
): Promise<readonly string[]> => {
  const archive = openArchive(settings.directory, settings.backupKey);
  const manifest = await readManifest(archive);
  describe(manifest, tell);
  const { attachments, workerUrl, fieldKeys } = settings;
  await requireRoom(attachments, manifest.files);
  await restoreDatabase(archive, manifest, settings.ownerUrl, tell);
  const problems = [...(await checkRestored({ workerUrl, fieldKeys, manifest }, tell))];
  if (attachments.directory !== null || attachments.s3 !== null) {
    const wrong = await restoreFiles(archive, manifest.files, attachments);
    if (wrong.length === 0) tell(`ok  ${manifest.files.length} attachments, each with its SHA-256`);
    else tell(`BAD ${wrong.length} attachments differ`);
    problems.push(...wrong.map((path) => `attachment ${path} differs`));
  }
  await settleRestored(workerUrl, basename(settings.directory), tell);
  return problems;
};

const needed = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
};

const main = async (): Promise<void> => {
  const { positionals } = parseArgs({
    allowPositionals: true,
    options: { drill: { type: "boolean" } },
  });
  const [directory] = positionals;
  if (!directory) throw new Error("usage: npm run restore -- DIRECTORY [--drill]");
  const tell: Tell = (line) => process.stdout.write(`${line}\n`);
  const keyFile = process.env.BACKUP_KEY_FILE;
  const problems = await restore(
    {
      directory,
      backupKey: keyFile ? readBackupKey(keyFile) : null,
      ownerUrl: needed("MIGRATION_DATABASE_URL"),
      workerUrl: needed("DATABASE_URL"),
      fieldKeys: readFileSync(needed("FIELD_KEYS_FILE"), "utf8"),
      attachments: attachmentsFrom(process.env),
    },
    tell,
  );
  tell(problems.length === 0 ? "the restored database is whole" : `${problems.length} PROBLEMS`);
  if (problems.length > 0) process.exitCode = 1;
};

if (process.argv[1]?.endsWith("restore.ts")) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
