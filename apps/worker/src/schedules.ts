import { expireEntitlements } from "@rembuk/services/aid/expire-entitlements";
import { anonymiseCases } from "@rembuk/services/audit/anonymise-cases";
import { sealBlocks } from "@rembuk/services/audit/seal-blocks";
import { completeNameKeys } from "@rembuk/services/beneficiaries/complete-name-keys";
import { closeSilentCases } from "@rembuk/services/cases/close-silent-cases";
import { expireReferrals } from "@rembuk/services/cases/expire-referrals";
import { lapseSilentCases } from "@rembuk/services/cases/lapse-silent-cases";
import { recomputeDeadlines } from "@rembuk/services/cases/recompute-deadlines";
import { remindUnrelayedCases } from "@rembuk/services/cases/remind-unrelayed-cases";
import { resumeHeldCases } from "@rembuk/services/cases/resume-held-cases";
import { settleDueBulks } from "@rembuk/services/cases/settle-due-bulks";
import { sweepOverdueCases } from "@rembuk/services/cases/sweep-overdue-cases";
import { remindOwners } from "@rembuk/services/coaching/remind-owners";
import type { ServiceContext } from "@rembuk/services/context";
import { wipeDocuments } from "@rembuk/services/documents/wipe-documents";
import { checkWaitingFiles } from "@rembuk/services/files/check-waiting-files";
import { wipeAbandonedFiles } from "@rembuk/services/files/wipe-abandoned-files";
import { countEvidence } from "@rembuk/services/innovations/count-evidence";
import type { FileContext } from "@rembuk/services/integrations/file-parts";
import { listWaitingDigests, planDigests } from "@rembuk/services/notifications/plan-digests";
import { settleInterruptedMails } from "@rembuk/services/notifications/settle-mails";
import { runImports } from "@rembuk/services/onboarding/run-imports";
import { wipeImports } from "@rembuk/services/onboarding/wipe-imports";
import { wipePapers } from "@rembuk/services/reports/wipe-papers";
import { openReviews } from "@rembuk/services/sustainability/open-reviews";
import type pg from "pg";
import { writeHead } from "./audit-heads";
import { watchBackups } from "./backups/watch-backups";
import { type JobTools, jobId } from "./jobs/define-job";
import type { Logger } from "./log";
import type { Metrics } from "./metrics";
import { requeueJobs } from "./outbox/requeue-jobs";
import { purgeExpired } from "./purge-expired";
import { collectDeadLetters, type DeadLetterParts, retryDeadLetters } from "./queues/dead-letters";
import type { Schedule } from "./run-schedules";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

export interface SchedulesParts {
  readonly context: ServiceContext;
  readonly files: FileContext["files"];
  readonly pool: Pick<pg.Pool, "query">;
  readonly tools: JobTools;
  readonly deadLetters: DeadLetterParts;
  readonly auditHeadsFile: string | undefined;
  readonly watchesBackups: boolean;
  readonly log: Logger;
  readonly metrics: Metrics;
}

const requeue = async ({ pool, tools, metrics }: SchedulesParts) => {
  const count = await requeueJobs(pool, tools);
  metrics.requeued.inc(count);
  return count;
};

const writeAuditHead = async ({ context, auditHeadsFile, log }: SchedulesParts) => {
  const { head } = await sealBlocks(context);
  if (!head) return;
  log.info({ block: head.number, hash: head.hash }, "audit head");
  if (auditHeadsFile) writeHead(auditHeadsFile, head, context.now());
};

/** Plans the digests whose hour has come, and queues those that wait; one that is queued keeps its place. */
const queueDigests = async ({ context, tools }: SchedulesParts) => {
  if (tools.mailMode === "off") return 0;
  const planned = await planDigests(context);
  const waiting = await listWaitingDigests(context);
  const job = "deliver-digest" as const;
  await tools.enqueue(
    waiting.map((digestId) => ({ job, id: jobId(digestId, job), payload: { digestId } })),
  );
  return planned;
};

const watchOver = ({ watchesBackups, pool, context, tools }: SchedulesParts) => {
  const { send, publicUrl } = tools.mailRoute;
  return watchesBackups ? watchBackups({ pool, now: context.now, publicUrl, send }) : null;
};

/** Everything that recurs, in one table. Deadlines are columns that are swept, never delayed jobs. */
export const schedules = (parts: SchedulesParts): readonly Schedule[] => {
  const { context } = parts;
  const fileContext: FileContext = { ...context, files: parts.files };
  return [
    { name: "sweep-overdue-cases", everyMs: minute, run: () => sweepOverdueCases(context) },
    { name: "settle-due-bulks", everyMs: 5 * second, run: () => settleDueBulks(context) },
    { name: "resume-held-cases", everyMs: minute, run: () => resumeHeldCases(context) },
    { name: "lapse-silent-cases", everyMs: minute, run: () => lapseSilentCases(context) },
    { name: "close-silent-cases", everyMs: minute, run: () => closeSilentCases(context) },
    { name: "recompute-deadlines", everyMs: 15 * second, run: () => recomputeDeadlines(context) },
    { name: "expire-referrals", everyMs: minute, run: () => expireReferrals(context) },
    {
      name: "open-reviews",
      everyMs: hour,
      // What is judged by its activity is counted first: also on the first morning, when nothing is yet.
      run: async () => {
        await countEvidence(context);
        return openReviews(context);
      },
    },
    { name: "remind-owners", everyMs: minute, run: () => remindOwners(context) },
    { name: "count-evidence", everyMs: minute, run: () => countEvidence(context) },
    { name: "expire-entitlements", everyMs: hour, run: () => expireEntitlements(context) },
    {
      name: "remind-unrelayed-cases",
      everyMs: 5 * minute,
      run: () => remindUnrelayedCases(context),
    },
    { name: "seal-audit-blocks", everyMs: minute, run: () => sealBlocks(context) },
    {
      name: "seal-missed-reads",
      everyMs: hour,
      run: () => sealBlocks(context, { everything: true }),
    },
    { name: "write-audit-head", everyMs: day, run: () => writeAuditHead(parts) },
    { name: "requeue-jobs", everyMs: 5 * second, run: () => requeue(parts) },
    { name: "queue-digests", everyMs: minute, run: () => queueDigests(parts) },
    { name: "settle-mails", everyMs: 30 * second, run: () => settleInterruptedMails(context) },
    {
      name: "collect-dead-letters",
      everyMs: 10 * second,
      run: () => collectDeadLetters(parts.deadLetters),
    },
    {
      name: "retry-dead-letters",
      everyMs: 5 * second,
      run: () => retryDeadLetters(parts.deadLetters),
    },
    { name: "watch-backups", everyMs: hour, run: async () => watchOver(parts) },
    {
      name: "check-waiting-files",
      everyMs: 30 * second,
      run: () => checkWaitingFiles(fileContext),
    },
    { name: "anonymise-cases", everyMs: minute, run: () => anonymiseCases(fileContext) },
    { name: "wipe-abandoned-files", everyMs: hour, run: () => wipeAbandonedFiles(fileContext) },
    { name: "wipe-documents", everyMs: hour, run: () => wipeDocuments(fileContext) },
    { name: "complete-name-keys", everyMs: 15 * minute, run: () => completeNameKeys(context) },
    { name: "run-imports", everyMs: 2 * second, run: () => runImports(fileContext) },
    { name: "wipe-imports", everyMs: hour, run: () => wipeImports(fileContext) },
    { name: "wipe-papers", everyMs: 10 * minute, run: () => wipePapers(fileContext) },
    { name: "purge-expired", everyMs: hour, run: () => purgeExpired(parts.pool) },
  ];
};
