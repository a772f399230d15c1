import type { Transaction } from "@rembuk/db/client";
import type { ServiceContext } from "../context";

/** The old code and PIN stop working. */
export const replaceReceiptSecrets = async (
  tx: Transaction,
  id: string,
  secrets: { readonly trackingHash: Uint8Array<ArrayBuffer>; readonly pinHash: string },
): Promise<void> => {
  await tx.case.update({
    where: { id },
    data: { trackingHash: secrets.trackingHash, pinHash: secrets.pinHash },
    select: { id: true },
  });
};

interface NewAnswerLink {
  readonly caseId: string;
  readonly subdistrictCode: string;
  readonly sectorCode: string;
  readonly tokenHash: Uint8Array<ArrayBuffer>;
  readonly codeHash: string;
  readonly expiresAt: Date;
}

/** One link at a time: the earlier ones of the case are revoked. */
export const insertAnswerLink = async (
  tx: Transaction,
  ctx: ServiceContext,
  link: NewAnswerLink,
): Promise<void> => {
  await tx.answerLink.updateMany({
    where: { caseId: link.caseId, revokedAt: null },
    data: { revokedAt: ctx.now() },
  });
  await tx.answerLink.create({
    data: { ...link, id: ctx.newId(), createdById: ctx.actor.userId, createdAt: ctx.now() },
    select: { id: true },
  });
};

export interface AnswerLinkRow {
  readonly id: string;
  readonly caseId: string;
  readonly sectorCode: string;
  readonly codeHash: string;
  readonly failedAttempts: number;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** A link by its token, in a context of its own: the row and what it opens, nothing else. */
export const findAnswerLink = async (
  tx: Transaction,
  tokenHash: Uint8Array<ArrayBuffer>,
): Promise<AnswerLinkRow | null> => {
  await tx.$queryRaw`SELECT set_config('rembuk.link', ${Buffer.from(tokenHash).toString("hex")}, true)`;
  return tx.answerLink.findUnique({ where: { tokenHash } });
};

/** Locks a link while its code is compared, so that guesses side by side cannot outrun the limit. */
export const lockFailedAttempts = async (tx: Transaction, id: string): Promise<number> => {
  const rows = await tx.$queryRaw<{ failed: number }[]>`
    SELECT failed_attempts AS failed FROM answer_link WHERE id = ${id}::uuid FOR UPDATE`;
  return rows[0]?.failed ?? Number.MAX_SAFE_INTEGER;
};

export const countFailedAttempt = async (tx: Transaction, id: string): Promise<void> => {
  await tx.$executeRaw`UPDATE answer_link SET failed_attempts = failed_attempts + 1 WHERE id = ${id}::uuid`;
};
