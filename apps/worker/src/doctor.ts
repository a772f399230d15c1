import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { connect, type Database } from "@rembuk/db/client";
import { pendingMigrations } from "@rembuk/db/migrate";
import { nameSpellingRule } from "@rembuk/domain/beneficiaries/name-spelling";
import { verifyChain } from "@rembuk/services/audit/verify-chain";
import type { ServiceContext } from "@rembuk/services/context";
import { parseFieldKeys, tryFieldKeys, tryPersonName } from "@rembuk/services/system-context";
import pg from "pg";
import { readHeads } from "./audit-heads";
import { type BackupState, readBackupState } from "./backups/backup-runs";
import { roleProblems } from "./database-checks";
import { type Env, readEnv, readKeyFile, watchesBackups } from "./env";
import { examineFiles, type FileStoreState } from "./file-store-check";
import { createLog, errorName } from "./log";
import { connectQueues } from "./queues/connection";

type Keys = ServiceContext["keys"];

/** An event older than this and not dispatched means that no worker does its work. */
const dispatchLimit = "5 minutes";
const personSample = 20;

const countsSql = `SELECT
  (SELECT json_object_agg(level, n) FROM (SELECT level, count(*) AS n FROM area GROUP BY level ORDER BY level) a) AS areas,
  (SELECT count(*)::int FROM "user") AS users,
  (SELECT json_object_agg(status, n) FROM (SELECT status, count(*) AS n FROM "case" GROUP BY status ORDER BY status) c) AS cases,
  (SELECT count(*)::int FROM domain_event e WHERE NOT EXISTS (SELECT FROM event_dispatch d WHERE d.event_id = e.id)) AS undispatched,
  (SELECT count(*)::int FROM domain_event e WHERE NOT EXISTS (SELECT FROM event_dispatch d WHERE d.event_id = e.id)
    AND uuid_extract_timestamp(e.id) < now() - interval '${dispatchLimit}') AS late_undispatched,
  (SELECT count(*)::int FROM event_job WHERE done_at IS NULL) AS undone_jobs,
  (SELECT count(*)::int FROM dead_letter WHERE retried_at IS NULL) AS dead_letters,
  (SELECT count(*)::int FROM notification WHERE delivery = 'uncertain')
    + (SELECT count(*)::int FROM mail_digest WHERE delivery = 'uncertain') AS uncertain_mails,
  (SELECT count(*)::int FROM notification WHERE delivery = 'failed')
    + (SELECT count(*)::int FROM mail_digest WHERE delivery = 'failed') AS failed_mails,
  (SELECT count(*)::int FROM person p LEFT JOIN person_name_key k ON k.person_id = p.id AND k.rule = ${nameSpellingRule}
    WHERE k.person_id IS NULL) AS unkeyed_names,
  current_setting('server_version') AS postgres`;

interface Counts {
  readonly areas: Readonly<Record<string, number>> | null;
  readonly users: number;
  readonly cases: Readonly<Record<string, number>> | null;
  readonly undispatched: number;
  readonly late_undispatched: number;
  readonly undone_jobs: number;
  readonly dead_letters: number;
  readonly uncertain_mails: number;
  readonly failed_mails: number;
  readonly unkeyed_names: number;
  readonly postgres: string;
}

const appVersion = (): string => {
  const file = createRequire(import.meta.url).resolve("../package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
};

const levelNames = ["provinces", "regencies", "subdistricts", "villages"];
const areasByLevel = (areas: Counts["areas"]) =>
  Object.fromEntries(levelNames.map((name, at) => [name, areas?.[String(at + 1)] ?? 0]));

/** Is the key file readable, and does it open what stands in the database? */
const examineKeys = async (
  env: Env,
  db: Database,
): Promise<{ keys: Keys | null; state: string; sampled: number }> => {
  let keys: Keys;
  try {
    keys = parseFieldKeys(readKeyFile(env));
    tryFieldKeys(keys);
  } catch (error) {
    return { keys: null, state: `unreadable (${errorName(error)})`, sampled: 0 };
  }
  const people = await db.person.findMany({
    take: personSample,
    select: { id: true, nameSealed: true },
  });
  try {
    for (const p of people) tryPersonName(keys, p.id, p.nameSealed);
  } catch {
    return { keys, state: "does not open the stored data", sampled: people.length };
  }
  return { keys, state: "ok", sampled: people.length };
};

const examineQueue = async (env: Env) => {
  const queues = connectQueues(env, createLog("silent"));
  try {
    queues.queue("effects");
    const patience = new Promise<false>((resolve) => setTimeout(resolve, 3_000, false).unref());
    return { backend: queues.backend, reachable: await Promise.race([queues.ping(), patience]) };
  } finally {
    await queues.close();
  }
};

/** The chain against every head that was written down here, and against those kept elsewhere. */
const examineChain = async (
  env: Env,
  context: Pick<ServiceContext, "db" | "now">,
  exported: string | undefined,
) => {
  const own = readHeads(env.AUDIT_HEADS_FILE);
  const given = readHeads(exported);
  if (exported && given.length === 0)
    throw new Error(`${exported} holds no head of the audit chain`);
  const report = await verifyChain(context, [...own, ...given]);
  const { at, number } = own.at(-1) ?? { at: null, number: null };
  return { ...report, comparedWith: number, headWrittenAt: at, exportedHeads: given.length };
};

/** A head is written each day; two nights without one are one too many (hours). */
const headLimit = 50;
const isOlder = (at: Date, hours: number, now: Date) =>
  now.getTime() - at.getTime() > hours * 3_600_000;

const backupWords: Record<NonNullable<BackupState["problem"]>, (state: BackupState) => string> = {
  "backup-missing": () => "no backup was ever made: `npm run backup`",
  "backup-late": (s) => `the last backup is of ${s.lastDoneAt?.toISOString()}`,
  "backup-failed": (s) =>
    `the backup of ${s.lastFailure?.at.toISOString()} failed (${s.lastFailure?.error})`,
};

/** What only an installation with real cases is asked for. */
const guardProblems = (found: Omit<Report, "ok" | "problems">): readonly string[] => {
  const { backups, audit } = found;
  if (!backups.watched) return [];
  const { headWrittenAt: at } = audit;
  const isHeadLate = audit.blocks > 0 && at !== null && isOlder(at, headLimit, new Date());
  return [
    ...(backups.problem ? [backupWords[backups.problem](backups)] : []),
    ...(isHeadLate
      ? [`the daily head of the audit chain was last written ${at.toISOString()}`]
      : []),
  ];
};

/** Everything that is wrong, in words for an operator. */
const problemsOf = (found: Omit<Report, "ok" | "problems">): readonly string[] => {
  const { counts: c } = found;
  const said: [boolean, string][] = [
    [
      found.migrationsPending.length > 0,
      `migrations pending: ${found.migrationsPending.join(", ")}`,
    ],
    [found.role.length > 0, found.role.join("; ")],
    [found.fieldKeys.state !== "ok", `field keys: ${found.fieldKeys.state}`],
    [found.files.state !== "ok", `the file store (${found.files.driver}) ${found.files.state}`],
    [
      found.files.missing > 0,
      `${found.files.missing} of the ${found.files.sampled} newest files are not in the file store`,
    ],
    [!found.queue.reachable, `the queue (${found.queue.backend}) cannot be reached`],
    [
      !found.audit.ok,
      `audit chain broken at block ${found.audit.broken?.block} (${found.audit.broken?.reason})`,
    ],
    [
      c.lateUndispatched > 0,
      `${c.lateUndispatched} events wait longer than ${dispatchLimit}: is a worker running?`,
    ],
    [c.deadLetters > 0, `${c.deadLetters} dead letters`],
    [c.areas.villages === 0, "the master data is not loaded"],
  ];
  return [...said.filter(([isSo]) => isSo).map(([, text]) => text), ...guardProblems(found)];
};

export interface Report {
  readonly ok: boolean;
  readonly problems: readonly string[];
  readonly versions: { readonly app: string; readonly node: string; readonly postgres: string };
  readonly queue: { readonly backend: string; readonly reachable: boolean };
  readonly role: readonly string[];
  readonly migrationsPending: readonly string[];
  readonly counts: {
    readonly areas: Readonly<Record<string, number>>;
    readonly users: number;
    readonly cases: Readonly<Record<string, number>>;
    readonly undispatchedEvents: number;
    readonly lateUndispatched: number;
    readonly undoneJobs: number;
    readonly deadLetters: number;
    readonly uncertainMails: number;
    readonly failedMails: number;
    /** Persons whom a search for their name does not find yet; the worker makes their keys. */
    readonly unkeyedNames: number;
  };
  readonly fieldKeys: { readonly state: string; readonly sampled: number };
  readonly files: FileStoreState;
  readonly audit: Awaited<ReturnType<typeof examineChain>>;
  readonly backups: BackupState & { readonly watched: boolean };
}

const toCounts = (row: Counts): Report["counts"] => ({
  areas: areasByLevel(row.areas),
  users: row.users,
  cases: row.cases ?? {},
  undispatchedEvents: row.undispatched,
  lateUndispatched: row.late_undispatched,
  undoneJobs: row.undone_jobs,
  deadLetters: row.dead_letters,
  uncertainMails: row.uncertain_mails,
  failedMails: row.failed_mails,
  unkeyedNames: row.unkeyed_names,
});

/**
 * Looks at one installation and changes nothing; a probe of the file store is taken away again.
 * @param exportedHeads a file with heads of the audit chain that was kept elsewhere
 * @throws when the database cannot be reached
 */
export const examine = async (env: Env, exportedHeads?: string): Promise<Report> => {
  const url = env.DATABASE_URL;
  const pool = new pg.Pool({
    connectionString: url,
    max: 2,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 60_000,
  });
  const db = connect({ url, poolSize: 2, name: "doctor" });
  try {
    const migrationsPending = await pendingMigrations(pool);
    const { rows } = await pool.query<Counts>(countsSql);
    const [row] = rows;
    if (!row) throw new Error("no counts");
    const keys = await examineKeys(env, db);
    const found = {
      versions: { app: appVersion(), node: process.version, postgres: row.postgres },
      queue: await examineQueue(env),
      role: await roleProblems(pool),
      migrationsPending,
      counts: toCounts(row),
      fieldKeys: { state: keys.state, sampled: keys.sampled },
      files: await examineFiles(env, pool),
      audit: await examineChain(env, { db, now: () => new Date() }, exportedHeads),
      backups: { ...(await readBackupState(pool, new Date())), watched: watchesBackups(env) },
    };
    const problems = problemsOf(found);
    return { ok: problems.length === 0, problems, ...found };
  } finally {
    await Promise.allSettled([db.$disconnect(), pool.end()]);
  }
};

const asText = (report: Report): string => {
  const { counts: c, versions: v, audit } = report;
  const lines = [
    `Rembuk ${v.app} on Node ${v.node}, PostgreSQL ${v.postgres}, queue on ${report.queue.backend}`,
    `areas ${Object.entries(c.areas)
      .map(([name, n]) => `${n} ${name}`)
      .join(", ")}; ${c.users} users`,
    `cases ${
      Object.entries(c.cases)
        .map(([state, n]) => `${state} ${n}`)
        .join(", ") || "none"
    }`,
    `${c.undispatchedEvents} undispatched events, ${c.undoneJobs} undone jobs, ${c.deadLetters} dead letters`,
    `mails: ${c.uncertainMails} uncertain, ${c.failedMails} failed`,
    `field keys ${report.fieldKeys.state}, ${report.fieldKeys.sampled} persons opened as a sample`,
    `file store (${report.files.driver}) ${report.files.state}, ${report.files.sampled} newest files looked for`,
    `audit chain ${audit.ok ? "whole" : "BROKEN"}, ${audit.blocks} blocks, ${audit.unsealed} lines waiting too long`,
    `audit head written ${audit.headWrittenAt?.toISOString() ?? "never"}, compared with ${audit.exportedHeads} heads kept elsewhere`,
    `last backup ${report.backups.lastDoneAt?.toISOString() ?? "none"}${report.backups.watched ? "" : " (not watched)"}`,
    ...(report.ok ? ["everything is in order"] : report.problems.map((p) => `PROBLEM ${p}`)),
  ];
  return lines.join("\n");
};

/** The doctor as a command. @returns its exit code */
const main = async (): Promise<number> => {
  const asJson = process.argv.includes("--json");
  const say = (value: object, text: string) =>
    process.stdout.write(`${asJson ? JSON.stringify(value, null, 2) : text}\n`);
  try {
    const head = process.argv.indexOf("--head");
    const exported = head === -1 ? undefined : process.argv[head + 1];
    const report = await examine(readEnv(process.env), exported);
    say(report, asText(report));
    return report.ok ? 0 : 1;
  } catch (error) {
    const code = (error as { code?: string }).code;
    const unmigrated = code === "42P01" || code === "42703";
    const text = unmigrated
      ? "the database is not migrated"
      : error instanceof Error
        ? error.message
        : String(error);
    say({ ok: false, problems: [text] }, `PROBLEM ${text}`);
    return 1;
  }
};

if (process.argv[1]?.endsWith("doctor.ts")) process.exit(await main());
