/** The 22 roles of the domain, in the order of its table. */
export const roles = [
  "reporter",
  "village-officer",
  "village-head",
  "triage-officer",
  "subdistrict-secretary",
  "subdistrict-head",
  "section-head",
  "sector-partner",
  "sector-lead",
  "field-officer",
  "trip-lead",
  "innovation-manager",
  "regional-coach",
  "coach-lead",
  "inspectorate",
  "auditor",
  "village-council",
  "volunteer",
  "partner-organisation",
  "regency-officer",
  "innovation-verifier",
  "subdistrict-admin",
  "administrator",
  "service-account",
] as const;
export type Role = (typeof roles)[number];

/** The level of area that an assignment of this role names. */
export const areaLevelOfRole: Record<
  Role,
  "nation" | "province" | "regency" | "subdistrict" | "village" | "any"
> = {
  reporter: "village",
  "village-officer": "village",
  "village-head": "village",
  "triage-officer": "subdistrict",
  "subdistrict-secretary": "subdistrict",
  "subdistrict-head": "subdistrict",
  "section-head": "subdistrict",
  "sector-partner": "any",
  "sector-lead": "any",
  "field-officer": "subdistrict",
  "trip-lead": "subdistrict",
  "innovation-manager": "subdistrict",
  "regional-coach": "province",
  "coach-lead": "province",
  inspectorate: "regency",
  auditor: "regency",
  "village-council": "village",
  volunteer: "village",
  "partner-organisation": "any",
  "regency-officer": "regency",
  "innovation-verifier": "regency",
  "subdistrict-admin": "subdistrict",
  administrator: "nation",
  "service-account": "any",
};

/** Roles whose assignment needs a sector (bidang) beside the area. */
export const rolesWithSector: ReadonlySet<Role> = new Set([
  "section-head",
  "sector-partner",
  "sector-lead",
  "inspectorate",
]);
