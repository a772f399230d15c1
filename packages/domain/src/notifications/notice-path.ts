import type { NotificationKind } from "./model";

/** Openings by break-glass are overseen there, by people who may not open the case. */
const glassPath = "/buka-darurat";

/** Where a notice leads, inside the product. */
export const noticePath = (kind: NotificationKind, caseId: string): string =>
  kind === "case.glass-broken" || kind === "case.glass-revoked" ? glassPath : `/kasus/${caseId}`;
