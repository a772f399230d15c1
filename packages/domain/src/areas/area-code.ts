import type { z } from "zod";

/** A Kemendagri code with dots: 63, 63.11, 63.11.02 or 63.11.02.2001. */
const CODE = /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/;

export type AreaCode = string & z.core.$brand<"AreaCode">;

export const areaLevels = ["province", "regency", "subdistrict", "village"] as const;
export type AreaLevel = (typeof areaLevels)[number];

/** Where the code of each level ends, dots included. */
const lengths: Readonly<Record<AreaLevel, number>> = {
  province: 2,
  regency: 5,
  subdistrict: 8,
  village: 13,
};

/** Reads a code with dots or without ("6311022001"), spaces around it aside; null if it is none. */
export function parseAreaCode(input: string): AreaCode | null {
  const text = input.trim();
  const parts = /^(\d{2})(?:(\d{2})(?:(\d{2})(\d{4})?)?)?$/.exec(text);
  const dotted = parts ? parts.slice(1).filter(Boolean).join(".") : text;
  return CODE.test(dotted) ? (dotted as AreaCode) : null;
}

/** The level of a code; null when it is not an area code. */
export const areaLevelOf = (code: string): AreaLevel | null =>
  CODE.test(code) ? (areaLevels.find((level) => lengths[level] === code.length) ?? null) : null;

/** The area one level up; null for a province and for what is no area code. */
export const parentAreaOf = (code: string): AreaCode | null =>
  areaLevelOf(code) && code.length > lengths.province
    ? (code.slice(0, code.lastIndexOf(".")) as AreaCode)
    : null;

/** The province that a code lies in; null when the code is none. */
export const provinceOf = (code: string): AreaCode | null => ancestorAt(code, "province");

/** The kabupaten or kota that a code lies in; null above that level. */
export const regencyOf = (code: string): AreaCode | null => ancestorAt(code, "regency");

/** The kecamatan that a code lies in; null above that level. */
export const subdistrictOf = (code: string): AreaCode | null => ancestorAt(code, "subdistrict");

/** True when `code` is the ancestor itself or lies below it; "" is the whole country. */
export const isWithin = (code: string, ancestor: string): boolean =>
  ancestor === "" || code === ancestor || code.startsWith(`${ancestor}.`);

export type VillageKind = "urban_village" | "village" | "customary_village";

/** Kelurahan (1xxx), desa (2xxx) or desa adat (3xxx) by the last group; null for other codes. */
export function villageKindOf(code: string): VillageKind | null {
  if (areaLevelOf(code) !== "village") return null;
  const first = code[9];
  if (first === "1") return "urban_village";
  if (first === "2") return "village";
  return first === "3" ? "customary_village" : null;
}

const ancestorAt = (code: string, level: AreaLevel): AreaCode | null =>
  areaLevelOf(code) && code.length >= lengths[level]
    ? (code.slice(0, lengths[level]) as AreaCode)
    : null;
