import type { Role } from "./roles";

/**
 * Cells of the domain's table whose slices are not built yet: counted, not tested.
 * A slice that is built moves its cells up into `permissions`.
 */
export const plannedPermissions = {
  referral: ["service-account"],
  // field-officer and trip-lead read theirs through the manifest of their trip.
  entitlement: [
    "reporter",
    "sector-partner",
    "sector-lead",
    "innovation-manager",
    "regional-coach",
    "coach-lead",
    "regency-officer",
    "innovation-verifier",
  ],
  trip: [
    "sector-partner",
    "sector-lead",
    "innovation-manager",
    "regional-coach",
    "auditor",
    "partner-organisation",
    "regency-officer",
    "innovation-verifier",
  ],
  handover: ["innovation-manager", "auditor", "regency-officer"],
  innovation: ["service-account"],
  /** Participants of a session by account. */
  coaching: ["sector-partner", "sector-lead", "partner-organisation"],
  report: [
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
    "auditor",
    "village-council",
    "partner-organisation",
    "regency-officer",
    "innovation-verifier",
    "subdistrict-admin",
    "administrator",
    "service-account",
  ],
} as const satisfies Record<string, readonly Role[]>;
