import { caseEvent } from "@rembuk/domain/cases/events";
import { decideAnonymise, isSupervised } from "@rembuk/domain/cases/retention";
import { retentionEvent } from "@rembuk/domain/cases/retention-events";
import { findCase } from "../cases/store";
import { removeVariants } from "../files/keep-content";
import type { FileContext } from "../integrations/file-parts";
import { inTransaction } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import {
  emptyCase,
  listCarried,
  listDestroyable,
  listStoredFiles,
  recordDestruction,
} from "./destruction-store";
import { listRuns, type RetentionRun } from "./retention-store";

const batch = 50;

/** Bytes first: what a crash leaves is a row without bytes, which the next turn finishes. */
const wipeFiles = async (ctx: FileContext, caseId: string): Promise<number> => {
  const stored = await listStoredFiles(ctx.db, caseId);
  for (const { id, storeKey } of stored) {
    await removeVariants(ctx, { storeKey });
    await ctx.files.uploads.remove(id);
  }
  return stored.length;
};

/** One case, or one report that it carries, in a transaction of its own. @returns whether it went */
const anonymiseOne = async (
  ctx: FileContext,
  run: RetentionRun,
  { caseId, carried }: { readonly caseId: string; readonly carried: boolean },
): Promise<boolean> => {
  const files = await wipeFiles(ctx, caseId);
  return inTransaction(ctx, async (tx) => {
    const kase = await findCase(tx, caseId);
    if (!kase) return false;
    const { status } = decideAnonymise(kase, {
      carried,
      supervised: isSupervised(run.subdistrictCode),
    });
    const persons = await emptyCase(tx, ctx, kase, { runId: run.id, status });
    if (persons === null) return false;
    const event = caseEvent("case.anonymised", kase, { runId: run.id, persons, files });
    await recordEvents(tx, ctx, [event], null, {});
    return true;
  });
};

const carryOut = async (ctx: FileContext, run: RetentionRun): Promise<number> => {
  for (;;) {
    const ids = await listDestroyable(ctx.db, run, batch);
    let gone = 0;
    for (const caseId of ids) {
      for (const report of await listCarried(ctx.db, caseId))
        await anonymiseOne(ctx, run, { caseId: report, carried: true });
      if (await anonymiseOne(ctx, run, { caseId, carried: false })) gone += 1;
    }
    // A case that somebody holds back now is met again at the next turn, not in circles.
    if (ids.length > 0 && gone === 0) return 0;
    if (ids.length === 0) break;
  }
  return inTransaction(ctx, async (tx) => {
    const cases = await recordDestruction(tx, ctx, run);
    const about = { runId: run.id };
    const event = retentionEvent("retention.carried-out", run.subdistrictCode, about);
    await recordEvents(tx, ctx, [event], null, {});
    return cases;
  });
};

/**
 * Carries out what camats, or of supervisory complaints an inspectorate, agreed to: names, phones, NIK, words, files and what letters say of people
 * go; numbers, category, village, states and clocks stay. Killed at any moment and begun again it goes
 * on where it was, and the record counts all of it.
 * @returns cases emptied
 */
export const anonymiseCases = async (ctx: FileContext): Promise<number> => {
  let cases = 0;
  for (const run of await listRuns(ctx.db, { status: "approved" }))
    cases += await carryOut(ctx, run);
  return cases;
};
