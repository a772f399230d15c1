import type { Transaction } from "@rembuk/db/client";
import type { ServiceContext } from "../context";

interface Part {
  readonly id: string;
  /** The record that tells of the photo. */
  readonly recordId: string;
  readonly total: number;
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/**
 * Adds a part where the last one ended; a part that came before, or ahead of a gap, adds nothing.
 * Who sends has a beginning of their own: a photo may be half way from two phones.
 * @returns how many bytes are there, and all of them once they are
 */
export const addPart = async (
  tx: Transaction,
  ctx: ServiceContext,
  { id, recordId, total, offset, bytes }: Part,
): Promise<{ readonly received: number; readonly sealed: Uint8Array | null }> => {
  await tx.$executeRaw`INSERT INTO handover_upload (id, user_id, handover_id, total, sealed, updated_at)
    VALUES (${id}::uuid, ${ctx.actor.userId}::uuid, ${recordId}::uuid, ${total}, ''::bytea, ${ctx.now()})
    ON CONFLICT (id, user_id) DO NOTHING`;
  await tx.$executeRaw`UPDATE handover_upload SET sealed = sealed || ${Buffer.from(bytes)}, updated_at = ${ctx.now()}
    WHERE id = ${id}::uuid AND user_id = ${ctx.actor.userId}::uuid AND total = ${total} AND octet_length(sealed) = ${offset}
      AND octet_length(sealed) + ${bytes.length} <= total`;
  const row = await tx.sealedUpload.findUnique({
    where: { id_userId: { id, userId: ctx.actor.userId } },
    select: { sealed: true },
  });
  const received = row?.sealed.length ?? 0;
  return { received, sealed: row && received === total ? row.sealed : null };
};

export const dropUpload = async (tx: Transaction, id: string): Promise<void> => {
  await tx.sealedUpload.deleteMany({ where: { id } });
};
