import { substitutableRoles } from "@rembuk/domain/staff/absence";
import type { FieldProblem } from "./appointment-entry";
import type { PeopleRights, PersonAssignment, PersonRow } from "./people-data";

export const absenceFields = [
  "assignmentId",
  "acting",
  "startsOn",
  "endsOn",
  "substituteId",
  "letterNumber",
  "reason",
] as const;

export interface AbsenceEntry {
  readonly assignmentId: string;
  readonly acting: "plh" | "plt";
  readonly reason: "leave" | "official-travel" | "training" | "vacant" | "other";
  readonly letterNumber: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly substituteId: string;
}

/** The offices of a person that somebody else can hold, as far as the reader may say so. */
export function absentPosts(person: PersonRow, rights: PeopleRights): readonly PersonAssignment[] {
  const isOwn = person.id === rights.userId;
  return person.assignments.filter((a) => {
    if (!substitutableRoles.includes(a.role)) return false;
    // A vacant office has a Plt. after its last holder left.
    if (rights.keepsAccounts && !isOwn) return true;
    const leads = a.role === "subdistrict-head" || a.role === "subdistrict-secretary";
    return isOwn && leads && a.state === "running";
  });
}

/** What is missing or does not fit, by field. */
export function absenceProblems(
  entry: AbsenceEntry,
): Partial<Record<(typeof absenceFields)[number], FieldProblem>> {
  return {
    ...(entry.assignmentId === "" ? { assignmentId: "missing" as const } : {}),
    ...(entry.startsOn === "" ? { startsOn: "missing" as const } : {}),
    ...(entry.endsOn === "" ? { endsOn: "missing" as const } : {}),
    ...(entry.endsOn !== "" && entry.endsOn < entry.startsOn ? { endsOn: "before" as const } : {}),
    ...(entry.substituteId === "" ? { substituteId: "missing" as const } : {}),
    ...(entry.letterNumber.trim().length < 3 ? { letterNumber: "missing" as const } : {}),
  };
}
