import { createHash } from "node:crypto";
import type { Prisma, Transaction } from "@rembuk/db/client";
import type { ImportPlan } from "@rembuk/domain/onboarding/commands";
import type { ImportFindings } from "@rembuk/domain/onboarding/findings";
import type { ImportStatus } from "@rembuk/domain/onboarding/model";
import type { ServiceContext } from "../context";
import { seal, unseal } from "../kernel/field-keys";

type Client = Pick<Transaction, "caseImport">;
const mostTries = 3;

/** Where the sent file lies: of the import's random id. */
export const importKey = (id: string): string =>
  `${createHash("sha256").update(`import:${id}`).digest("base64url").slice(0, 24)}/original`;
export const importSeal = (id: string): string => `import:${importKey(id)}`;

const columns = {
  id: true,
  subdistrictCode: true,
  status: true,
  requestedById: true,
  requestedAt: true,
  takesSimilar: true,
  planSealed: true,
  findingsSealed: true,
  rowsTotal: true,
  rowsDone: true,
  lastRow: true,
  casesMade: true,
  rowsLeftOut: true,
  failure: true,
  failureCell: true,
  startedById: true,
  finishedAt: true,
  fileWipedAt: true,
} as const;

export type StoredImport = Omit<
  Prisma.CaseImportGetPayload<{ select: typeof columns }>,
  "status"
> & {
  readonly status: ImportStatus;
};

const toImport = (row: Prisma.CaseImportGetPayload<{ select: typeof columns }>): StoredImport => ({
  ...row,
  status: row.status as ImportStatus,
});

export const insertImport = async (
  tx: Transaction,
  ctx: ServiceContext,
  sent: { id: string; subdistrictCode: string; size: number; sha256: string },
): Promise<void> => {
  const asked = { requestedById: ctx.actor.userId, requestedAt: ctx.now() };
  await tx.caseImport.create({
    data: { ...sent, ...asked, status: "checking" },
    select: { id: true },
  });
};

export const findImport = async (client: Client, id: string): Promise<StoredImport | null> => {
  const row = await client.caseImport.findUnique({ where: { id }, select: columns });
  return row && toImport(row);
};

/** Of one kecamatan, newest first. */
export const findImports = async (
  tx: Transaction,
  subdistrictCode: string,
): Promise<readonly StoredImport[]> => {
  const rows = await tx.caseImport.findMany({
    where: { subdistrictCode },
    select: columns,
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    take: 10,
  });
  return rows.map(toImport);
};

export const hasWorking = async (tx: Transaction, subdistrictCode: string): Promise<boolean> =>
  (await tx.caseImport.count({
    where: { subdistrictCode, status: { in: ["checking", "running", "undoing"] } },
  })) > 0;

/** What waits for the worker, the oldest first. */
export const findWaiting = async (client: Client): Promise<readonly StoredImport[]> => {
  const rows = await client.caseImport.findMany({
    where: { status: { in: ["checking", "running", "undoing"] } },
    select: columns,
    orderBy: { requestedAt: "asc" },
    take: 20,
  });
  return rows.map(toImport);
};

type Change = Omit<Prisma.CaseImportUpdateManyMutationInput, "status"> & { status: ImportStatus };

/** @returns whether it still stood there */
export const moveImport = async (
  client: Client,
  id: string,
  from: readonly ImportStatus[],
  change: Change,
): Promise<boolean> => {
  const { count } = await client.caseImport.updateMany({
    where: { id, status: { in: [...from] } },
    data: change,
  });
  return count === 1;
};

/** Another try of the worker. @returns false when there were enough */
export const countTry = async (client: Client, id: string): Promise<boolean> => {
  const { count } = await client.caseImport.updateMany({
    where: { id, tries: { lt: mostTries } },
    data: { tries: { increment: 1 } },
  });
  return count === 1;
};

const place = (field: "plan" | "findings", id: string) => `case_import:${field}:${id}` as const;
const sealed = (ctx: ServiceContext, field: "plan" | "findings", id: string, value: object) =>
  Uint8Array.from(seal(ctx.keys, place(field, id), JSON.stringify(value)));

export const sealPlan = (ctx: ServiceContext, id: string, plan: ImportPlan) =>
  sealed(ctx, "plan", id, plan);
export const sealFindings = (ctx: ServiceContext, id: string, findings: ImportFindings) =>
  sealed(ctx, "findings", id, findings);

export const openPlan = (ctx: ServiceContext, row: StoredImport): ImportPlan | null =>
  row.planSealed
    ? (JSON.parse(unseal(ctx.keys, place("plan", row.id), row.planSealed)) as ImportPlan)
    : null;
export const openFindings = (ctx: ServiceContext, row: StoredImport): ImportFindings | null =>
  row.findingsSealed
    ? (JSON.parse(
        unseal(ctx.keys, place("findings", row.id), row.findingsSealed),
      ) as ImportFindings)
    : null;

/** Imports whose file is of no more use: they ended, or lie untouched for a week; their words go with it. */
export const findWornImports = (client: Client, now: Date): Promise<readonly { id: string }[]> =>
  client.caseImport.findMany({
    where: {
      fileWipedAt: null,
      OR: [
        { status: { in: ["done", "undone"] } },
        {
          status: { in: ["checked", "cancelled", "failed"] },
          requestedAt: { lte: new Date(now.getTime() - 7 * 86_400_000) },
        },
      ],
    },
    select: { id: true },
    take: 50,
  });

export const markWiped = async (client: Client, id: string, now: Date): Promise<void> => {
  await client.caseImport.updateMany({ where: { id }, data: { fileWipedAt: now } });
};

/** What was found and how it was read holds words of the file: gone after thirty days. */
export const forgetFindings = async (client: Client, now: Date): Promise<number> => {
  const { count } = await client.caseImport.updateMany({
    where: {
      requestedAt: { lte: new Date(now.getTime() - 30 * 86_400_000) },
      status: { in: ["checked", "done", "cancelled", "failed", "undone"] },
      OR: [{ NOT: { planSealed: null } }, { NOT: { findingsSealed: null } }],
    },
    data: { planSealed: null, findingsSealed: null },
  });
  return count;
};
