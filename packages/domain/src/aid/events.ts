import type { DomainEvent } from "../kernel/event";
import type { EnrollmentAct, EnrollmentStatus } from "./enrolling";
import type { FundingLevel } from "./model";

interface OfProgram {
  programCode: string;
  version: number;
}

interface OfCycle {
  programCode: string;
  cycleId: string;
  count: number;
}

/** Codes and counts; whom it is about stands in the registry alone. */
export interface AidEventPayloads {
  "program.saved": OfProgram & { isActive: boolean; fundingLevel: FundingLevel };
  "program.cycle-saved": OfProgram & { startsOn: string; endsOn: string; quota: number | null };
  "enrollment.nominated": { programCode: string; villageCode: string };
  "enrollment.acted": {
    programCode: string;
    villageCode: string;
    act: EnrollmentAct;
    status: EnrollmentStatus;
  };
  "entitlements.prepared": OfCycle;
  "entitlements.approved": OfCycle;
  "entitlements.expired": OfCycle;
  "entitlement.cancelled": { programCode: string; villageCode: string };
}
export type AidEventType = keyof AidEventPayloads;

/** @param subject `program/<code>`, `enrollment/<id>`, `cycle/<id>` or `entitlement/<id>` */
export const aidEvent = <T extends AidEventType>(
  type: T,
  subject: string,
  subdistrictCode: string,
  payload: AidEventPayloads[T],
): DomainEvent<T, AidEventPayloads[T]> => ({ type, subject, subdistrictCode, payload });
