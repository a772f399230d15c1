import type { Zone } from "./zone";

const western = "11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 61 62";
const central = "51 52 53 63 64 65 71 72 73 74 75 76";
const eastern = "81 82 91 92 93 94 95 96";

const zoneByProvince: ReadonlyMap<string, Zone> = new Map([
  ...western.split(" ").map((code) => [code, "WIB"] as const),
  ...central.split(" ").map((code) => [code, "WITA"] as const),
  ...eastern.split(" ").map((code) => [code, "WIT"] as const),
]);

/**
 * The zone of a province by its two-digit Kemendagri code ("63" -> WITA); a longer area code is
 * read by its first two digits. Null for a province that does not exist.
 */
export const zoneOfProvince = (code: string): Zone | null =>
  zoneByProvince.get(code.slice(0, 2)) ?? null;
