import { randomBytes } from "node:crypto";
import type { Transaction } from "@rembuk/db/client";
import type { NoteAudience } from "@rembuk/domain/cases/model";
import {
  type Attachment,
  abandonedAfterHours,
  type FileStatus,
  type Refusal,
  type ScanResult,
} from "@rembuk/domain/files/model";
import type { ServiceContext } from "../context";

const hourMs = 3_600_000;

const columns = {
  id: true,
  caseId: true,
  subdistrictCode: true,
  noteId: true,
  audience: true,
  name: true,
  mediaType: true,
  size: true,
  sha256: true,
  status: true,
  refusal: true,
  scan: true,
  storedSize: true,
  width: true,
  height: true,
  storeKey: true,
  addedById: true,
  addedAt: true,
  removedAt: true,
} as const;

type Row = Omit<Attachment, "audience" | "status" | "refusal" | "scan"> & {
  readonly audience: string;
  readonly status: string;
  readonly refusal: string | null;
  readonly scan: string | null;
};

const toAttachment = (row: Row): Attachment => ({
  ...row,
  audience: row.audience as NoteAudience,
  status: row.status as FileStatus,
  refusal: row.refusal as Refusal | null,
  scan: row.scan as ScanResult | null,
});

export const findFile = async (
  tx: Transaction,
  { caseId, fileId }: { readonly caseId: string; readonly fileId: string },
): Promise<Attachment | null> => {
  const row = await tx.attachment.findFirst({ where: { id: fileId, caseId }, select: columns });
  return row && toAttachment(row);
};

/** Every file of one case, newest last; what was removed too. */
export const listAttachments = async (
  tx: Transaction,
  caseId: string,
): Promise<readonly Attachment[]> => {
  const rows = await tx.attachment.findMany({
    where: { caseId },
    select: columns,
    // A photo of a phone was given its id there.
    orderBy: [{ addedAt: "asc" }, { id: "asc" }],
  });
  return rows.map(toAttachment);
};

export type NewFile = Pick<
  Attachment,
  "id" | "caseId" | "subdistrictCode" | "noteId" | "audience" | "name" | "size" | "sha256"
>;

/** Room for a file; one of this id that is there already stays as it is. */
export const insertFile = async (
  tx: Transaction,
  ctx: ServiceContext,
  file: NewFile,
): Promise<void> => {
  const row = {
    ...file,
    status: "uploading",
    storeKey: randomBytes(18).toString("base64url"),
    addedById: ctx.actor.userId,
    addedAt: ctx.now(),
    nextCheckAt: new Date(ctx.now().getTime() + abandonedAfterHours * hourMs),
  };
  await tx.attachment.createMany({ data: [row], skipDuplicates: true });
};

/** States in which nothing has been decided yet. */
const undecided: readonly FileStatus[] = ["uploading", "scanning", "held"];

export interface Settlement {
  readonly status: FileStatus;
  readonly refusal?: Refusal | null;
  readonly scan?: ScanResult | null;
  readonly name?: string;
  readonly mediaType?: string;
  readonly storedSize?: number;
  readonly width?: number | null;
  readonly height?: number | null;
  readonly sealedWith?: string;
  readonly nextCheckAt: Date | null;
}

/** Moves a file on, unless somebody else decided meanwhile. @returns whether it was moved here */
export const settleFile = async (
  tx: Transaction,
  ctx: ServiceContext,
  file: Pick<Attachment, "id">,
  settlement: Settlement,
): Promise<boolean> => {
  const { count } = await tx.attachment.updateMany({
    where: { id: file.id, status: { in: [...undecided] } },
    data: { ...settlement, checkedAt: ctx.now() },
  });
  return count === 1;
};

export const markRemoved = async (
  tx: Transaction,
  ctx: ServiceContext,
  fileId: string,
  reason: string,
): Promise<void> => {
  await tx.attachment.update({
    where: { id: fileId },
    data: { removedAt: ctx.now(), removedById: ctx.actor.userId, removalReason: reason },
    select: { id: true },
  });
};

export const markRestored = async (tx: Transaction, fileId: string): Promise<void> => {
  await tx.attachment.update({
    where: { id: fileId },
    data: { removedAt: null, removedById: null, removalReason: null },
    select: { id: true },
  });
};

/** Files that wait for a look: held, or left in the middle by a crash. For the worker. */
export const listWaiting = async (ctx: ServiceContext): Promise<readonly Attachment[]> => {
  const rows = await ctx.db.attachment.findMany({
    where: { status: { in: ["scanning", "held"] }, nextCheckAt: { lte: ctx.now() } },
    select: columns,
    orderBy: { nextCheckAt: "asc" },
    take: 20,
  });
  return rows.map(toAttachment);
};

/** Uploads that never ended. For the worker. */
export const listAbandoned = async (ctx: ServiceContext): Promise<readonly Attachment[]> => {
  const rows = await ctx.db.attachment.findMany({
    where: { status: "uploading", nextCheckAt: { lte: ctx.now() } },
    select: columns,
    take: 200,
  });
  return rows.map(toAttachment);
};

/** Removed files whose time to come back is over. For the worker. */
export const listWipeable = async (
  ctx: ServiceContext,
  removedBefore: Date,
): Promise<readonly Attachment[]> => {
  const rows = await ctx.db.attachment.findMany({
    where: { removedAt: { lt: removedBefore }, wipedAt: null },
    select: columns,
    take: 200,
  });
  return rows.map(toAttachment);
};

export const markWiped = async (ctx: ServiceContext, fileId: string): Promise<void> => {
  await ctx.db.attachment.update({
    where: { id: fileId },
    data: { wipedAt: ctx.now() },
    select: { id: true },
  });
};

export const isWiped = async (tx: Transaction, fileId: string): Promise<boolean> => {
  const row = await tx.attachment.findUnique({ where: { id: fileId }, select: { wipedAt: true } });
  return row?.wipedAt !== null;
};

/** The audience of one's own note of this case; null when there is no such note. */
export const findNoteAudience = async (
  tx: Transaction,
  about: { readonly caseId: string; readonly noteId: string; readonly authorId: string },
): Promise<NoteAudience | null> => {
  const { caseId, noteId, authorId } = about;
  const note = await tx.caseNote.findFirst({
    where: { id: noteId, caseId, authorId },
    select: { audience: true },
  });
  return (note?.audience as NoteAudience | undefined) ?? null;
};

/** Names of people who added files, by id. */
export const findAdderNames = async (
  tx: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const users = await tx.user.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, displayName: true },
  });
  return new Map(users.map((user) => [user.id, user.displayName]));
};

export type RenderedFile = Pick<
  Attachment,
  | "id"
  | "caseId"
  | "subdistrictCode"
  | "audience"
  | "name"
  | "size"
  | "sha256"
  | "storeKey"
  | "addedById"
  | "addedAt"
> & { readonly sealedWith: string };

/**
 * A PDF that the product drew itself, ready at once; drawn again it takes its own place.
 * @returns whether it is there for the first time
 */
export const keepRendered = async (tx: Transaction, file: RenderedFile): Promise<boolean> => {
  const ready = { status: "ready", scan: "clean", mediaType: "application/pdf" };
  const row = { ...file, ...ready, storedSize: file.size, checkedAt: file.addedAt };
  const made = await tx.attachment.createMany({ data: [row], skipDuplicates: true });
  if (made.count === 1) return true;
  const { name, size, sha256, sealedWith, storeKey } = file;
  await tx.attachment.update({
    where: { id: file.id },
    data: { name, size, sha256, sealedWith, storeKey, storedSize: size },
    select: { id: true },
  });
  return false;
};

/** Other bytes in the place of a PDF that the product drew: the same, signed. */
export const replaceRendered = async (
  tx: Transaction,
  { id, ...file }: Pick<RenderedFile, "id" | "storeKey" | "size" | "sha256" | "sealedWith">,
): Promise<void> => {
  await tx.attachment.update({
    where: { id },
    data: { ...file, storedSize: file.size },
    select: { id: true },
  });
};
