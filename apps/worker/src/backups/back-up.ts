/**
 * Copies database and attachments into BACKUP_DIRECTORY:
 *
 *   npm run backup                 once
 *   npm run backup -- --nightly    stays, and does it each night at BACKUP_TIME (01:30)
 */
import { parseArgs } from "node:util";
import pg from "pg";
import { createLog, errorFields } from "../log";
import { attachmentsFrom } from "./attachment-places";
import { nextNight } from "./next-night";
import { type BackupSettings, runBackup } from "./run-backup";

const needed = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
};

const readSettings = (): BackupSettings => ({
  databaseUrl: needed("BACKUP_DATABASE_URL"),
  root: needed("BACKUP_DIRECTORY"),
  attachments: attachmentsFrom(process.env),
  fieldKeysFile: needed("FIELD_KEYS_FILE"),
  backupKeyFile: process.env.BACKUP_KEY_FILE || null,
  now: () => new Date(),
});

const openPool = () => {
  const pool = new pg.Pool({
    connectionString: needed("DATABASE_URL"),
    max: 1,
    application_name: "rembuk-backup-notes",
    connectionTimeoutMillis: 10_000,
  });
  // The backup may take long and the connection for its notes die meanwhile: the next note opens another.
  pool.on("error", () => undefined);
  return pool;
};

const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`;

const backUpOnce = async (settings: BackupSettings): Promise<void> => {
  const began = performance.now();
  const pool = openPool();
  try {
    const { name, rows, bytes, isSealed, removed } = await runBackup(pool, settings);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const lines = [
      `${settings.root}/${name}: ${rows} rows, ${megabytes(bytes)} before compression, ${seconds} s`,
      isSealed ? "sealed with the backup key" : "NOT SEALED: whoever reads the place reads it all",
      ...removed.map((old) => `removed ${old}`),
    ];
    process.stdout.write(`${lines.join("\n")}\n`);
  } finally {
    await pool.end();
  }
};

const stayForNights = async (settings: BackupSettings): Promise<void> => {
  const log = createLog("info");
  const time = process.env.BACKUP_TIME || "01:30";
  for (;;) {
    const at = nextNight(new Date(), time);
    log.info({ at }, "next backup");
    while (Date.now() < at.getTime()) {
      const rest = Math.min(60_000, at.getTime() - Date.now());
      await new Promise((resolve) => setTimeout(resolve, Math.max(rest, 1)));
    }
    await backUpOnce(settings).catch((error: unknown) =>
      log.error(errorFields(error), "backup failed"),
    );
  }
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { nightly: { type: "boolean" } } });
  const settings = readSettings();
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => process.exit(0));
  if (values.nightly) await stayForNights(settings);
  else await backUpOnce(settings);
};

if (process.argv[1]?.endsWith("back-up.ts")) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
