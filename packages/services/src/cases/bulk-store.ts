import type { Database, Prisma, Transaction } from "@rembuk/db/client";
import { type BulkKind, type BulkState, bulkGraceMs, bulkStaleMs } from "@rembuk/domain/cases/bulk";
import type { BatchAct } from "@rembuk/domain/cases/bulk-commands";
import type { ErrorCode } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";

export interface NewBatch {
  readonly id: string;
  readonly act: BatchAct;
  readonly heldAt: Date;
  readonly dueAt: Date;
  readonly items: readonly BatchItem[];
}

export interface BatchItem {
  readonly place: number;
  readonly caseId: string;
  readonly number: string;
  readonly kind: BulkKind;
  /** The command with the id of its act; gone once the batch is over. */
  readonly command: Readonly<Record<string, unknown>> | null;
  readonly code: ErrorCode | null;
  readonly isDone: boolean;
}

export interface Batch extends Omit<NewBatch, "act"> {
  readonly userId: string;
  readonly act: BatchAct;
  readonly state: BulkState;
  readonly claimedAt: Date | null;
}

export const insertBatch = async (
  tx: Transaction,
  ctx: ServiceContext,
  batch: NewBatch,
): Promise<void> => {
  const { items, ...row } = batch;
  await tx.bulkBatch.create({
    data: { ...row, userId: ctx.actor.userId },
    select: { id: true },
  });
  await tx.bulkItem.createMany({
    data: items.map(({ place, caseId, number, kind, command }) => ({
      batchId: batch.id,
      ...{ place, caseId, number, kind },
      command: command as Prisma.InputJsonObject,
    })),
  });
};

type BatchRow = Prisma.BulkBatchGetPayload<{ include: { items: true } }>;

const toBatch = (row: BatchRow): Batch => ({
  ...{ id: row.id, userId: row.userId, heldAt: row.heldAt, dueAt: row.dueAt },
  claimedAt: row.claimedAt,
  act: row.act as BatchAct,
  state: row.state as BulkState,
  items: row.items.map((item) => ({
    ...{ place: item.place, caseId: item.caseId, number: item.number },
    kind: item.kind as BulkKind,
    command: item.command as BatchItem["command"],
    code: item.code as ErrorCode | null,
    isDone: item.outcome === "done",
  })),
});

const withItems = { items: { orderBy: { place: "asc" } } } as const;

/** A batch inside the reader's fence: their own. */
export const findBatch = async (tx: Transaction | Database, id: string): Promise<Batch | null> => {
  const row = await tx.bulkBatch.findUnique({ where: { id }, include: withItems });
  return row && toBatch(row);
};

/** Takes the words away with the end of the batch. */
const forgetWords = (tx: Transaction, batchId: string) =>
  tx.$executeRaw`UPDATE bulk_item SET command = NULL WHERE batch_id = ${batchId}::uuid`;

/** Takes a held batch back. @returns false when it was not held any more: one row decides */
export const undoBatch = async (tx: Transaction, id: string, now: Date): Promise<boolean> => {
  const { count } = await tx.bulkBatch.updateMany({
    where: { id, state: "held" },
    data: { state: "undone", settledAt: now },
  });
  if (count === 1) await forgetWords(tx, id);
  return count === 1;
};

/**
 * Makes a batch one's own to carry out: a held one whose window is over, or one whose carrier has been
 * silent too long. @returns false when it is another's, undone, done, or not due
 */
export const claimBatch = async (tx: Transaction, id: string, now: Date): Promise<boolean> => {
  const stale = new Date(now.getTime() - bulkStaleMs);
  const { count } = await tx.bulkBatch.updateMany({
    where: {
      id,
      OR: [
        { state: "held", dueAt: { lte: now } },
        { state: "running", claimedAt: { lte: stale } },
      ],
    },
    data: { state: "running", claimedAt: now },
  });
  return count === 1;
};

export interface Settled {
  readonly place: number;
  /** Null: done. */
  readonly code: ErrorCode | null;
}

/** The end of a batch: what became of each case; the words go. */
export const closeBatch = async (
  tx: Transaction,
  { id, items, now }: { id: string; items: readonly Settled[]; now: Date },
): Promise<void> => {
  const places = items.map((item) => item.place);
  const codes = items.map((item) => item.code ?? "");
  await tx.$executeRaw`
    UPDATE bulk_item i SET command = NULL, outcome = CASE WHEN s.code = '' THEN 'done' ELSE 'refused' END,
      code = nullif(s.code, '')
    FROM unnest(${places}::int[], ${codes}::text[]) AS s(place, code)
    WHERE i.batch_id = ${id}::uuid AND i.place = s.place`;
  const isWhole = items.every((item) => item.code === null);
  await tx.bulkBatch.updateMany({
    where: { id, state: "running" },
    // Where nothing was refused there is nothing to be read about it.
    data: { state: "done", settledAt: now, ...(isWhole ? { seenAt: now } : {}) },
  });
};

/** Batches that nobody carried out in time: whoever began them left, or a process died. */
export const listDueBatches = async (db: Database, now: Date, limit: number) => {
  const held = new Date(now.getTime() - bulkGraceMs);
  const stale = new Date(now.getTime() - bulkStaleMs);
  return db.bulkBatch.findMany({
    where: {
      OR: [
        { state: "held", dueAt: { lte: held } },
        { state: "running", claimedAt: { lte: stale } },
      ],
    },
    select: { id: true, userId: true },
    orderBy: { dueAt: "asc" },
    take: limit,
  });
};

/** Of one person: what is held or being carried out, and what ended with refusals they have not read. */
export const listOpenBatches = async (
  tx: Transaction,
  userId: string,
): Promise<readonly Batch[]> => {
  const rows = await tx.bulkBatch.findMany({
    where: {
      userId,
      OR: [{ state: { in: ["held", "running"] } }, { state: "done", seenAt: null }],
    },
    include: withItems,
    orderBy: { heldAt: "asc" },
    take: 20,
  });
  return rows.map(toBatch);
};

export const markSeen = async (tx: Transaction, id: string, now: Date): Promise<void> => {
  await tx.bulkBatch.updateMany({ where: { id, state: "done" }, data: { seenAt: now } });
};
