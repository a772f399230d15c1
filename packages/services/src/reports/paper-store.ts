import { createHash } from "node:crypto";
import type { Prisma, Transaction } from "@rembuk/db/client";
import {
  mostPaperTries,
  type PaperKind,
  type PaperStatus,
  paperLifetimeMs,
  type TableFilter,
  tableFilter,
} from "@rembuk/domain/reports/papers";
import type { ServiceContext } from "../context";
import { seal, unseal } from "../kernel/field-keys";

type Client = Pick<Transaction, "paper">;

/** Of the paper's random id: made twice, it still has one place. */
export const paperKey = (paperId: string): string =>
  createHash("sha256").update(`paper:${paperId}`).digest("base64url").slice(0, 24);

/** The additional data of its seal. */
export const paperSeal = (paperId: string): string => `paper:${paperKey(paperId)}:original`;

const columns = {
  id: true,
  kind: true,
  number: true,
  status: true,
  requestedById: true,
  requestedAt: true,
  areaCode: true,
  periodDays: true,
  tripId: true,
  programCode: true,
  innovationId: true,
  coachingId: true,
  meetingId: true,
  rowsDone: true,
  rowsTotal: true,
  failure: true,
  name: true,
  size: true,
  finishedAt: true,
} as const;

export type StoredPaper = Omit<
  Prisma.PaperGetPayload<{ select: typeof columns }>,
  "kind" | "status"
> & { readonly kind: PaperKind; readonly status: PaperStatus };

const toPaper = (row: Prisma.PaperGetPayload<{ select: typeof columns }>): StoredPaper => ({
  ...row,
  kind: row.kind as PaperKind,
  status: row.status as PaperStatus,
});

export interface NewPaper {
  readonly id: string;
  readonly kind: PaperKind;
  readonly number: string;
  readonly areaCode: string;
  readonly periodDays?: number;
  readonly tripId?: string;
  readonly programCode?: string;
  readonly innovationId?: string;
  readonly coachingId?: string;
  readonly meetingId?: string;
  readonly filter?: TableFilter;
}

const placeOf = (id: string) => `paper:filter:${id}` as const;

export const insertPaper = async (
  tx: Transaction,
  ctx: ServiceContext,
  { filter, ...paper }: NewPaper,
): Promise<void> => {
  const filterSealed = filter
    ? Uint8Array.from(seal(ctx.keys, placeOf(paper.id), JSON.stringify(filter)))
    : null;
  const asked = { requestedById: ctx.actor.userId, requestedAt: ctx.now() };
  await tx.paper.create({
    data: { ...paper, ...asked, filterSealed, status: "waiting" },
    select: { id: true },
  });
};

/** The filter of a table as it was asked for. @throws when it is none, or its key is gone */
export const readFilter = async (ctx: ServiceContext, id: string): Promise<TableFilter> => {
  const row = await ctx.db.paper.findUnique({ where: { id }, select: { filterSealed: true } });
  if (!row?.filterSealed) throw new Error("this paper has no filter");
  return tableFilter.parse(JSON.parse(unseal(ctx.keys, placeOf(id), row.filterSealed)));
};

export const findPaper = async (client: Client, id: string): Promise<StoredPaper | null> => {
  const row = await client.paper.findUnique({ where: { id }, select: columns });
  return row && toPaper(row);
};

/** How many of this person's are waited for or being made. */
export const countRunning = (tx: Transaction, userId: string): Promise<number> =>
  tx.paper.count({ where: { requestedById: userId, status: { in: ["waiting", "making"] } } });

/** This person's of the last day, newest first. */
export const findPapers = async (
  tx: Transaction,
  userId: string,
  now: Date,
): Promise<readonly StoredPaper[]> => {
  const rows = await tx.paper.findMany({
    where: {
      requestedById: userId,
      requestedAt: { gt: new Date(now.getTime() - 2 * paperLifetimeMs) },
    },
    select: columns,
    orderBy: { requestedAt: "desc" },
    take: 10,
  });
  return rows.map(toPaper);
};

/** The worker takes it: null where it is no longer wanted. */
export const takePaper = async (client: Client, id: string): Promise<StoredPaper | null> => {
  const { count } = await client.paper.updateMany({
    where: { id, status: { in: ["waiting", "making"] }, tries: { lt: mostPaperTries } },
    data: { status: "making", tries: { increment: 1 }, rowsDone: 0 },
  });
  return count === 0 ? null : findPaper(client, id);
};

/** @returns whether it is still wanted */
export const notePaperProgress = async (
  client: Client,
  id: string,
  progress: { readonly rowsDone: number; readonly rowsTotal: number },
): Promise<boolean> => {
  const { count } = await client.paper.updateMany({
    where: { id, status: "making" },
    data: progress,
  });
  return count === 1;
};

export interface PaperEnd {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  /** Id of the key that seals the file. */
  readonly sealedWith: string;
  readonly facts: { readonly open: number; readonly late: number } | null;
  readonly rowsDone: number;
}

/** @returns whether it was still wanted */
export const finishPaper = async (
  client: Client,
  id: string,
  { facts, ...end }: PaperEnd,
  now: Date,
): Promise<boolean> => {
  const { count } = await client.paper.updateMany({
    where: { id, status: "making" },
    data: {
      ...end,
      ...(facts ? { facts: { ...facts } } : {}),
      rowsTotal: end.rowsDone,
      status: "ready",
      finishedAt: now,
    },
  });
  return count === 1;
};

/** After its last try, or where trying again is no use. @returns whether it ended */
export const failPaper = async (
  client: Client,
  id: string,
  { failure, now, isFinal }: { failure: string; now: Date; isFinal: boolean },
): Promise<boolean> => {
  const { count } = await client.paper.updateMany({
    where: { id, status: "making", ...(isFinal ? {} : { tries: { gte: mostPaperTries } }) },
    data: { status: "failed", failure, finishedAt: now },
  });
  return count === 1;
};

/** @returns whether it was still running */
export const stopPaper = async (tx: Transaction, id: string, now: Date): Promise<boolean> => {
  const { count } = await tx.paper.updateMany({
    where: { id, status: { in: ["waiting", "making"] } },
    data: { status: "cancelled", finishedAt: now },
  });
  return count === 1;
};

/** Files whose day is over. */
export const findWornPapers = (client: Client, now: Date): Promise<readonly { id: string }[]> =>
  client.paper.findMany({
    where: { status: "ready", finishedAt: { lte: new Date(now.getTime() - paperLifetimeMs) } },
    select: { id: true },
    take: 200,
  });

/** What was searched for goes with the file. */
export const markDestroyed = async (client: Client, id: string, now: Date): Promise<void> => {
  await client.paper.updateMany({
    where: { id, status: "ready" },
    data: { status: "destroyed", destroyedAt: now, filterSealed: null, name: null },
  });
};

/** What a number belongs to; the context opens this one row. */
export const findByNumber = (tx: Transaction, number: string) =>
  tx.paper.findFirst({
    where: { number, status: { in: ["ready", "destroyed"] } },
    select: { kind: true, number: true, areaCode: true, finishedAt: true, facts: true },
  });
