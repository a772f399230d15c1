import type { Transaction } from "@rembuk/db/client";
import { areasOf, canInArea } from "@rembuk/domain/access/policy";
import { areaLevelOf } from "@rembuk/domain/areas/area-code";
import type { ListHouseholdsInput } from "@rembuk/domain/beneficiaries/commands";
import { maskNik } from "@rembuk/domain/beneficiaries/masking";
import { isStanding, type Resident } from "@rembuk/domain/beneficiaries/model";
import { askedSpellings } from "@rembuk/domain/beneficiaries/name-spelling";
import { type AreaSummary, listOffices, listVillages } from "../areas/queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { logRegistryReading } from "../kernel/log-access";
import { requireHeld } from "../kernel/require-permission";
import { askedKeys } from "./name-key-store";
import { cardIndex, householdFields, nikIndex, openHousehold, openMembers } from "./registry-store";

/** Where somebody reads the registry, by level of area. */
interface ReadPlaces {
  readonly villages: readonly string[];
  readonly subdistricts: readonly string[];
  readonly regencies: readonly string[];
}

export const registryPlaces = (ctx: ServiceContext): ReadPlaces => {
  const areas = areasOf(ctx.actor, "resident.read");
  const at = (level: string) => areas.filter((code) => areaLevelOf(code) === level);
  return { villages: at("village"), subdistricts: at("subdistrict"), regencies: at("regency") };
};

/** The kecamatan that the reader's places lie in: blind keys of names are kept by kecamatan. */
const officesOf = async (ctx: ServiceContext, places: ReadPlaces): Promise<readonly string[]> => {
  const own = [...places.subdistricts, ...places.villages.map((code) => code.slice(0, 8))];
  if (places.regencies.length === 0) return [...new Set(own)];
  const offices = (await listOffices(ctx.db, "")).map((one) => one.subdistrictCode);
  const within = offices.filter((code) => places.regencies.includes(code.slice(0, 5)));
  return [...new Set([...own, ...within])];
};

const mostFound = 200;
const mostNameWords = 3;

interface Sought {
  readonly ids: readonly string[];
  /** A number was asked for: being told of it is to look a person up. */
  readonly byNumber: boolean;
}

const soughtByNumber = async (tx: Transaction, ctx: ServiceContext, digits: string) => {
  const [row] = await tx.$queryRaw<{ ids: string[] }[]>`
    SELECT find_households(${cardIndex(ctx, digits)}::bytea, ${nikIndex(ctx, digits)}::bytea,
      NULL, NULL, NULL, ${mostFound}::int) AS ids`;
  return row?.ids ?? [];
};

const soughtByName = async (
  tx: Transaction,
  ctx: ServiceContext,
  text: string,
  how: "exact" | "near",
): Promise<readonly string[]> => {
  const words = askedSpellings(text);
  if (words.length === 0) return [];
  const offices = await officesOf(ctx, registryPlaces(ctx));
  const keys = words
    // A word too short to be mistyped still has to fit as it is.
    .map((word) => (how === "near" && word.near.length > 0 ? "near" : "exact"))
    .map((one, at) => askedKeys(ctx.keys, offices, words[at] ?? { exact: [], near: [] }, one))
    .map((one) => one.map(BigInt))
    .sort((a, b) => b.length - a.length)
    .slice(0, mostNameWords);
  const [first, second = null, third = null] = keys;
  const [row] = await tx.$queryRaw<{ ids: string[] }[]>`
    SELECT find_households(NULL, NULL, ${first ?? null}::bigint[], ${second}::bigint[],
      ${third}::bigint[], ${mostFound}::int) AS ids`;
  const ids = row?.ids ?? [];
  // Nobody is called so: perhaps somebody is nearly.
  return ids.length === 0 && how === "exact" ? soughtByName(tx, ctx, text, "near") : ids;
};

/** Households that what was typed may mean: a NIK or No. KK of 16 digits, else a name. Null: nothing typed. */
const seek = async (tx: Transaction, ctx: ServiceContext, text: string): Promise<Sought | null> => {
  if (text === "") return null;
  const digits = text.replace(/[\s.-]/g, "");
  if (!/^\d+$/.test(digits))
    return { ids: await soughtByName(tx, ctx, text, "exact"), byNumber: false };
  // A number that is not whole is compared with nothing.
  if (digits.length !== 16) return { ids: [], byNumber: true };
  return { ids: await soughtByNumber(tx, ctx, digits), byNumber: true };
};

export interface HouseholdItem {
  readonly id: string;
  readonly headName: string;
  readonly members: number;
  readonly villageCode: string;
  readonly villageName: string;
  readonly hamlet: string;
  readonly rt: string;
  readonly rw: string;
  readonly maskedCard: string | null;
  /** Members without a NIK. */
  readonly withoutNik: number;
  /** Members whose NIK has something odd about it. */
  readonly odd: number;
}

export interface HouseholdPage {
  readonly items: readonly HouseholdItem[];
  readonly nextCursor: string | null;
  /** Villages in which the reader may enter a household. */
  readonly savesIn: readonly string[];
  /** Whether records that may be one person are the reader's to decide. */
  readonly decides: boolean;
}

const householdRows = (
  tx: Transaction,
  ctx: ServiceContext,
  { villageCode, cursor, limit = 40 }: ListHouseholdsInput,
  sought: Sought | null,
) => {
  const { villages, subdistricts, regencies } = registryPlaces(ctx);
  const within = [
    ...(villages.length > 0 ? [{ villageCode: { in: [...villages] } }] : []),
    ...(subdistricts.length > 0 ? [{ subdistrictCode: { in: [...subdistricts] } }] : []),
    ...(regencies.length > 0 ? [{ regencyCode: { in: [...regencies] } }] : []),
  ];
  return tx.household.findMany({
    where: {
      OR: within,
      ...(villageCode ? { villageCode } : {}),
      AND: [cursor ? { id: { lt: cursor } } : {}, sought ? { id: { in: [...sought.ids] } } : {}],
    },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: householdFields,
  });
};

type HouseholdRow = Awaited<ReturnType<typeof householdRows>>[number];

const toItem = (
  ctx: ServiceContext,
  row: HouseholdRow,
  all: readonly Resident[],
  villageName: string,
): HouseholdItem => {
  const members = all.filter((one) => one.householdId === row.id && isStanding(one));
  const head = members.find((one) => one.relation === "head") ?? members[0];
  const { familyCardNumber } = openHousehold(ctx, row);
  return {
    ...{ id: row.id, villageCode: row.villageCode, villageName },
    ...{ hamlet: row.hamlet, rt: row.rt, rw: row.rw },
    headName: head?.name ?? "",
    members: members.length,
    maskedCard: familyCardNumber && maskNik(familyCardNumber),
    withoutNik: members.filter((one) => one.nik === null).length,
    odd: members.filter((one) => one.nikWarnings.length > 0).length,
  };
};

/** One look is logged once, however often an open list refreshes itself (ms). */
const sameLookMs = 600_000;
const lastLooks = new Map<string, number>();
const isNewLook = (ctx: ServiceContext, id: string): boolean => {
  const look = `${ctx.actor.userId} ${id}`;
  const now = ctx.now().getTime();
  if (now - (lastLooks.get(look) ?? Number.NEGATIVE_INFINITY) < sameLookMs) return false;
  if (lastLooks.size > 10_000) lastLooks.clear();
  lastLooks.set(look, now);
  return true;
};

export const villageNames = async (
  tx: Transaction,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx.area.findMany({
    where: { code: { in: [...new Set(codes)] } },
    select: { code: true, name: true },
  });
  return new Map(rows.map((row) => [row.code, row.name]));
};

/**
 * Households that the reader's places hold, newest first, by what was typed: a NIK or No. KK is looked up by
 * blind index and logged on each household that is told, a name in any spelling.
 * @throws forbidden to who reads no registry
 */
export const listHouseholds = async (
  ctx: ServiceContext,
  input: ListHouseholdsInput,
): Promise<HouseholdPage> => {
  requireHeld(ctx, "resident.read");
  const limit = input.limit ?? 40;
  const savesIn = areasOf(ctx.actor, "household.save");
  const rights = { savesIn, decides: areasOf(ctx.actor, "resident.merge").length > 0 };
  if (areasOf(ctx.actor, "resident.read").length === 0)
    return { items: [], nextCursor: null, ...rights };
  return inTransaction(ctx, async (tx) => {
    const sought = await seek(tx, ctx, input.text?.trim() ?? "");
    const rows = await householdRows(tx, ctx, { ...input, limit }, sought);
    const page = rows.slice(0, limit);
    const members = await openMembers(
      tx,
      ctx,
      page.map((row) => row.id),
    );
    if (sought?.byNumber)
      for (const { id, villageCode } of page.filter((row) => isNewLook(ctx, row.id)))
        await logRegistryReading(tx, ctx, {
          ...{ subject: `household/${id}`, villageCode, act: "find-person" },
        });
    const names = await villageNames(
      tx,
      page.map((row) => row.villageCode),
    );
    return {
      items: page.map((row) =>
        toItem(ctx, row, members, names.get(row.villageCode) ?? row.villageCode),
      ),
      nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
      ...rights,
    };
  });
};

/** The villages that the reader's registry covers, for filter and form, by name. */
export const listRegistryVillages = async (
  ctx: ServiceContext,
): Promise<readonly AreaSummary[]> => {
  requireHeld(ctx, "resident.read");
  const places = registryPlaces(ctx);
  const offices = await officesOf(ctx, places);
  const all = await Promise.all(offices.map((code) => listVillages(ctx.db, code)));
  return all
    .flat()
    .filter(({ code }) => canInArea(ctx.actor, "resident.read", { areaCode: code }))
    .sort((a, b) => a.within.localeCompare(b.within) || a.name.localeCompare(b.name));
};
