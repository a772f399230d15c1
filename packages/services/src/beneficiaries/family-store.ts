import type { Transaction } from "@rembuk/db/client";
import type { ServiceContext } from "../context";
import { seal } from "../kernel/field-keys";
import { jsonRows } from "../kernel/json-rows";
import { cardIndex, meetingRows, memberColumns, type WrittenMember } from "./registry-store";

/** A household whose numbers were read and found to fit. */
export interface WrittenFamily {
  readonly householdId: string;
  /** The list that brings it; absent when it is entered by hand. */
  readonly importId?: string;
  readonly villageCode: string;
  /** 16 digits. */
  readonly familyCardNumber: string | null;
  readonly hamlet: string;
  readonly rt: string;
  readonly rw: string;
  readonly address: string;
  readonly members: readonly WrittenMember[];
}

const householdRow = (ctx: ServiceContext, family: WrittenFamily) => {
  const { householdId: id, villageCode, familyCardNumber, hamlet, rt, rw, address } = family;
  return {
    ...{ id, villageCode, hamlet, rt, rw, importId: family.importId ?? null },
    ...{ subdistrictCode: villageCode.slice(0, 8), regencyCode: villageCode.slice(0, 5) },
    cardSealed: familyCardNumber ? seal(ctx.keys, `household:card:${id}`, familyCardNumber) : null,
    cardIndex: familyCardNumber ? cardIndex(ctx, familyCardNumber) : null,
    addressSealed: address === "" ? null : seal(ctx.keys, `household:address:${id}`, address),
    ...{ createdById: ctx.actor.userId, createdAt: ctx.now(), updatedAt: ctx.now() },
  };
};

type Rows = Parameters<typeof jsonRows>[0];

const insertHouseholds = (tx: Transaction, rows: Rows): Promise<number> =>
  tx.$executeRaw`
    INSERT INTO household (id, regency_code, subdistrict_code, village_code, card_sealed, card_index, hamlet, rt, rw,
      address_sealed, import_id, created_by_id, created_at, updated_at)
    SELECT * FROM jsonb_to_recordset(${jsonRows(rows)}::jsonb) AS h(id uuid, "regencyCode" text, "subdistrictCode" text,
      "villageCode" text, "cardSealed" bytea, "cardIndex" bytea, hamlet text, rt text, rw text, "addressSealed" bytea,
      "importId" uuid, "createdById" uuid, "createdAt" timestamptz, "updatedAt" timestamptz)`;

const insertResidents = (tx: Transaction, rows: Rows): Promise<number> =>
  tx.$executeRaw`
    INSERT INTO resident (id, household_id, regency_code, subdistrict_code, village_code, name_sealed, aliases_sealed,
      name_keys, nik_sealed, nik_index, nik_missing, nik_warnings, birth_sealed, sex, phone_sealed, relation, position,
      status, created_by_id, created_at)
    SELECT * FROM jsonb_to_recordset(${jsonRows(rows)}::jsonb) AS r(id uuid, "householdId" uuid, "regencyCode" text,
      "subdistrictCode" text, "villageCode" text, "nameSealed" bytea, "aliasesSealed" bytea, "nameKeys" bigint[],
      "nikSealed" bytea, "nikIndex" bytea, "nikMissing" text, "nikWarnings" text[], "birthSealed" bytea, sex text,
      "phoneSealed" bytea, relation text, position smallint, status text, "createdById" uuid, "createdAt" timestamptz)`;

const insertMeetings = (tx: Transaction, rows: Rows): Promise<number> =>
  tx.$executeRaw`
    INSERT INTO resident_meeting (key, resident_id, subdistrict_code, village_code)
    SELECT * FROM jsonb_to_recordset(${jsonRows(rows)}::jsonb) AS m(key bigint, "residentId" uuid,
      "subdistrictCode" text, "villageCode" text)`;

/** Writes what is not there yet, a statement for each of the three tables. @returns the new ones */
export const insertFamilies = async (
  tx: Transaction,
  ctx: ServiceContext,
  families: readonly WrittenFamily[],
): Promise<readonly WrittenFamily[]> => {
  const ids = families.map((one) => one.householdId);
  const known = await tx.household.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const there = new Set(known.map((one) => one.id));
  const added = families.filter((one) => !there.has(one.householdId));
  if (added.length === 0) return added;
  await insertHouseholds(
    tx,
    added.map((one) => householdRow(ctx, one)),
  );
  const members = added.flatMap((family) => family.members.map((member) => ({ family, member })));
  await insertResidents(
    tx,
    members.map(({ family: { householdId }, member }) => ({
      ...memberColumns(ctx, member),
      ...{ id: member.id, householdId, villageCode: member.villageCode },
      subdistrictCode: member.villageCode.slice(0, 8),
      regencyCode: member.villageCode.slice(0, 5),
      ...{ createdById: member.createdById, createdAt: ctx.now() },
    })),
  );
  await insertMeetings(
    tx,
    members.flatMap(({ member }) => meetingRows(ctx, member)),
  );
  return added;
};
