import { canInArea } from "@rembuk/domain/access/policy";
import { DomainError, isDomainError } from "@rembuk/domain/kernel/errors";
import { onboardingEvent } from "@rembuk/domain/onboarding/events";
import type { ServiceContext } from "../context";
import type { FileContext } from "../integrations/file-parts";
import { inTransaction } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { loadActors } from "../staff/running-queries";
import { checkImport } from "./check-import";
import { countTry, findImport, findWaiting, moveImport, type StoredImport } from "./import-store";
import { deleteImportedCases, isWorkedOn } from "./imported-case-store";
import { type Register, readRegister } from "./read-register";
import { loadGround, takeBatch } from "./take-batch";

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
  if (!actor || !canInArea(actor, "office.prepare", { areaCode: row.subdistrictCode }))
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
    const counts = { cases: now.casesMade, leftOut: now.rowsLeftOut };
    await recordEvents(tx, ctx, [onboardingEvent("import.finished", about(row), counts)], null, {});
  });

/** Of a register what is taken over; the sheet itself is let go. */
type Taken = Pick<Register, "ready" | "calendar">;

/** Read once for all turns of one process; another one, or one that was started again, reads it anew. */
const lastRead = new WeakMap<object, { readonly id: string; readonly register: Taken }>();

const registerOf = async (ctx: FileContext, row: StoredImport): Promise<Taken> => {
  const known = lastRead.get(ctx.db);
  if (known?.id === row.id && row.lastRow > 0) return known.register;
  const { ready, calendar } = await readRegister(ctx, row);
  const register = { ready, calendar };
  lastRead.set(ctx.db, { id: row.id, register });
  return register;
};

/** Goes on behind the last row that is surely in the database, to the end, for a turn, or until it is stopped. */
const carryOut = async (ctx: FileContext, row: StoredImport): Promise<void> => {
  const starter = await starterOf(ctx, row);
  const register = await registerOf(ctx, row);
  const left = register.ready.filter((one) => one.row.row > row.lastRow);
  const ground = await loadGround(starter, row, left);
  const until = Date.now() + turnMs;
  let after = row.lastRow;
  for (let at = 0; at < left.length; at += batchSize) {
    if (Date.now() > until) return;
    const rows = left.slice(at, at + batchSize);
    const batch = { rows, after, done: row.rowsDone + at };
    if (!(await takeBatch(starter, row, { ...ground, calendar: register.calendar }, batch))) {
      lastRead.delete(ctx.db);
      return;
    }
    after = rows.at(-1)?.row.row ?? after;
  }
  lastRead.delete(ctx.db);
  await finish(starter, row);
};

const undo = async (ctx: FileContext, row: StoredImport): Promise<void> => {
  const starter = await starterOf(ctx, row);
  await inTransaction(
    starter,
    async (tx) => {
      if (await isWorkedOn(tx, row.id)) throw new DomainError("conflict", "IMPORT_WORKED_ON");
      const cases = await deleteImportedCases(tx, row.id);
      const zero = { casesMade: 0, rowsDone: 0, rowsLeftOut: 0, finishedAt: starter.now() };
      if (!(await moveImport(tx, row.id, ["undoing"], { status: "undone", ...zero })))
        throw new DomainError("conflict", "IMPORT_NOT_NOW");
      const event = onboardingEvent("import.undone", about(row), { cases });
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
    if (row.status === "checking") await checkImport(ctx, row);
    else if (row.status === "running") await carryOut(ctx, row);
    else await undo(ctx, row);
  } catch (error) {
    // Something hangs on one of its cases: somebody went on with it.
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
