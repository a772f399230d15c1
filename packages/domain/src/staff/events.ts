import type { Role } from "../access/roles";
import type { DomainEvent } from "../kernel/event";

/** What each event carries: ids and codes, never a name, a number or a code to sign in with. */
export interface StaffEventPayloads {
  "staff.user-invited": { areaCode: string };
  "staff.role-assigned": {
    assignmentId: string;
    role: Role;
    areaCode: string;
    sectorCode: string | null;
    clearance: boolean;
  };
  "staff.absence-recorded": {
    absenceId: string;
    assignmentId: string;
    substituteId: string;
    acting: "plh" | "plt";
    startsOn: string;
    endsOn: string;
  };
  "staff.absence-withdrawn": { absenceId: string; assignmentId: string; substituteId: string };
  "staff.duty-rostered": { areaCode: string; sectorCode: string | null; shifts: number };
  "staff.shift-withdrawn": { shiftId: string };
  "staff.assignment-ended": { assignmentId: string; role: Role; areaCode: string };
  "staff.password-reset": { sessionsEnded: number };
  "staff.user-disabled": { sessionsEnded: number; devicesRevoked: number };
  "staff.device-registered": { deviceId: string };
  "staff.cases-taken": { deviceId: string; cases: number };
  "staff.device-revoked": { deviceId: string; sessionsEnded: number };
  /** What one of a crew wrote down came by the phone of another. */
  "staff.record-carried": { deviceId: string; recordId: string };
  /** It came from a revoked phone and waits for a person. */
  "staff.record-quarantined": { deviceId: string; recordId: string };
  "staff.record-accepted": { deviceId: string; recordId: string };
  "staff.record-set-aside": { deviceId: string; recordId: string };
}
export type StaffEventType = keyof StaffEventPayloads;

const subdistrictCodeLength = 8;

/** The kecamatan in whose audit an act on this area stands; null above a kecamatan. */
const auditedIn = (areaCode: string | null): string | null =>
  areaCode !== null && areaCode.length >= subdistrictCodeLength
    ? areaCode.slice(0, subdistrictCodeLength)
    : null;

/** The event of one account; the compiler holds the payload to its type. */
export const staffEvent = <T extends StaffEventType>(
  type: T,
  about: { readonly userId: string; readonly areaCode: string | null },
  payload: StaffEventPayloads[T],
): DomainEvent<T, StaffEventPayloads[T]> => ({
  type,
  subject: `user/${about.userId}`,
  subdistrictCode: auditedIn(about.areaCode),
  payload,
});
