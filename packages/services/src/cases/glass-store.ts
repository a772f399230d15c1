import type { Transaction } from "@rembuk/db/client";
import type { GlassOpening } from "@rembuk/domain/cases/breaking-glass";

type Row = Omit<GlassOpening, "overseer"> & { readonly overseer: string };

const toOpening = (row: Row): GlassOpening => ({
  ...row,
  overseer: row.overseer as GlassOpening["overseer"],
});

export const insertOpening = async (tx: Transaction, opening: GlassOpening): Promise<void> => {
  await tx.glassOpening.create({ data: opening });
};

/** One opening inside the reader's fence. */
export const findOpening = async (tx: Transaction, id: string): Promise<GlassOpening | null> => {
  const row = await tx.glassOpening.findUnique({ where: { id } });
  return row && toOpening(row);
};

/** Ends it if it still runs. @returns false when somebody was faster */
export const endOpening = async (
  tx: Transaction,
  { id, byId, now }: { readonly id: string; readonly byId: string; readonly now: Date },
): Promise<boolean> => {
  const { count } = await tx.glassOpening.updateMany({
    where: { id, revokedAt: null, until: { gt: now } },
    data: { revokedAt: now, revokedById: byId },
  });
  return count === 1;
};
