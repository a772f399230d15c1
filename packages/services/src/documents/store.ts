import { randomBytes } from "node:crypto";
import type { Prisma, Transaction } from "@rembuk/db/client";
import type {
  Document,
  DocumentKind,
  DocumentOwner,
  DocumentStatus,
} from "@rembuk/domain/documents/model";
import { abandonedAfterHours, keptAfterRemovalDays } from "@rembuk/domain/files/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";

type Row = Prisma.DocumentGetPayload<object>;

const ownerOf = ({ innovationId, commitmentId }: Row): DocumentOwner => {
  if (innovationId !== null) return { of: "innovation", id: innovationId };
  // The table holds one of the two.
  return { of: "commitment", id: commitmentId as string };
};

const toDocument = (row: Row): Document => ({
  ...{ id: row.id, owner: ownerOf(row), subdistrictCode: row.subdistrictCode },
  ...{ kind: row.kind as DocumentKind, status: row.status as DocumentStatus },
  validUntil: row.validUntil?.toISOString().slice(0, 10) ?? null,
  ...{ name: row.name, mediaType: row.mediaType, size: row.size, sha256: row.sha256 },
  ...{ isScanned: row.isScanned, storedSize: row.storedSize, isPicture: row.isPicture },
  ...{ storeKey: row.storeKey, addedById: row.addedById, addedAt: row.addedAt },
  removedAt: row.removedAt,
});

/** What hangs on one of these, removed ones aside, oldest first; of what is not ready only one's own. */
export const findDocuments = async (
  tx: Transaction,
  owners: { readonly of: DocumentOwner["of"]; readonly ids: readonly string[] },
  readerId: string,
): Promise<readonly Document[]> => {
  const ids = { in: [...owners.ids] };
  const rows = await tx.document.findMany({
    where: {
      ...(owners.of === "innovation" ? { innovationId: ids } : { commitmentId: ids }),
      removedAt: null,
      OR: [{ status: "ready" }, { addedById: readerId }],
    },
    orderBy: [{ addedAt: "asc" }, { id: "asc" }],
    // More than one engagement's commitments ever hold.
    take: 2_000,
  });
  return rows.map(toDocument);
};

/** How many one owner holds, removed ones aside. */
export const countDocuments = (tx: Transaction, { of, id }: DocumentOwner): Promise<number> =>
  tx.document.count({
    where: {
      ...(of === "innovation" ? { innovationId: id } : { commitmentId: id }),
      removedAt: null,
    },
  });

/** @throws not-found DOCUMENT_NOT_FOUND, also where the fence hides it or it was taken off */
export const getDocument = async (tx: Transaction, id: string): Promise<Document> => {
  const row = await tx.document.findUnique({ where: { id } });
  if (!row || row.removedAt !== null) throw new DomainError("not-found", "DOCUMENT_NOT_FOUND");
  return toDocument(row);
};

export type NewDocument = Pick<
  Document,
  "id" | "owner" | "subdistrictCode" | "kind" | "validUntil" | "name" | "size" | "sha256"
>;

/** Room for a document; its bytes follow. */
export const insertDocument = async (
  tx: Transaction,
  ctx: ServiceContext,
  { owner, validUntil, ...plain }: NewDocument,
): Promise<void> => {
  await tx.document.create({
    data: {
      ...plain,
      ...(owner.of === "innovation" ? { innovationId: owner.id } : { commitmentId: owner.id }),
      ...{ validUntil: validUntil === null ? null : new Date(`${validUntil}T00:00:00Z`) },
      ...{ status: "uploading", storeKey: randomBytes(18).toString("base64url") },
      ...{ addedById: ctx.actor.userId, addedAt: ctx.now() },
    },
    select: { id: true },
  });
};

/** Checked and kept. @returns false: somebody was quicker */
export const markReady = async (
  tx: Transaction,
  id: string,
  kept: Pick<Document, "name" | "isScanned" | "isPicture"> & {
    readonly mediaType: string;
    readonly storedSize: number;
    readonly sealedWith: string;
  },
): Promise<boolean> => {
  const { count } = await tx.document.updateMany({
    where: { id, status: "uploading", removedAt: null },
    data: { ...kept, status: "ready" },
  });
  return count === 1;
};

/** What never became one: refused, or given up. */
export const deleteUnready = async (tx: Transaction, id: string): Promise<void> => {
  await tx.document.deleteMany({ where: { id, status: "uploading" } });
};

export const markRemoved = async (
  tx: Transaction,
  ctx: ServiceContext,
  id: string,
  reason: string,
): Promise<void> => {
  await tx.document.update({
    where: { id },
    data: { removedAt: ctx.now(), removedById: ctx.actor.userId, removalReason: reason },
    select: { id: true },
  });
};

const hourMs = 3_600_000;

/** Uploads that never ended, and what was taken off so long ago that its bytes go. For the worker. */
export const listEnded = async (ctx: ServiceContext) => {
  const before = (hours: number) => new Date(ctx.now().getTime() - hours * hourMs);
  const select = { id: true, storeKey: true, status: true } as const;
  const abandoned = await ctx.db.document.findMany({
    ...{ select, take: 200 },
    where: { status: "uploading", addedAt: { lt: before(abandonedAfterHours) } },
  });
  const removed = await ctx.db.document.findMany({
    ...{ select, take: 200 },
    where: { removedAt: { lt: before(keptAfterRemovalDays * 24) }, wipedAt: null, status: "ready" },
  });
  return { abandoned, removed };
};

export const markWiped = async (ctx: ServiceContext, id: string): Promise<void> => {
  await ctx.db.document.update({
    ...{ where: { id }, data: { wipedAt: ctx.now() }, select: { id: true } },
  });
};

/** Waits for whoever changes the commitment, so that evidence does not change while it is handed in. */
export const lockCommitment = async (tx: Transaction, id: string): Promise<void> => {
  await tx.$queryRaw`SELECT 1 FROM coaching_commitment WHERE id = ${id}::uuid FOR UPDATE`;
};
