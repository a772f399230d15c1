import type { Transaction } from "@rembuk/db/client";
import type { CoachingEngagement } from "@rembuk/domain/coaching/model";
import { findPostHolders, type PostHolder } from "./people-queries";

/** Who may own a commitment of an engagement: camat, Sekcam, and who leads its innovations. */
export const findOwners = async (
  tx: Pick<Transaction, "$queryRaw">,
  { subdistrictCode, managerIds }: Pick<CoachingEngagement, "subdistrictCode" | "managerIds">,
  now: Date,
): Promise<readonly PostHolder[]> => {
  const roles = ["subdistrict-head", "subdistrict-secretary", "innovation-manager"] as const;
  const holders = await findPostHolders(tx, roles, [subdistrictCode], now);
  return holders.filter(
    ({ role, userId }) => role !== "innovation-manager" || managerIds.includes(userId),
  );
};
