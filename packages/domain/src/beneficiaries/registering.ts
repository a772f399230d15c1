import type { LocalDate } from "../calendars/local-date";
import { DomainError } from "../kernel/errors";
import type { NikMissing, Relation } from "./model";
import { type NikWarning, parseFamilyCardNumber, parseNik, type Sex } from "./nik";
import { parsePhone } from "./phone";

/** A member as told, with what is kept of an earlier record filled in. */
export interface ToldMember {
  readonly name: string;
  readonly relation: Relation;
  readonly sex: Sex;
  readonly birthDate: LocalDate | null;
  readonly nik: string | null;
  readonly nikMissing: NikMissing | null;
  readonly phone: string | null;
}

/** A member whose numbers were read and found to fit. */
export interface CheckedMember extends ToldMember {
  readonly birthDate: LocalDate;
  /** 16 digits. */
  readonly nik: string | null;
  readonly nikWarnings: readonly NikWarning[];
  /** "+6281234567890". */
  readonly phone: string | null;
}

export interface RegistryFacts {
  readonly today: LocalDate;
  readonly demo: boolean;
  readonly subdistrictCode: string;
  readonly isKnownSubdistrict?: (code: string) => boolean;
}

const invalid = (field: string): DomainError =>
  new DomainError("invalid", "INPUT_INVALID", { field });

const phoneOf = (text: string | null, field: string): string | null => {
  if (text === null) return null;
  const read = parsePhone(text);
  if (!read.ok) throw new DomainError("invalid", "PHONE_INVALID", { field, reason: read.error });
  return read.phone;
};

const nikOf = (member: ToldMember, birthDate: LocalDate, at: number, facts: RegistryFacts) => {
  if (member.nik === null) {
    if (member.nikMissing === null) throw invalid(`members.${at}.nik`);
    return { nik: null, nikMissing: member.nikMissing, nikWarnings: [] };
  }
  const read = parseNik(member.nik, { ...facts, birthDate, sex: member.sex });
  if (!read.ok) {
    const details = { field: `members.${at}.nik`, reasons: read.errors };
    throw new DomainError("invalid", "NIK_INVALID", details);
  }
  return { nik: read.nik, nikMissing: null, nikWarnings: read.warnings };
};

const checkMember = (member: ToldMember, at: number, facts: RegistryFacts): CheckedMember => {
  const { birthDate } = member;
  if (birthDate === null || birthDate > facts.today || birthDate < "1900-01-01")
    throw invalid(`members.${at}.birthDate`);
  const phone = phoneOf(member.phone, `members.${at}.phone`);
  return { ...member, birthDate, phone, ...nikOf(member, birthDate, at, facts) };
};

/**
 * A household's members as they may be written: one head, each with a NIK or the reason for its absence, no
 * NIK twice. What is odd about a NIK (another area, another birth date) is a warning and is kept with it.
 * @throws invalid INPUT_INVALID, NIK_INVALID, PHONE_INVALID with the field; invalid HOUSEHOLD_HEAD;
 * conflict NIK_TWICE
 */
export const checkMembers = (
  members: readonly ToldMember[],
  facts: RegistryFacts,
): readonly CheckedMember[] => {
  if (members.filter((one) => one.relation === "head").length !== 1)
    throw new DomainError("invalid", "HOUSEHOLD_HEAD", { field: "members.0.relation" });
  const checked = members.map((one, at) => checkMember(one, at, facts));
  const seen = new Set<string>();
  for (const [at, { nik }] of checked.entries()) {
    if (nik !== null && seen.has(nik))
      throw new DomainError("conflict", "NIK_TWICE", { field: `members.${at}.nik` });
    if (nik !== null) seen.add(nik);
  }
  return checked;
};

/** @throws invalid FAMILY_CARD_INVALID with the reasons */
export const checkFamilyCard = (
  text: string,
  facts: Pick<RegistryFacts, "today" | "demo">,
): string => {
  const read = parseFamilyCardNumber(text, facts);
  if (read.ok) return read.number;
  const details = { field: "familyCardNumber", reasons: read.errors };
  throw new DomainError("invalid", "FAMILY_CARD_INVALID", details);
};
