import type { Database } from "@rembuk/db/client";
import type { CaseCategory } from "@rembuk/domain/cases/model";
import { defaultTarget } from "@rembuk/domain/cases/routing";

/** What planning needs of a row of the routing table. */
export interface CategoryFacts {
  readonly code: string;
  readonly target: string;
  readonly focalSection: string;
  readonly limitDays: number;
  readonly isSupervisory: boolean;
  readonly isSecret: boolean;
  readonly isUrgent: boolean;
  /** welfare_request asks for NIK */
  readonly kind: string;
}

/** The routing table as it stands in the database, by code. */
export const loadCategoryFacts = async (
  db: Database,
): Promise<ReadonlyMap<string, CategoryFacts>> => {
  const rows = await db.caseCategory.findMany();
  return new Map(
    rows.map((r) => [
      r.code,
      {
        code: r.code,
        target: defaultTarget({ leadSectorCode: r.leadSectorCode } as CaseCategory),
        focalSection: r.focalSectionCode,
        limitDays: r.resolutionDays,
        isSupervisory: r.classification === "COMPLAINT_SUPERVISORY",
        isSecret: r.privacy === "SECRET",
        isUrgent: r.emergencyWhen === "selalu",
        kind: r.kind,
      },
    ]),
  );
};
