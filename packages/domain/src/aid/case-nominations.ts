import { caseEvent } from "../cases/events";
import { type Case, isOpen } from "../cases/model";
import type { EnrollmentStatus } from "./enrolling";

/** May this case become a nomination of somebody of that village? */
export const takesNomination = (
  kase: Pick<Case, "kind" | "status" | "villageCode">,
  villageCode: string,
): boolean =>
  kase.kind === "welfare_request" && isOpen(kase.status) && kase.villageCode === villageCode;

interface Followed {
  readonly caseId: string | null;
  readonly subdistrictCode: string;
  readonly enrollmentId: string;
  readonly programCode: string;
}

const moves = {
  candidate: "case.nominated",
  verified: "case.nomination-verified",
  decided: "case.nomination-decided",
  stopped: "case.nomination-stopped",
  delivered: "case.aid-delivered",
} as const;

/**
 * What the case hears of what it became: nothing where there is none, and nothing when the status stays (a
 * recommendation is the office's own matter).
 */
export const caseHears = (
  of: Followed,
  before: EnrollmentStatus | null,
  now: EnrollmentStatus | "delivered",
) => {
  const { caseId, subdistrictCode, enrollmentId, programCode } = of;
  if (caseId === null || before === now) return [];
  return [caseEvent(moves[now], { id: caseId, subdistrictCode }, { enrollmentId, programCode })];
};
