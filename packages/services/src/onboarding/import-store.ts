import { createHash } from "node:crypto";
import type { Prisma, Transaction } from "@rembuk/db/client";
import type { ImportPlan } from "@rembuk/domain/onboarding/commands";
import { familySheet } from "@rembuk/domain/onboarding/family-sheet";
import type { FamilyFindings, RegisterFindings } from "@rembuk/domain/onboarding/findings";
import type { ImportKind, ImportStatus } from "@rembuk/domain/onboarding/model";
import { registerSheet } from "@rembuk/domain/onboarding/register-columns";
import { missingColumns } from "@rembuk/domain/onboarding/sheet-columns";
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
  kind: true,
  subdistrictCode: true,
  villageCode: true,
  status: true,
  requestedById: true,
  requestedAt: true,
  takesSimilar: true,
  planSealed: true,
  findingsSealed: true,
  rowsTotal: true,
  rowsDone: true,
  lastRow: true,
  made: true,
  rowsLeftOut: true,
  failure: true,
  failureCell: true,
  startedById: true,
  finishedAt: true,
  fileWipedAt: true,
} as const;

export type StoredImport = Omit<
  Prisma.CaseImportGetPayload<{ select: typeof columns }>,
  "status" | "kind"
> & {
  readonly status: ImportStatus;
  readonly kind: ImportKind;
};

const toImport = (row: Prisma.CaseImportGetPayload<{ select: typeof columns }>): StoredImport => ({
  ...row,
  status: row.status as ImportStatus,
  kind: row.kind as ImportKind,
});

/** What a workbook is for: its kind, and the kecamatan or the one village of it. */
export interface ImportPlace {
  readonly kind: ImportKind;
  readonly subdistrictCode: string;
  readonly villageCode: string | null;
}

export const insertImport = async (
  tx: Transaction,
  ctx: ServiceContext,
  sent: ImportPlace & { id: string; size: number; sha256: string },
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

/** Of one place, newest first. */
export const findImports = async (
  tx: Transaction,
  { kind, subdistrictCode, villageCode }: ImportPlace,
): Promise<readonly StoredImport[]> => {
  const rows = await tx.caseImport.findMany({
    where: { kind, subdistrictCode, villageCode },
    select: columns,
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    take: 10,
  });
  return rows.map(toImport);
};

export const hasWorking = async (
  tx: Transaction,
  { kind, subdistrictCode, villageCode }: ImportPlace,
): Promise<boolean> =>
  (await tx.caseImport.count({
    where: {
      kind,
      subdistrictCode,
      villageCode,
      status: { in: ["checking", "running", "undoing"] },
    },
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

type Findings = RegisterFindings | FamilyFindings;

const place = (field: "plan" | "findings", id: string) => `case_import:${field}:${id}` as const;
const sealed = (ctx: ServiceContext, field: "plan" | "findings", id: string, value: object) =>
  Uint8Array.from(seal(ctx.keys, place(field, id), JSON.stringify(value)));

export const sealPlan = (ctx: ServiceContext, id: string, plan: ImportPlan) =>
  sealed(ctx, "plan", id, plan);
export const sealFindings = (ctx: ServiceContext, id: string, findings: Findings) =>
  sealed(ctx, "findings", id, findings);

export const openPlan = (ctx: ServiceContext, row: StoredImport): ImportPlan | null =>
  row.planSealed
    ? (JSON.parse(unseal(ctx.keys, place("plan", row.id), row.planSealed)) as ImportPlan)
    : null;
const openFindings = (ctx: ServiceContext, row: StoredImport): unknown =>
  row.findingsSealed
    ? JSON.parse(unseal(ctx.keys, place("findings", row.id), row.findingsSealed))
    : null;

/** What the dry run of a register found. */
export const registerFindings = (ctx: ServiceContext, row: StoredImport) =>
  openFindings(ctx, row) as RegisterFindings | null;
/** What the dry run of a list of families found. */
export const familyFindings = (ctx: ServiceContext, row: StoredImport) =>
  openFindings(ctx, row) as FamilyFindings | null;

/** Columns without which nothing can be taken over; null: it was not read yet. */
export const missingOf = (ctx: ServiceContext, row: StoredImport): readonly string[] | null => {
  if (row.kind === "register") {
    const found = registerFindings(ctx, row);
    return found && missingColumns(registerSheet, found.columns);
  }
  const found = familyFindings(ctx, row);
  return found && missingColumns(familySheet(row.villageCode !== null), found.columns);
};

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

/** Takes the import for one batch; null when somebody stopped it or another worker went ahead. */
export const lockImport = async (
  tx: Transaction,
  id: string,
  after: number,
): Promise<{ readonly takesSimilar: boolean } | null> => {
  const rows = await tx.$queryRaw<{ takesSimilar: boolean }[]>`
    SELECT takes_similar AS "takesSimilar" FROM case_import
    WHERE id = ${id}::uuid AND status = 'running' AND last_row = ${after}::int FOR UPDATE`;
  return rows[0] ?? null;
};

interface Progress {
  readonly done: number;
  readonly lastRow: number;
  readonly made: number;
  readonly leftOut: number;
}

/** How far it is, in the transaction that took the rows over. */
export const noteProgress = async (
  tx: Transaction,
  id: string,
  { done, lastRow, made, leftOut }: Progress,
): Promise<void> => {
  await tx.caseImport.update({
    where: { id },
    data: {
      tries: 0,
      rowsDone: done,
      lastRow,
      made: { increment: made },
      rowsLeftOut: { increment: leftOut },
    },
    select: { id: true },
  });
};
