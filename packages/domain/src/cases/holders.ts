import type { Case, Hold, Holder } from "./model";
import type { MovedDeadline } from "./stages";

/** The triage desk of the kecamatan. */
export const desk: Holder = { kind: "desk", code: null, userId: null };
/** Camat and sekcam, while a case waits for their disposisi. */
export const leaders: Holder = { kind: "leaders", code: null, userId: null };
/** The village side: its officers, or who reported it. */
export const village: Holder = { kind: "village", code: null, userId: null };
const nobody: Holder = { kind: "none", code: null, userId: null };

/**
 * The holder as the model keeps it, and again flat for the permission table. Whoever takes a case
 * over, a proposal to the leaders ends with it.
 */
export const heldBy = (
  holder: Holder,
): Pick<Case, "holder" | "holderKind" | "holderUserId" | "proposedTarget"> => ({
  holder,
  holderKind: holder.kind,
  holderUserId: holder.userId,
  proposedTarget: null,
});

/** No turn any more: the case has left the desk for good. */
export const ended = (kase: Case, status: Case["status"], now: Date): Case => ({
  ...kase,
  status,
  closedAt: now,
  ...heldBy(nobody),
});

/** The total deadline as the holds leave it. The elapsed days go on counting. */
export const withHolds = (
  kase: Case,
  holds: readonly Hold[],
  moved: MovedDeadline,
): Pick<Case, "holds" | "totalDueAt" | "dueIsEstimate"> => {
  const total = moved(kase.receivedAt, kase.totalLimitDays, holds, "total");
  return { holds, totalDueAt: total.dueAt, dueIsEstimate: total.isEstimate };
};

/** Every running hold ends now. */
export const endHolds = (holds: readonly Hold[], now: Date): readonly Hold[] =>
  holds.map((hold) => (hold.endedAt === null ? { ...hold, endedAt: now } : hold));
