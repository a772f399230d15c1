import { areaLevelOf } from "@rembuk/domain/areas/area-code";
import type { SaveOrganizationCommand } from "@rembuk/domain/staff/organization-commands";
import { type OrganizationKind, organizationKinds } from "@rembuk/domain/staff/organizations";
import type { NamedArea } from "@/features/areas/area-name";
import type { FieldProblem } from "@/features/people/appointment-entry";
import type { OrganizationRow } from "./organization-data";

export interface ContactEntry {
  /** Tells lines apart while they are typed. */
  readonly key: string;
  readonly name: string;
  readonly position: string;
  readonly phone: string;
  readonly email: string;
}

/** A partner as it stands in the form. */
export interface OrganizationEntry {
  readonly area: NamedArea | null;
  readonly kind: OrganizationKind;
  readonly name: string;
  readonly address: string;
  readonly agreementNumber: string;
  /** "2026-11-23" */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly contacts: readonly ContactEntry[];
}

export const organizationFields = [
  "areaCode",
  "name",
  "agreementNumber",
  "agreementStart",
  "agreementEnd",
  "contacts",
] as const;
export type OrganizationField = (typeof organizationFields)[number];

export const emptyContact = (): ContactEntry => ({
  key: crypto.randomUUID(),
  ...{ name: "", position: "", phone: "", email: "" },
});

export const kindOf = (text: string): OrganizationKind =>
  organizationKinds.find((kind) => kind === text) ?? "other";

/** What is stored, or an empty form with one line for whom to call. */
export const entryOf = (
  row: OrganizationRow | null,
  area: NamedArea | null,
  today: string,
): OrganizationEntry => ({
  area: row ? { code: row.areaCode, name: row.areaName } : area,
  kind: row?.kind ?? "ngo",
  name: row?.name ?? "",
  address: row?.address ?? "",
  agreementNumber: row?.agreementNumber ?? "",
  startsOn: row?.startsOn ?? today,
  endsOn: row?.endsOn ?? "",
  contacts: row
    ? row.contacts.map(({ name, position, phone, email }) => ({
        ...{ key: crypto.randomUUID(), name },
        ...{ position: position ?? "", phone: phone ?? "", email: email ?? "" },
      }))
    : [emptyContact()],
});

const isBlank = (c: ContactEntry): boolean =>
  [c.name, c.position, c.phone, c.email].every((text) => text.trim() === "");

const isSound = (c: ContactEntry): boolean => {
  const phone = c.phone.trim();
  const email = c.email.trim();
  if (c.name.trim().length < 2 || (phone === "" && email === "")) return false;
  const isDialled = phone === "" || /^\+?[\d ()-]{6,24}$/.test(phone);
  return isDialled && (email === "" || /^\S+@\S+\.\S+$/.test(email));
};

/** What is missing or does not fit, by field. A line without a word is left out. */
export function organizationProblems(
  entry: OrganizationEntry,
): Partial<Record<OrganizationField, FieldProblem>> {
  const problems: Partial<Record<OrganizationField, FieldProblem>> = {};
  const level = areaLevelOf(entry.area?.code ?? "");
  if (entry.area === null) problems.areaCode = "missing";
  else if (level !== "regency" && level !== "subdistrict") problems.areaCode = "invalid";
  if (entry.name.trim().length < 3) problems.name = "missing";
  if (entry.agreementNumber.trim() === "") problems.agreementNumber = "missing";
  if (entry.startsOn === "") problems.agreementStart = "missing";
  if (entry.endsOn === "") problems.agreementEnd = "missing";
  else if (entry.endsOn < entry.startsOn) problems.agreementEnd = "before";
  if (!entry.contacts.filter((c) => !isBlank(c)).every(isSound)) problems.contacts = "invalid";
  return problems;
}

/** The command of a form without problems. */
export const saveCommand = (
  entry: OrganizationEntry,
  row: Pick<OrganizationRow, "id" | "version"> | null,
  clientActionId: string,
): SaveOrganizationCommand => ({
  clientActionId,
  organizationId: row?.id ?? null,
  version: row?.version ?? 0,
  areaCode: entry.area?.code ?? "",
  kind: entry.kind,
  name: entry.name.trim(),
  address: entry.address.trim() || null,
  agreementNumber: entry.agreementNumber.trim(),
  startsOn: entry.startsOn,
  endsOn: entry.endsOn,
  contacts: entry.contacts
    .filter((c) => !isBlank(c))
    .map((c) => ({
      name: c.name.trim(),
      position: c.position.trim() || null,
      phone: c.phone.trim() || null,
      email: c.email.trim() || null,
    })),
});
