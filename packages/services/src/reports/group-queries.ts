import { regencyOf } from "@rembuk/domain/areas/area-code";
import { listOffices, listVillages, loadSectorNames } from "../areas/queries";
import { rulesIn } from "../cases/rule-queries";
import type { ServiceContext } from "../context";
import { type Aggregate, type BoardCount, countOf, sumOf } from "./aggregate-queries";

export interface BoardPlace extends BoardCount {
  readonly code: string;
  readonly name: string;
  readonly subdistrictCode: string;
  /** "Kec. Halong" */
  readonly within: string;
}

export interface BoardSubdistrict extends BoardCount {
  readonly code: string;
  /** "Kec. Halong" */
  readonly name: string;
}

export interface BoardHolder extends BoardCount {
  readonly kind: string;
  /** Section (KASI_PMD) or sector (DPMD); null for the desk and the villages. */
  readonly code: string | null;
  /** Null where the screen has the name: desk, villages, sections. */
  readonly name: string | null;
}

export interface BoardCategory extends BoardCount {
  readonly code: string;
  readonly name: string;
  /** The sector that its rule names, which may not have the case yet. */
  readonly sectorCode: string | null;
  /** By kecamatan, those with a case only. */
  readonly places: readonly (BoardCount & { readonly subdistrictCode: string })[];
}

/** Cases whose category belongs to one sector, whoever has them now. */
export interface BoardSector extends BoardCount {
  readonly code: string | null;
  readonly name: string | null;
  readonly categories: readonly string[];
}

const isSubdistrict = (code: string) => code.length === 8;
const ofPart = (rows: readonly Aggregate[], part: string) => rows.filter((r) => r.part === part);

const areasOf = (ctx: ServiceContext) => ctx.actor.assignments.map((a) => a.areaCode);

const byLoad = (a: BoardCount & { code: string | null }, b: typeof a) =>
  b.open - a.open || (a.code ?? "").localeCompare(b.code ?? "");

/**
 * Every village of the reader's kecamatan, those without cases too: a zero is a fact. A village of
 * another kecamatan stands there only with its cases; of a village's own board it is the only one.
 */
export const villageRows = async (
  ctx: ServiceContext,
  rows: readonly Aggregate[],
): Promise<readonly BoardPlace[]> => {
  const found = new Map(ofPart(rows, "village").map((r) => [r.code, r]));
  const areas = areasOf(ctx);
  const whole = new Set(areas.filter(isSubdistrict));
  const single = new Set(areas.filter((code) => code.length === 13));
  const districts = new Set([
    ...whole,
    ...[...found.keys(), ...single].map((c) => (c ?? "").slice(0, 8)),
  ]);
  const lists = await Promise.all([...districts].sort().map((code) => listVillages(ctx.db, code)));
  return lists
    .flat()
    .filter(({ code }) => whole.has(code.slice(0, 8)) || single.has(code) || found.has(code))
    .map((v) => ({
      code: v.code,
      name: v.name,
      subdistrictCode: v.code.slice(0, 8),
      within: v.within,
      ...countOf(found.get(v.code)),
    }));
};

const countsBy = (rows: readonly Aggregate[], key: (row: Aggregate) => string) => {
  const groups = new Map<string, BoardCount[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), countOf(row)]);
  return groups;
};

/** By the kecamatan that has the case; for a kabupaten every kecamatan that works with Rembuk. */
export const subdistrictRows = async (
  ctx: ServiceContext,
  rows: readonly Aggregate[],
): Promise<readonly BoardSubdistrict[]> => {
  const found = countsBy(ofPart(rows, "category"), (row) => row.code ?? "");
  const regencies = new Set(areasOf(ctx).filter((code) => code.length === 5));
  const offices = await listOffices(ctx.db, "");
  const names = new Map(offices.map((o) => [o.subdistrictCode, o.name]));
  const asked = [...names.keys()].filter((code) => regencies.has(regencyOf(code) ?? ""));
  const own = areasOf(ctx).map((code) => code.slice(0, 8));
  const codes = [...new Set([...own.filter(isSubdistrict), ...asked, ...found.keys()])];
  return codes
    .map((code) => ({
      code,
      name: (names.get(code) ?? code).replace("Kecamatan ", "Kec. "),
      ...sumOf(found.get(code) ?? []),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
};

export const holderRows = async (
  ctx: ServiceContext,
  rows: readonly Aggregate[],
): Promise<readonly BoardHolder[]> => {
  const names = await loadSectorNames(ctx.db, "");
  return ofPart(rows, "holder")
    .map((r) => ({
      kind: r.kind ?? "",
      code: r.code,
      name: names.get(r.code ?? "") ?? null,
      ...countOf(r),
    }))
    .sort(byLoad);
};

/** By category, with its parts by kecamatan; names and sectors as the reader's own area has them. */
export const categoryRows = async (
  ctx: ServiceContext,
  rows: readonly Aggregate[],
  areaCode: string,
): Promise<readonly BoardCategory[]> => {
  const rules = await rulesIn(ctx, areaCode);
  const groups = new Map<string, Aggregate[]>();
  for (const row of ofPart(rows, "category")) {
    const code = row.kind ?? "";
    groups.set(code, [...(groups.get(code) ?? []), row]);
  }
  const found = await Promise.all(
    [...groups].map(async ([code, members]) => {
      // A category of one kecamatan's own is named by that kecamatan.
      const rule = rules.get(code) ?? (await rulesIn(ctx, members[0]?.code ?? "")).get(code);
      const places = members.map((row) => ({ subdistrictCode: row.code ?? "", ...countOf(row) }));
      const { name = code, leadSectorCode = null } = rule?.category ?? {};
      return { code, name, sectorCode: leadSectorCode, places, ...sumOf(places) };
    }),
  );
  return found.sort(byLoad);
};

/** The categories gathered under the sector that each belongs to. */
export const sectorRows = async (
  ctx: ServiceContext,
  categories: readonly BoardCategory[],
): Promise<readonly BoardSector[]> => {
  const names = await loadSectorNames(ctx.db, "");
  const codes = [...new Set(categories.map((one) => one.sectorCode))];
  return codes
    .map((code) => {
      const members = categories.filter((one) => one.sectorCode === code);
      const name = code === null ? null : (names.get(code) ?? null);
      return { code, name, categories: members.map((one) => one.code), ...sumOf(members) };
    })
    .sort(byLoad);
};
