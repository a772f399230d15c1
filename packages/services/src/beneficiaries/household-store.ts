import type { Transaction } from "@rembuk/db/client";
import type { SaveHouseholdCommand } from "@rembuk/domain/beneficiaries/commands";
import type { Resident } from "@rembuk/domain/beneficiaries/model";
import type { CheckedMember } from "@rembuk/domain/beneficiaries/registering";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { seal } from "../kernel/field-keys";
import {
  cardIndex,
  meetingRows,
  memberColumns,
  nikIndex,
  type WrittenMember,
} from "./registry-store";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

const isTaken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "P2002";

/** Somebody wrote the same number at the same moment: the unique index says so. */
const unlessTaken = async <T>(
  work: Promise<T>,
  code: "NIK_TAKEN" | "FAMILY_CARD_TAKEN",
): Promise<T> => {
  try {
    return await work;
  } catch (error) {
    throw isTaken(error) ? new DomainError("conflict", code) : error;
  }
};

type Told = Pick<
  SaveHouseholdCommand,
  "householdId" | "version" | "villageCode" | "hamlet" | "rt" | "rw" | "address"
> & {
  /** 16 digits; null: as it was. */
  readonly cardNumber: string | null;
};

const cardColumns = (ctx: ServiceContext, id: string, number: string | null) =>
  number === null
    ? {}
    : {
        cardSealed: seal(ctx.keys, `household:card:${id}`, number),
        cardIndex: cardIndex(ctx, number),
      };

/** @throws conflict FAMILY_CARD_TAKEN with the household of the village that has it */
const requireCardFree = async (
  tx: Transaction,
  ctx: ServiceContext,
  { cardNumber, villageCode, id }: { cardNumber: string; villageCode: string; id: string },
): Promise<void> => {
  const other = await tx.household.findFirst({
    where: { villageCode, cardIndex: cardIndex(ctx, cardNumber), id: { not: id } },
    select: { id: true },
  });
  if (!other) return;
  const details = { field: "familyCardNumber", householdId: other.id };
  throw new DomainError("conflict", "FAMILY_CARD_TAKEN", details);
};

/**
 * The household's own row, new or on the version that was seen.
 * @throws conflict FAMILY_CARD_TAKEN, HOUSEHOLD_CHANGED_MEANWHILE; not-found HOUSEHOLD_NOT_FOUND
 */
export const writeHousehold = async (tx: Transaction, ctx: ServiceContext, told: Told) => {
  const { householdId, version, villageCode, hamlet, rt, rw, address, cardNumber } = told;
  const id = householdId ?? ctx.newId();
  if (cardNumber !== null) await requireCardFree(tx, ctx, { cardNumber, villageCode, id });
  const written = {
    ...{ hamlet, rt, rw, updatedAt: ctx.now(), ...cardColumns(ctx, id, cardNumber) },
    addressSealed: address === "" ? null : seal(ctx.keys, `household:address:${id}`, address),
  };
  if (!householdId) {
    const place = { villageCode, subdistrictCode: villageCode.slice(0, 8) };
    const made = { createdById: ctx.actor.userId, createdAt: ctx.now() };
    const data = { ...written, ...place, ...made, id, regencyCode: villageCode.slice(0, 5) };
    await unlessTaken(tx.household.create({ data, select: { id: true } }), "FAMILY_CARD_TAKEN");
    return { id, version: 0 };
  }
  const data = { ...written, version: version + 1 };
  const where = { id, version, villageCode };
  const { count } = await unlessTaken(
    tx.household.updateMany({ where, data }),
    "FAMILY_CARD_TAKEN",
  );
  if (count === 1) return { id, version: version + 1 };
  const found = await tx.household.findFirst({
    where: { id, villageCode },
    select: { version: true },
  });
  if (!found) throw new DomainError("not-found", "HOUSEHOLD_NOT_FOUND");
  throw new DomainError("conflict", "HOUSEHOLD_CHANGED_MEANWHILE", { version: found.version });
};

/** A member, new or over what is known of them. @throws conflict NIK_TAKEN */
export const writeMember = async (
  tx: Transaction,
  ctx: ServiceContext,
  householdId: string,
  { member, known }: { readonly member: WrittenMember; readonly known: Resident | undefined },
): Promise<void> => {
  const { id, villageCode, createdById } = member;
  const columns = memberColumns(ctx, member);
  if (known) {
    const data = { ...columns, version: known.version + 1 };
    const update = tx.resident.update({ where: { id }, data, select: { id: true } });
    await unlessTaken(update, "NIK_TAKEN");
    await tx.residentMeeting.deleteMany({ where: { residentId: id } });
  } else {
    const place = { villageCode, subdistrictCode: villageCode.slice(0, 8) };
    const made = { regencyCode: villageCode.slice(0, 5), createdById, createdAt: ctx.now() };
    const data = { ...columns, ...place, ...made, id, householdId };
    await unlessTaken(tx.resident.create({ data, select: { id: true } }), "NIK_TAKEN");
  }
  await tx.residentMeeting.createMany({ data: meetingRows(ctx, member) });
};

/** Members who are there no longer: they keep their record and meet nobody. */
export const writeLeaving = async (
  tx: Transaction,
  leaving: SaveHouseholdCommand["leaving"],
): Promise<void> => {
  for (const { residentId: id, status } of leaving) {
    const data = { status, version: { increment: 1 } };
    await tx.resident.update({ where: { id }, data, select: { id: true } });
    await tx.residentMeeting.deleteMany({ where: { residentId: id } });
  }
};

/** @throws conflict NIK_TAKEN with the member's place and the household of the village that has it */
export const requireNiksFree = async (
  tx: Transaction,
  ctx: ServiceContext,
  members: readonly Pick<CheckedMember, "nik">[],
  of: { readonly villageCode: string; readonly householdId: string },
): Promise<void> => {
  const indexes = members.map(({ nik }) => (nik === null ? null : nikIndex(ctx, nik)));
  const taken = await tx.resident.findFirst({
    where: {
      ...{ villageCode: of.villageCode, householdId: { not: of.householdId } },
      ...{ nikIndex: { in: indexes.filter((one) => one !== null) }, mergedIntoId: null },
      status: { in: ["living", "deceased"] },
    },
    select: { householdId: true, nikIndex: true },
  });
  if (!taken?.nikIndex) return;
  const found = hex(taken.nikIndex);
  const at = indexes.findIndex((one) => one !== null && hex(one) === found);
  const details = { field: `members.${at}.nik`, householdId: taken.householdId };
  throw new DomainError("conflict", "NIK_TAKEN", details);
};

/** Places in this list whose NIK stands in another village of the kecamatan: that, and not where. */
export const findElsewhere = async (
  tx: Transaction,
  ctx: ServiceContext,
  members: readonly Pick<CheckedMember, "nik">[],
  villageCode: string,
): Promise<readonly number[]> => {
  const indexes = members.map(({ nik }) => (nik === null ? null : hex(nikIndex(ctx, nik))));
  const asked = indexes.filter((one) => one !== null);
  if (asked.length === 0) return [];
  const rows = await tx.$queryRaw<{ found: string }[]>`
    SELECT encode(unnest(niks_elsewhere(
      ARRAY(SELECT decode(x, 'hex') FROM unnest(${asked}::text[]) x), ${villageCode})), 'hex') AS found`;
  const found = rows.map((row) => row.found);
  return indexes.flatMap((one, at) => (one !== null && found.includes(one) ? [at] : []));
};

/** Which of the kecamatan that NIKs name are in the list of areas: "63.11.02". */
export const findKnownSubdistricts = async (
  tx: Transaction,
  niks: readonly (string | null)[],
): Promise<ReadonlySet<string>> => {
  const codes = niks.flatMap((nik) => {
    const digits = nik?.replace(/\D/g, "") ?? "";
    return digits.length === 16 ? [digits.replace(/^(..)(..)(..).*$/, "$1.$2.$3")] : [];
  });
  const rows = await tx.area.findMany({ where: { code: { in: codes } }, select: { code: true } });
  return new Set(rows.map((row) => row.code));
};
