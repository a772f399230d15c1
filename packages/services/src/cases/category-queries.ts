import type { Database } from "@rembuk/db/client";
import type { CaseCategory, SectorLevel } from "@rembuk/domain/cases/model";
import type { TaskDoer, TaskStep } from "@rembuk/domain/cases/task-steps";
import { remembered } from "../kernel/remembered";

/** A row of the master with what forms show of it beside the rule. */
export interface MasterCategory extends CaseCategory {
  readonly description: string;
  /** 1 to 11: the problems of the coordination desk. */
  readonly deskOrder: number | null;
}

/**
 * The master of the routing table, by code: the default below every area's own rules. A case is
 * decided by its own rule (`rule-queries`), never by this.
 */
export const loadCategories: (
  db: Database,
  key: "",
) => Promise<ReadonlyMap<string, MasterCategory>> = remembered(async (db: Database) => {
  const [rows, steps] = await Promise.all([
    db.caseCategory.findMany({ orderBy: { code: "asc" } }),
    db.taskTemplate.findMany({ orderBy: [{ categoryCode: "asc" }, { position: "asc" }] }),
  ]);
  const stepsOf = (code: string): TaskStep[] =>
    steps
      .filter(({ categoryCode }) => categoryCode === code)
      .map(({ title, doer, limitDays, isMandatory }) => ({
        ...{ title, limitDays, isMandatory },
        doer: doer as TaskDoer,
      }));
  return new Map(
    rows.map((r) => [
      r.code,
      {
        code: r.code,
        name: r.name,
        description: r.description,
        deskOrder: r.deskOrder,
        classification: r.classification,
        kind: r.kind as CaseCategory["kind"],
        leadSectorCode: r.leadSectorCode,
        supportingSectorCodes: r.supportingSectorCodes,
        focalSectionCode: r.focalSectionCode,
        priority: r.priority as CaseCategory["priority"],
        verifyDays: r.verifyDays,
        followUpDays: r.followUpDays,
        resolutionDays: r.resolutionDays,
        emergencyHours: r.emergencyHours,
        isAlwaysEmergency: r.emergencyWhen === "selalu",
        privacy: r.privacy as CaseCategory["privacy"],
        isSupervisory: r.classification === "COMPLAINT_SUPERVISORY",
        requiredEvidence: r.requiredEvidence,
        escalateTo: r.escalateTo,
        tasks: stepsOf(r.code),
        ruleId: null,
      },
    ]),
  );
});

/** The sectors and the level that each works at, by code. */
export const loadSectors: (
  db: Database,
  key: "",
) => Promise<ReadonlyMap<string, SectorLevel & { name: string }>> = remembered(
  async (db: Database) => {
    const rows = await db.sector.findMany();
    return new Map(
      rows.map((r) => [
        r.code,
        { code: r.code, name: r.name, level: r.level as SectorLevel["level"] },
      ]),
    );
  },
);
