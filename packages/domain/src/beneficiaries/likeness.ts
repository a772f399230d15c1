import { DomainError } from "../kernel/errors";
import type { Resident } from "./model";
import { soundsOfName } from "./name-spelling";

/** What a record is compared by. */
export type Comparable = Pick<Resident, "name" | "aliases" | "nik" | "birthDate" | "villageCode">;

/** Why two records may be one person. */
export type Likeness = "same-nik" | "same-name-and-birth";

const soundsOf = (one: Pick<Comparable, "name" | "aliases">): ReadonlySet<string> =>
  new Set([one.name, ...one.aliases].flatMap(soundsOfName));

/** Every word that the shorter name is known by is also one of the other's. */
const soundAlike = (a: Comparable, b: Comparable): boolean => {
  const [some, more] = [soundsOf(a), soundsOf(b)].sort((x, y) => x.size - y.size);
  return (
    some !== undefined && more !== undefined && some.size > 0 && [...some].every((s) => more.has(s))
  );
};

/**
 * Are two records likely one person? The same NIK anywhere in the kecamatan; or in one village the same
 * birth date and names that sound alike; two NIKs do not rule it out, for one may be mistyped.
 */
export const likenessOf = (a: Comparable, b: Comparable): Likeness | null => {
  if (a.nik !== null && a.nik === b.nik) return "same-nik";
  const isNear = a.villageCode === b.villageCode && a.birthDate === b.birthDate;
  return isNear && soundAlike(a, b) ? "same-name-and-birth" : null;
};

/**
 * What two records of one person meet under, before they are compared: the NIK within the kecamatan, and
 * each sounding word of the name with birth date and village.
 */
export const meetingWords = (one: Comparable): readonly string[] => [
  ...(one.nik === null ? [] : [`nik:${one.villageCode.slice(0, 8)}:${one.nik}`]),
  ...[...soundsOf(one)].map((sound) => `name:${one.villageCode}:${one.birthDate}:${sound}`),
];

type Mergeable = Pick<Resident, "id" | "nik" | "mergedIntoId" | "createdById">;

/**
 * Who may say that two records are one person: nobody about a record that they entered themselves. The one
 * with a NIK is kept, and a record that went into another can neither keep nor go again.
 * @throws forbidden RESIDENT_MERGE_OWN; conflict RESIDENT_MERGE_NOT_NOW; invalid RESIDENT_KEEP_NIK
 */
export const requireMergeable = (
  kept: Mergeable,
  merged: Mergeable & { readonly carries: number },
  deciderId: string,
): void => {
  if ([kept.createdById, merged.createdById].includes(deciderId))
    throw new DomainError("forbidden", "RESIDENT_MERGE_OWN");
  if (kept.mergedIntoId !== null || merged.mergedIntoId !== null || merged.carries > 0)
    throw new DomainError("conflict", "RESIDENT_MERGE_NOT_NOW");
  if (kept.nik === null && merged.nik !== null)
    throw new DomainError("invalid", "RESIDENT_KEEP_NIK", { field: "keptId" });
};
