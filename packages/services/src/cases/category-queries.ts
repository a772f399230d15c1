import type { Database } from "@rembuk/db/client";
import type { CaseCategory, SectorLevel } from "@rembuk/domain/cases/model";
import { remembered } from "../kernel/remembered";

/** The routing table, by code. */
export const loadCategories: (db: Database, key: "") => Promise<ReadonlyMap<string, CaseCategory>> =
  remembered(async (db: Database) => {
    const rows = await db.caseCategory.findMany();
    return new Map(
      rows.map((r) => [
        r.code,
        {
          ...r,
          kind: r.kind as CaseCategory["kind"],
          priority: r.priority as CaseCategory["priority"],
          privacy: r.privacy as CaseCategory["privacy"],
          isAlwaysEmergency: r.emergencyWhen === "selalu",
          isSupervisory: r.classification === "COMPLAINT_SUPERVISORY",
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
