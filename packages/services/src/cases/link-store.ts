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
  /** The one referral that it opens; null: the assignment. */
  readonly referralId: string | null;
  readonly tokenHash: Uint8Array<ArrayBuffer>;
  readonly codeHash: string;
  readonly expiresAt: Date;
}

type LinkSubject = Pick<NewAnswerLink, "caseId" | "referralId">;

/** Ends what was sent before, of the assignment or of the one referral. @returns how many there were */
export const revokeAnswerLinks = async (
  tx: Transaction,
  ctx: ServiceContext,
  { caseId, referralId }: LinkSubject,
): Promise<number> => {
  const { count } = await tx.answerLink.updateMany({
    where: { caseId, referralId, revokedAt: null },
    data: { revokedAt: ctx.now() },
  });
  return count;
};

/** One link at a time for the assignment, and one for each referral: the earlier ones are revoked. */
export const insertAnswerLink = async (
  tx: Transaction,
  ctx: ServiceContext,
  link: NewAnswerLink,
): Promise<void> => {
  await revokeAnswerLinks(tx, ctx, link);
  await tx.answerLink.create({
    data: { ...link, id: ctx.newId(), createdById: ctx.actor.userId, createdAt: ctx.now() },
    select: { id: true },
  });
};

export interface AnswerLinkRow {
  readonly id: string;
  readonly caseId: string;
  readonly sectorCode: string;
  readonly referralId: string | null;
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
