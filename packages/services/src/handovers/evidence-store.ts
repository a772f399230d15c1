import type { Transaction } from "@rembuk/db/client";
import type { EvidenceKind, HandoverEvidence } from "@rembuk/domain/handovers/commands";
import type { ServiceContext } from "../context";
import { seal, unseal } from "../kernel/field-keys";

/** Where a handover is, and which photos it tells of. */
export interface EvidencePlace {
  readonly handoverId: string;
  readonly tripId: string;
  readonly subdistrictCode: string;
  readonly villageCode: string;
  readonly told: readonly HandoverEvidence[];
}

/** The record that a photo belongs to; null: it has not arrived, or lies out of reach. */
export const findEvidencePlace = async (
  tx: Transaction,
  handoverId: string,
): Promise<EvidencePlace | null> => {
  const row = await tx.handover.findUnique({
    where: { id: handoverId },
    select: { tripId: true, subdistrictCode: true, villageCode: true, evidence: true },
  });
  if (!row) return null;
  const told = row.evidence as unknown as readonly HandoverEvidence[];
  return { ...row, handoverId, told };
};

export const hasEvidence = async (tx: Transaction, id: string): Promise<boolean> =>
  (await tx.handoverEvidence.count({ where: { id } })) > 0;

interface Part {
  readonly id: string;
  readonly handoverId: string;
  readonly total: number;
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/**
 * Adds a part where the last one ended; a part that came before, or ahead of a gap, adds nothing.
 * @returns how many bytes are there, and all of them once they are
 */
export const addPart = async (
  tx: Transaction,
  ctx: ServiceContext,
  { id, handoverId, total, offset, bytes }: Part,
): Promise<{ readonly received: number; readonly sealed: Uint8Array | null }> => {
  await tx.$executeRaw`INSERT INTO handover_upload (id, user_id, handover_id, total, sealed, updated_at)
    VALUES (${id}::uuid, ${ctx.actor.userId}::uuid, ${handoverId}::uuid, ${total}, ''::bytea, ${ctx.now()})
    ON CONFLICT (id) DO NOTHING`;
  await tx.$executeRaw`UPDATE handover_upload SET sealed = sealed || ${Buffer.from(bytes)}, updated_at = ${ctx.now()}
    WHERE id = ${id}::uuid AND total = ${total} AND octet_length(sealed) = ${offset}
      AND octet_length(sealed) + ${bytes.length} <= total`;
  const row = await tx.handoverUpload.findUnique({ where: { id }, select: { sealed: true } });
  const received = row?.sealed.length ?? 0;
  return { received, sealed: row && received === total ? row.sealed : null };
};

export const dropUpload = async (tx: Transaction, id: string): Promise<void> => {
  await tx.handoverUpload.deleteMany({ where: { id } });
};

/** Whole, once. */
export const insertEvidence = async (
  tx: Transaction,
  ctx: ServiceContext,
  place: EvidencePlace,
  file: { readonly id: string; readonly kind: EvidenceKind; readonly mediaType: string },
  bytes: Buffer,
): Promise<void> => {
  const { handoverId, tripId, subdistrictCode, villageCode } = place;
  const data = {
    ...{ ...file, handoverId, tripId, subdistrictCode, villageCode, receivedAt: ctx.now() },
    contentSealed: seal(ctx.keys, `handover_evidence:content:${file.id}`, bytes.toString("base64")),
  };
  await tx.handoverEvidence.createMany({ data: [data], skipDuplicates: true });
};

/** A photo opened, with the record it belongs to; null: none of this id inside the fence. */
export const openEvidence = async (tx: Transaction, ctx: ServiceContext, id: string) => {
  const row = await tx.handoverEvidence.findUnique({ where: { id } });
  if (!row) return null;
  const { mediaType, tripId, handoverId, villageCode, kind } = row;
  const content = unseal(ctx.keys, `handover_evidence:content:${id}`, row.contentSealed);
  return { mediaType, tripId, handoverId, villageCode, kind, content };
};
