import type { Transaction } from "@rembuk/db/client";
import { meetingWords } from "@rembuk/domain/beneficiaries/likeness";
import type { FamilyRow, ReadFamily } from "@rembuk/domain/onboarding/family-rows";
import { cardIndex, nikIndex } from "../beneficiaries/registry-store";
import type { ServiceContext } from "../context";
import { blindIndex } from "../kernel/field-keys";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
/** As `text[]::bytea[]` reads them: one parameter, however many they are. */
const indexes = (all: readonly Uint8Array[]): string[] => all.map((one) => `\\x${hex(one)}`);

/** What the registry knows of families that are about to come. */
export interface KnownFamilies {
  /** First rows of those whose card or one of whose NIKs stands in their village. */
  readonly known: ReadonlySet<number>;
  /** First rows of those with a member whose name and birth date their village knows. */
  readonly similar: ReadonlySet<number>;
  /** Rows of members whose NIK stands in another village of the kecamatan. */
  readonly elsewhere: ReadonlySet<number>;
}

/** Every sounding word of a name, with the birth date and the village: as the registry lets records meet. */
const nameMeetings = (ctx: ServiceContext, member: FamilyRow): readonly string[] =>
  meetingWords(member)
    .filter((word) => word.startsWith("name:"))
    .map((word) =>
      Buffer.from(blindIndex(ctx.keys, "resident-meeting", word))
        .readBigInt64BE(0)
        .toString(),
    );

const findCards = async (tx: Transaction, ctx: ServiceContext, families: readonly ReadFamily[]) => {
  const wanted = families.flatMap(({ members }) => {
    const card = members[0]?.familyCardNumber;
    return card ? [cardIndex(ctx, card)] : [];
  });
  const rows = await tx.$queryRaw<{ villageCode: string; key: string }[]>`
    SELECT village_code AS "villageCode", encode(card_index, 'hex') AS key FROM household
    WHERE card_index = ANY (${indexes(wanted)}::text[]::bytea[])`;
  return new Set(rows.map((one) => `${one.villageCode} ${one.key}`));
};

/** Where each NIK of these families stands already, by its index. */
const findNiks = async (
  tx: Transaction,
  ctx: ServiceContext,
  subdistrictCode: string,
  families: readonly ReadFamily[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const niks = families.flatMap(({ members }) => members.flatMap(({ nik }) => nik ?? []));
  const asked = indexes(niks.map((nik) => nikIndex(ctx, nik)));
  const rows = await tx.$queryRaw<{ villageCode: string; key: string }[]>`
    SELECT village_code AS "villageCode", encode(nik_index, 'hex') AS key FROM resident
    WHERE subdistrict_code = ${subdistrictCode} AND merged_into_id IS NULL AND status IN ('living', 'deceased')
      AND nik_index = ANY (${asked}::text[]::bytea[])`;
  const found = new Map<string, string[]>();
  for (const { key, villageCode } of rows) found.set(key, [...(found.get(key) ?? []), villageCode]);
  return found;
};

/** Under how many of the asked-for keys each record of these villages is met. */
const findMeetings = async (tx: Transaction, keys: readonly string[]) => {
  const rows = await tx.$queryRaw<{ key: string; residentId: string }[]>`
    SELECT key::text AS key, resident_id::text AS "residentId" FROM resident_meeting
    WHERE key = ANY (${keys}::text[]::bigint[])`;
  const found = new Map<string, Set<string>>();
  for (const { key, residentId } of rows) {
    const there = found.get(key) ?? new Set<string>();
    found.set(key, there.add(residentId));
  }
  return found;
};

/** One record is met under every key of the member: the same birth date, and all of its words. */
const isMet = (keys: readonly string[], met: ReadonlyMap<string, ReadonlySet<string>>): boolean => {
  const [first, ...rest] = keys.map((key) => met.get(key) ?? new Set<string>());
  return first !== undefined && [...first].some((id) => rest.every((ids) => ids.has(id)));
};

/** Compares families with the registry: three questions for all of them. */
export const findKnownFamilies = async (
  tx: Transaction,
  ctx: ServiceContext,
  subdistrictCode: string,
  families: readonly ReadFamily[],
): Promise<KnownFamilies> => {
  const meetings = new Map(
    families.flatMap(({ members }) => members.map((one) => [one, nameMeetings(ctx, one)] as const)),
  );
  const [cards, niks, met] = await Promise.all([
    findCards(tx, ctx, families),
    findNiks(tx, ctx, subdistrictCode, families),
    findMeetings(tx, [...new Set([...meetings.values()].flat())]),
  ]);
  const placesOf = ({ nik }: FamilyRow) =>
    (nik === null ? undefined : niks.get(hex(nikIndex(ctx, nik)))) ?? [];
  const isKnown = ({ villageCode, members }: ReadFamily): boolean => {
    const card = members[0]?.familyCardNumber;
    const hasCard = card ? cards.has(`${villageCode} ${hex(cardIndex(ctx, card))}`) : false;
    return hasCard || members.some((one) => placesOf(one).includes(villageCode));
  };
  const known = families.filter(isKnown);
  const fresh = families.filter((one) => !known.includes(one));
  const firstRows = (some: readonly ReadFamily[]) => new Set(some.map(({ firstRow }) => firstRow));
  return {
    known: firstRows(known),
    similar: firstRows(
      fresh.filter(({ members }) => members.some((one) => isMet(meetings.get(one) ?? [], met))),
    ),
    elsewhere: new Set(
      fresh.flatMap(({ villageCode, members }) =>
        members
          .filter((one) => placesOf(one).some((place) => place !== villageCode))
          .map(({ row }) => row),
      ),
    ),
  };
};

/** Whether anybody changed, merged, parted or enrolled what a list brought. */
export const isFamilyImportWorkedOn = async (
  tx: Transaction,
  importId: string,
): Promise<boolean> => {
  const rows = await tx.$queryRaw<{ found: boolean }[]>`
    WITH r AS (SELECT r.id, r.version, r.merged_into_id, h.version AS household_version
      FROM household h JOIN resident r ON r.household_id = h.id WHERE h.import_id = ${importId}::uuid)
    SELECT EXISTS (SELECT 1 FROM r WHERE r.version <> 0 OR r.household_version <> 0 OR r.merged_into_id IS NOT NULL)
      OR EXISTS (SELECT 1 FROM r JOIN resident m ON m.merged_into_id = r.id)
      OR EXISTS (SELECT 1 FROM r JOIN resident_pair p ON p.first_id = r.id OR p.second_id = r.id)
      OR EXISTS (SELECT 1 FROM r JOIN enrollment e ON e.resident_id = r.id) AS found`;
  return rows[0]?.found ?? false;
};

/** Removes what a list brought, all or nothing. @returns how many households */
export const deleteImportedFamilies = async (
  tx: Transaction,
  importId: string,
): Promise<number> => {
  await tx.$executeRaw`DELETE FROM resident_meeting m USING resident r, household h
    WHERE r.id = m.resident_id AND h.id = r.household_id AND h.import_id = ${importId}::uuid`;
  await tx.$executeRaw`DELETE FROM resident r USING household h
    WHERE h.id = r.household_id AND h.import_id = ${importId}::uuid`;
  return tx.$executeRaw`DELETE FROM household WHERE import_id = ${importId}::uuid`;
};
