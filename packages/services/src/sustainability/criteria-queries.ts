import type { Criterion } from "@rembuk/domain/sustainability/model";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireHeld } from "../kernel/require-permission";
import { findCriteriaVersions } from "./criteria-store";

export interface ShownCriteria {
  readonly version: number;
  readonly criteria: readonly Criterion[];
  readonly savedAt: Date;
  /** Null: as shipped. */
  readonly savedByName: string | null;
}

/** Versions of the criteria, the one in force first, at most fifty. @throws forbidden */
export const listCriteria = async (ctx: ServiceContext): Promise<readonly ShownCriteria[]> => {
  requireHeld(ctx, "review.criteria");
  return inTransaction(ctx, async (tx) => {
    const versions = await findCriteriaVersions(tx);
    const ids = versions.flatMap(({ savedById }) => (savedById ? [savedById] : []));
    const people = await tx.user.findMany({
      where: { id: { in: ids } },
      select: { id: true, displayName: true },
    });
    const names = new Map(people.map(({ id, displayName }) => [id, displayName]));
    return versions.map(({ savedById, ...one }) => ({
      ...one,
      savedByName: savedById === null ? null : (names.get(savedById) ?? null),
    }));
  });
};
