import type { Transaction } from "@rembuk/db/client";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { CriteriaVersion, Criterion } from "@rembuk/domain/sustainability/model";
import type { ServiceContext } from "../context";

/** Versions of the criteria, the latest first. */
export const findCriteriaVersions = async (tx: Transaction) => {
  const rows = await tx.reviewCriteria.findMany({ orderBy: { version: "desc" }, take: 50 });
  return rows.map(({ criteria, ...row }) => ({
    ...row,
    criteria: criteria as unknown as readonly Criterion[],
  }));
};

/** Every code that any version used. */
export const findUsedCodes = async (tx: Transaction): Promise<readonly string[]> => {
  const rows = await tx.$queryRaw<{ code: string }[]>`
    SELECT DISTINCT one->>'code' AS code FROM review_criteria, jsonb_array_elements(criteria) AS one`;
  return rows.map(({ code }) => code);
};

/** In force from now on. @throws conflict CRITERIA_CHANGED_MEANWHILE: somebody else was first */
export const insertCriteria = async (
  tx: Transaction,
  ctx: ServiceContext,
  { version, criteria }: CriteriaVersion,
): Promise<void> => {
  const { count } = await tx.reviewCriteria.createMany({
    data: [
      {
        ...{ version, criteria: criteria.map((one) => ({ ...one })) },
        ...{ savedAt: ctx.now(), savedById: ctx.actor.userId },
      },
    ],
    skipDuplicates: true,
  });
  if (count !== 1) throw new DomainError("conflict", "CRITERIA_CHANGED_MEANWHILE");
};
