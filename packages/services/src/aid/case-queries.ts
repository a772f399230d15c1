import { canInArea } from "@rembuk/domain/access/policy";
import { takesNomination } from "@rembuk/domain/aid/case-nominations";
import type { EnrollmentStatus } from "@rembuk/domain/aid/enrolling";
import { openResident, residentFields } from "../beneficiaries/registry-store";
import { loadCase } from "../cases/change-case";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requirePermission } from "../kernel/require-permission";
import { programNames } from "./program-store";

/** What a request for welfare became. */
export interface CaseAid {
  readonly enrollments: readonly {
    readonly id: string;
    readonly status: EnrollmentStatus;
    readonly programCode: string;
    readonly programName: string;
    readonly householdId: string;
    readonly residentName: string;
  }[];
  /** May the reader make it a nomination now? */
  readonly mayNominate: boolean;
  /** Where the person is looked for. */
  readonly villageCode: string;
}

/**
 * The nominations that a case became; null to who reads the case and no nominations of its village.
 * @throws not-found CASE_NOT_FOUND
 */
export const showCaseAid = (
  ctx: ServiceContext,
  { caseId }: { readonly caseId: string },
): Promise<CaseAid | null> =>
  inTransaction(ctx, async (tx) => {
    const kase = await loadCase(tx, caseId);
    requirePermission(ctx, "case.read", kase);
    const { villageCode } = kase;
    if (!canInArea(ctx.actor, "enrollment.read", { areaCode: villageCode })) return null;
    const rows = await tx.enrollment.findMany({
      where: { caseId },
      orderBy: { id: "asc" },
      select: {
        ...{ id: true, status: true, programCode: true, householdId: true },
        resident: { select: residentFields },
      },
    });
    const names = await programNames(
      tx,
      rows.map((row) => row.programCode),
    );
    const isFree = rows.every((row) => row.status === "stopped");
    return {
      enrollments: rows.map(({ resident, ...row }) => ({
        ...row,
        status: row.status as EnrollmentStatus,
        programName: names.get(row.programCode) ?? row.programCode,
        residentName: openResident(ctx, resident).name,
      })),
      mayNominate:
        isFree &&
        takesNomination(kase, villageCode) &&
        canInArea(ctx.actor, "enrollment.nominate", { areaCode: villageCode }),
      villageCode,
    };
  });
