import type { Transaction } from "@rembuk/db/client";
import { meetingWords } from "@rembuk/domain/beneficiaries/likeness";
import type {
  NikMissing,
  Relation,
  Resident,
  ResidentStatus,
} from "@rembuk/domain/beneficiaries/model";
import type { NikWarning, Sex } from "@rembuk/domain/beneficiaries/nik";
import { type LocalDate, localDate } from "@rembuk/domain/calendars/local-date";
import type { ServiceContext } from "../context";
import { blindIndex, seal, unseal } from "../kernel/field-keys";
import { nameKeysOf } from "./name-key-store";

type Keys = Pick<ServiceContext, "keys">;

/** The day that it is in the office, as far as ages and dates of birth ask. */
export const registryToday = (ctx: Pick<ServiceContext, "now">): LocalDate =>
  localDate(new Date(ctx.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10));

/** A row of `resident` as it is stored. */
export interface ResidentRow {
  readonly id: string;
  readonly householdId: string;
  readonly villageCode: string;
  readonly nameSealed: Uint8Array;
  readonly aliasesSealed: Uint8Array | null;
  readonly nikSealed: Uint8Array | null;
  readonly nikMissing: string | null;
  readonly nikWarnings: readonly string[];
  readonly birthSealed: Uint8Array;
  readonly sex: string;
  readonly phoneSealed: Uint8Array | null;
  readonly relation: string;
  readonly status: string;
  readonly mergedIntoId: string | null;
  readonly createdById: string;
  readonly version: number;
}

export const residentFields = {
  ...{ id: true, householdId: true, villageCode: true, nameSealed: true, aliasesSealed: true },
  ...{ nikSealed: true, nikMissing: true, nikWarnings: true, birthSealed: true, sex: true },
  ...{ phoneSealed: true, relation: true, status: true, mergedIntoId: true, createdById: true },
  ...{ version: true },
} as const;

/** Opens what was sealed. The caller has authorised the reading and says no more of it than it may. */
export const openResident = (ctx: Keys, row: ResidentRow): Resident => {
  const open = (field: string, sealed: Uint8Array | null) =>
    sealed === null ? null : unseal(ctx.keys, `resident:${field}:${row.id}`, sealed);
  return {
    id: row.id,
    householdId: row.householdId,
    villageCode: row.villageCode,
    name: open("name", row.nameSealed) ?? "",
    aliases: JSON.parse(open("aliases", row.aliasesSealed) ?? "[]") as string[],
    nik: open("nik", row.nikSealed),
    nikMissing: row.nikMissing as NikMissing | null,
    nikWarnings: row.nikWarnings as readonly NikWarning[],
    birthDate: localDate(open("birth", row.birthSealed) ?? ""),
    sex: row.sex as Sex,
    phone: open("phone", row.phoneSealed),
    relation: row.relation as Relation,
    status: row.status as ResidentStatus,
    mergedIntoId: row.mergedIntoId,
    createdById: row.createdById,
    version: row.version,
  };
};

/** What a list of people is made of. */
export const namedFields = { id: true, nameSealed: true, nikSealed: true } as const;

export interface NamedPerson {
  readonly name: string;
  readonly nik: string | null;
}

/** Name and NIK alone: the rest stays sealed. The caller has authorised the reading. */
export const openNamed = (
  ctx: Keys,
  row: Pick<ResidentRow, keyof typeof namedFields>,
): NamedPerson => {
  const open = (field: string, sealed: Uint8Array) =>
    unseal(ctx.keys, `resident:${field}:${row.id}`, sealed);
  return {
    name: open("name", row.nameSealed),
    nik: row.nikSealed && open("nik", row.nikSealed),
  };
};

/** What of a member is written: the rest of the row is where and by whom. */
export interface WrittenMember extends Omit<Resident, "householdId" | "version" | "mergedIntoId"> {
  readonly position: number;
}

/** The columns of a member, sealed, with blind indexes and keys. */
export const memberColumns = (ctx: Keys, member: WrittenMember) => {
  const { id } = member;
  const place = (field: string, value: string | null) =>
    value === null ? null : seal(ctx.keys, `resident:${field}:${id}`, value);
  const subdistrictCode = member.villageCode.slice(0, 8);
  return {
    nameSealed: seal(ctx.keys, `resident:name:${id}`, member.name),
    aliasesSealed:
      member.aliases.length > 0 ? place("aliases", JSON.stringify(member.aliases)) : null,
    nameKeys: nameKeysOf(ctx.keys, subdistrictCode, [member.name, ...member.aliases]),
    nikSealed: place("nik", member.nik),
    nikIndex: member.nik === null ? null : nikIndex(ctx, member.nik),
    nikMissing: member.nikMissing,
    nikWarnings: [...member.nikWarnings],
    birthSealed: seal(ctx.keys, `resident:birth:${id}`, member.birthDate),
    sex: member.sex,
    phoneSealed: place("phone", member.phone),
    relation: member.relation,
    position: member.position,
    status: member.status,
  };
};

/** The same index as on a person of a case: a NIK is one NIK. */
export const nikIndex = (ctx: Keys, nik: string): Uint8Array<ArrayBuffer> =>
  blindIndex(ctx.keys, "nik", nik);
export const cardIndex = (ctx: Keys, number: string): Uint8Array<ArrayBuffer> =>
  blindIndex(ctx.keys, "family-card", number);

/** Rows of `resident_meeting`: under which keys a living member meets its likes. */
export const meetingRows = (ctx: Keys, member: WrittenMember) =>
  member.status === "living"
    ? meetingWords(member).map((word) => ({
        key: Buffer.from(blindIndex(ctx.keys, "resident-meeting", word)).readBigInt64BE(0),
        residentId: member.id,
        subdistrictCode: member.villageCode.slice(0, 8),
        villageCode: member.villageCode,
      }))
    : [];

/** The members of these households, opened, in the order of their cards. */
export const openMembers = async (
  tx: Transaction,
  ctx: Keys,
  householdIds: readonly string[],
): Promise<readonly Resident[]> => {
  const rows = await tx.resident.findMany({
    where: { householdId: { in: [...householdIds] } },
    orderBy: [{ householdId: "asc" }, { position: "asc" }, { id: "asc" }],
    select: residentFields,
  });
  return rows.map((row) => openResident(ctx, row));
};

export const householdFields = {
  ...{ id: true, villageCode: true, subdistrictCode: true, cardSealed: true, hamlet: true },
  ...{ rt: true, rw: true, addressSealed: true, version: true, createdById: true, updatedAt: true },
} as const;

/** Opens the two sealed fields of a household. */
export const openHousehold = (
  ctx: Keys,
  row: {
    readonly id: string;
    readonly cardSealed: Uint8Array | null;
    readonly addressSealed: Uint8Array | null;
  },
) => ({
  familyCardNumber: row.cardSealed && unseal(ctx.keys, `household:card:${row.id}`, row.cardSealed),
  address: row.addressSealed
    ? unseal(ctx.keys, `household:address:${row.id}`, row.addressSealed)
    : "",
});

/** A record by its id inside the fence; null: there is none. */
export const findResident = async (
  tx: Transaction,
  ctx: Keys,
  id: string,
): Promise<Resident | null> => {
  const row = await tx.resident.findUnique({ where: { id }, select: residentFields });
  return row && openResident(ctx, row);
};

/** Whether a household's No. KK is known. */
export const hasFamilyCard = async (tx: Transaction, householdId: string): Promise<boolean> =>
  (await tx.household.count({ where: { id: householdId, cardIndex: { not: null } } })) > 0;
