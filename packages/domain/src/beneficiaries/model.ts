import type { LocalDate } from "../calendars/local-date";
import type { NikWarning, Sex } from "./nik";

/** Why somebody has no NIK: belum punya, hilang, belum perekaman. */
export const nikMissingReasons = ["not-issued", "lost", "not-recorded"] as const;
export type NikMissing = (typeof nikMissingReasons)[number];

/** Relation to the head, as the family card (KK) has it. */
export const relations = [
  "head",
  "spouse",
  "child",
  "child-in-law",
  "grandchild",
  "parent",
  "parent-in-law",
  "other-kin",
  "other",
] as const;
export type Relation = (typeof relations)[number];

/** Where a member is: lives there, moved away, died, or was never one (entered by mistake). */
export const residentStatuses = ["living", "moved", "deceased", "mistaken"] as const;
export type ResidentStatus = (typeof residentStatuses)[number];
export const leavingStatuses = ["moved", "deceased", "mistaken"] as const;
export type LeavingStatus = (typeof leavingStatuses)[number];

/** One member of a household in the registry, opened. */
export interface Resident {
  readonly id: string;
  readonly householdId: string;
  readonly villageCode: string;
  readonly name: string;
  /** Other names that people know the person by. */
  readonly aliases: readonly string[];
  readonly nik: string | null;
  readonly nikMissing: NikMissing | null;
  readonly nikWarnings: readonly NikWarning[];
  readonly birthDate: LocalDate;
  readonly sex: Sex;
  readonly phone: string | null;
  readonly relation: Relation;
  readonly status: ResidentStatus;
  /** The record that this one was found to be the same person as. */
  readonly mergedIntoId: string | null;
  readonly createdById: string;
  readonly version: number;
}

/** Lives there by this record. */
export const isStanding = (one: Pick<Resident, "status" | "mergedIntoId">): boolean =>
  one.status === "living" && one.mergedIntoId === null;

/** Whole years on a day. */
export const ageOn = (birthDate: LocalDate, day: LocalDate): number => {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
};

const alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * What a person without a NIK is served under: "S-4K7M-9QXR". From the last bits of the record's id, which
 * are chance: it says nothing about the person.
 */
export const provisionalCode = (residentId: string): string => {
  let rest = BigInt(`0x${residentId.replaceAll("-", "").slice(-12)}`);
  const letters = Array.from({ length: 8 }, () => {
    const letter = alphabet[Number(rest % BigInt(alphabet.length))];
    rest /= BigInt(alphabet.length);
    return letter;
  }).join("");
  return `S-${letters.slice(0, 4)}-${letters.slice(4)}`;
};
