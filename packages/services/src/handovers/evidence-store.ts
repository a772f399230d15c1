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
