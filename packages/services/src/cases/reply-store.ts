import type { Transaction } from "@rembuk/db/client";
import type { CannedReply } from "@rembuk/domain/cases/canned-replies";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";

interface ReplyRow {
  readonly id: string;
  readonly areaCode: string;
  readonly baseId: string | null;
  readonly use: string;
  readonly name: string;
  readonly categoryCode: string | null;
  readonly statuses: readonly string[];
  readonly texts: unknown;
  readonly target: string | null;
  readonly outcome: string | null;
  readonly isActive: boolean;
  readonly version: number;
}

/** A row of `canned_reply`, to the model. */
export const toReply = (row: ReplyRow): CannedReply => ({
  id: row.id,
  areaCode: row.areaCode,
  baseId: row.baseId,
  use: row.use as CannedReply["use"],
  name: row.name,
  categoryCode: row.categoryCode,
  statuses: row.statuses as CannedReply["statuses"],
  texts: row.texts as CannedReply["texts"],
  target: row.target,
  outcome: row.outcome,
  isActive: row.isActive,
  version: row.version,
});

export const findReply = async (tx: Transaction, id: string): Promise<CannedReply | null> => {
  const row = await tx.cannedReply.findUnique({ where: { id } });
  return row === null ? null : toReply(row);
};

const isTaken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "P2002";

/**
 * A new reply (version 1), or the next version of one of this area's.
 * @throws conflict RULE_CHANGED_MEANWHILE when somebody else was first
 */
export const writeReply = async (
  tx: Transaction,
  ctx: ServiceContext,
  reply: CannedReply,
): Promise<void> => {
  const { id, ...values } = reply;
  const data = {
    ...values,
    statuses: [...values.statuses],
    texts: { ...values.texts },
    updatedById: ctx.actor.userId,
    updatedAt: ctx.now(),
  };
  if (reply.version > 1) {
    const { count } = await tx.cannedReply.updateMany({
      where: { id, version: reply.version - 1 },
      data,
    });
    if (count === 1) return;
    throw new DomainError("conflict", "RULE_CHANGED_MEANWHILE");
  }
  try {
    await tx.cannedReply.create({ data: { id, ...data }, select: { id: true } });
  } catch (error) {
    if (isTaken(error)) throw new DomainError("conflict", "RULE_CHANGED_MEANWHILE");
    throw error;
  }
};
