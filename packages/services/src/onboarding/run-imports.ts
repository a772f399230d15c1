import { canInArea } from "@rembuk/domain/access/policy";
import { DomainError, isDomainError } from "@rembuk/domain/kernel/errors";
import { onboardingEvent } from "@rembuk/domain/onboarding/events";
import type { ImportKind } from "@rembuk/domain/onboarding/model";
import type { ServiceContext } from "../context";
import type { FileContext } from "../integrations/file-parts";
import { inTransaction } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { loadActors } from "../staff/running-queries";
import { importArea, importPermission } from "./import-rights";
import { countTry, findImport, findWaiting, moveImport, type StoredImport } from "./import-store";
import type { ImportWork } from "./import-work";
import { familyImport } from "./take-families";
import { registerImport } from "./take-register";

/** Rows of one transaction: a person waits for none of them, and a kill loses no more than this. */
const batchSize = 200;
const undoMs = 120_000;
/** So long at a stretch: a worker that is asked to stop ends soon, and the next turn goes on. */
const turnMs = 4_000;

/** Who began it, with what they hold now. @throws forbidden when they may not any more */
const starterOf = async (ctx: FileContext, row: StoredImport): Promise<FileContext> => {
  const userId = row.startedById ?? row.requestedById;
  const actors = await inTransaction(ctx, (tx) => loadActors(tx, [userId], ctx.now()));
  const actor = actors.get(userId);
  if (!actor || !canInArea(actor, importPermission[row.kind], { areaCode: importArea(row) }))
    throw new DomainError("forbidden", "FORBIDDEN");
  return { ...ctx, actor };
};

const about = (row: StoredImport) => ({
  subject: `import/${row.id}`,
  subdistrictCode: row.subdistrictCode,
});

const finish = (ctx: ServiceContext, row: StoredImport): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const now = await findImport(tx, row.id);
    const change = { status: "done" as const, finishedAt: ctx.now() };
    if (!now || !(await moveImport(tx, row.id, ["running"], change))) return;
    const counts = { made: now.made, leftOut: now.rowsLeftOut };
    await recordEvents(tx, ctx, [onboardingEvent("import.finished", about(row), counts)], null, {});
  });

const kinds: Readonly<Record<ImportKind, ImportWork>> = {
  register: registerImport,
  families: familyImport,
};

/** Where the batch that begins at a part ends: at least one part, and so many rows at the most. */
const endOfBatch = (sizes: readonly number[], from: number): number => {
  let to = from + 1;
  let rows = sizes[from] ?? 0;
  while (to < sizes.length && rows + (sizes[to] ?? 0) <= batchSize) {
    rows += sizes[to] ?? 0;
    to += 1;
  }
  return to;
};

/** Goes on behind the last row that is surely in the database, to the end, for a turn, or until it is stopped. */
const carryOut = async (ctx: FileContext, row: StoredImport): Promise<void> => {
  const starter = await starterOf(ctx, row);
  const portions = await kinds[row.kind].open(starter, row);
  const { sizes } = portions;
  const until = Date.now() + turnMs;
  let mark = { after: row.lastRow, done: row.rowsDone };
  for (let from = 0; from < sizes.length; ) {
    if (Date.now() > until) return;
    const to = endOfBatch(sizes, from);
    const after = await portions.take(from, to, mark);
    if (after === null) return;
    const rows = sizes.slice(from, to).reduce((sum, size) => sum + size, 0);
    mark = { after, done: mark.done + rows };
    from = to;
  }
  await finish(starter, row);
};

const undo = async (ctx: FileContext, row: StoredImport): Promise<void> => {
  const starter = await starterOf(ctx, row);
  await inTransaction(
    starter,
    async (tx) => {
      const { isWorkedOn, remove } = kinds[row.kind];
      if (await isWorkedOn(tx, row.id)) throw new DomainError("conflict", "IMPORT_WORKED_ON");
      const made = await remove(tx, row.id);
      const zero = { made: 0, rowsDone: 0, rowsLeftOut: 0, finishedAt: starter.now() };
      if (!(await moveImport(tx, row.id, ["undoing"], { status: "undone", ...zero })))
        throw new DomainError("conflict", "IMPORT_NOT_NOW");
      const event = onboardingEvent("import.undone", about(row), { made });
      await recordEvents(tx, starter, [event], null, {});
    },
    { longestMs: undoMs },
  );
};

/** A refused undo leaves the import as it was; everything else that is final ends it. */
const end = async (
  ctx: FileContext,
  row: StoredImport,
  failure: string,
  failureCell: string | null = null,
): Promise<void> => {
  const status = row.status === "undoing" ? "done" : "failed";
  const finishedAt = ctx.now();
  await moveImport(ctx.db, row.id, [row.status], { status, failure, failureCell, finishedAt });
};

/** Where in the workbook a refused part stands: "C9", on another sheet "sheet2!C9". */
const cellOf = ({ details }: DomainError): string | null => {
  const { cell, sheet } = details;
  if (typeof cell !== "string" || cell === "") return null;
  return typeof sheet !== "string" || sheet === "sheet1" ? cell : `${sheet}!${cell}`;
};

const isForeignKey = (error: unknown): boolean =>
  error instanceof Error && /23503|foreign key/i.test(error.message);

const work = async (ctx: FileContext, row: StoredImport): Promise<void> => {
  if (!(await countTry(ctx.db, row.id))) return end(ctx, row, "UNEXPECTED");
  try {
    if (row.status === "checking") await kinds[row.kind].check(ctx, row);
    else if (row.status === "running") await carryOut(ctx, row);
    else await undo(ctx, row);
  } catch (error) {
    // Something hangs on what it brought: somebody went on with it.
    if (row.status === "undoing" && isForeignKey(error)) return end(ctx, row, "IMPORT_WORKED_ON");
    if (isDomainError(error) && error.kind !== "unavailable")
      return end(ctx, row, error.code, cellOf(error));
    throw error;
  }
};

/**
 * Reads, carries out and takes back what waits, one import after the other. Cut off at any point it goes
 * on with the next call: a batch and its mark are one transaction.
 * @returns how many imports it worked at
 */
export const runImports = async (ctx: FileContext): Promise<number> => {
  const waiting = await findWaiting(ctx.db);
  const failures: unknown[] = [];
  // One that cannot be worked at holds up none of the others.
  for (const row of waiting) await work(ctx, row).catch((error) => failures.push(error));
  if (failures.length > 0) throw failures[0];
  return waiting.length;
};
