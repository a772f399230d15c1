import { z } from "zod";
import { type LocalDate, readLocalDate } from "../calendars/local-date";

const DEMO_PREFIX = "9999";
const WOMEN_ADD_TO_DAY = 40;

export const nikSchema = z
  .string()
  .regex(/^\d{16}$/)
  .brand<"Nik">();
export type Nik = z.infer<typeof nikSchema>;

export const familyCardNumberSchema = z
  .string()
  .regex(/^\d{16}$/)
  .brand<"FamilyCardNumber">();
export type FamilyCardNumber = z.infer<typeof familyCardNumberSchema>;

/** NIK_DEMO: the prefix 9999 belongs to no province and is taken in demo mode alone. */
export type NikError = "NIK_LENGTH" | "NIK_DATE" | "NIK_SERIAL" | "NIK_DEMO";
/** Reasons to look again, never to refuse: people move, regencies split, clerks mistype. */
export type NikWarning =
  | "NIK_AREA_UNKNOWN"
  | "NIK_AREA_FOREIGN"
  | "NIK_BIRTH_DATE_DIFFERS"
  | "NIK_SEX_DIFFERS";
export type FamilyCardError = "KK_LENGTH" | "KK_DATE" | "KK_SERIAL" | "KK_DEMO";

export type Sex = "male" | "female";

export interface NikOptions {
  /** Decides the century of a two-digit year. */
  readonly today: LocalDate;
  readonly demo?: boolean;
  /** Whether "63.11.02" is a known kecamatan; without it no area is called unknown. */
  readonly isKnownSubdistrict?: (code: string) => boolean;
  /** Where the person lives, to be compared with the place of first registration. */
  readonly subdistrictCode?: string;
  /** As the person says, to be compared. */
  readonly birthDate?: LocalDate | null;
  readonly sex?: Sex | null;
}

export type ParsedNik =
  | {
      readonly ok: true;
      readonly nik: Nik;
      /** The kecamatan of first registration, with dots. */
      readonly areaCode: string;
      /** The century is a guess (the latest one possible): ask for the birth date. */
      readonly birthDate: LocalDate;
      readonly sex: Sex;
      readonly warnings: readonly NikWarning[];
    }
  | { readonly ok: false; readonly errors: readonly NikError[] };

/**
 * Reads a NIK: kecamatan of first registration (PPKKCC), birth date (DDMMYY, women DD + 40), serial
 * 0001-9999. Spaces, dots and dashes are dropped. A right form proves nothing about the person:
 * label it "Format sesuai, belum diverifikasi Dukcapil".
 */
export function parseNik(input: string, options: NikOptions): ParsedNik {
  const digits = compactDigits(input);
  if (!digits) return { ok: false, errors: ["NIK_LENGTH"] };
  const day = Number(digits.slice(6, 8));
  const sex: Sex = day > WOMEN_ADD_TO_DAY ? "female" : "male";
  const dayOfMonth = sex === "female" ? day - WOMEN_ADD_TO_DAY : day;
  const birthDate = dateOf(dayOfMonth, digits.slice(8, 12), options.today);
  const errors: NikError[] = [];
  if (!options.demo && digits.startsWith(DEMO_PREFIX)) errors.push("NIK_DEMO");
  if (!birthDate) errors.push("NIK_DATE");
  if (digits.endsWith("0000")) errors.push("NIK_SERIAL");
  if (!birthDate || errors.length > 0) return { ok: false, errors };
  const areaCode = areaCodeOf(digits);
  const warnings = [
    // A demonstration NIK lies nowhere on purpose.
    ...(digits.startsWith(DEMO_PREFIX) ? [] : areaWarnings(areaCode, options)),
    ...personWarnings(birthDate, sex, options),
  ];
  return { ok: true, nik: digits as Nik, areaCode, birthDate, sex, warnings };
}

/** True when a birth date fits the NIK's: day, month and the two digits of the year. */
export const matchesBirthDate = (fromNik: LocalDate, given: LocalDate): boolean =>
  fromNik.slice(2) === given.slice(2);

export type ParsedFamilyCardNumber =
  | {
      readonly ok: true;
      readonly number: FamilyCardNumber;
      readonly areaCode: string;
      readonly issuedOn: LocalDate;
    }
  | { readonly ok: false; readonly errors: readonly FamilyCardError[] };

/** Reads a No. KK: kecamatan (PPKKCC), date of issue (DDMMYY), serial 0001-9999. */
export function parseFamilyCardNumber(
  input: string,
  options: Pick<NikOptions, "today" | "demo">,
): ParsedFamilyCardNumber {
  const digits = compactDigits(input);
  if (!digits) return { ok: false, errors: ["KK_LENGTH"] };
  const issuedOn = dateOf(Number(digits.slice(6, 8)), digits.slice(8, 12), options.today);
  const errors: FamilyCardError[] = [];
  if (!options.demo && digits.startsWith(DEMO_PREFIX)) errors.push("KK_DEMO");
  if (!issuedOn) errors.push("KK_DATE");
  if (digits.endsWith("0000")) errors.push("KK_SERIAL");
  if (!issuedOn || errors.length > 0) return { ok: false, errors };
  return { ok: true, number: digits as FamilyCardNumber, areaCode: areaCodeOf(digits), issuedOn };
}

function compactDigits(input: string): string | null {
  const compact = input.replace(/[\s.-]/g, "");
  return /^\d{16}$/.test(compact) ? compact : null;
}

const areaCodeOf = (digits: string): string =>
  `${digits.slice(0, 2)}.${digits.slice(2, 4)}.${digits.slice(4, 6)}`;

/** The latest existing date, not after today, that a day and MMYY can mean. */
function dateOf(day: number, monthAndYear: string, today: LocalDate): LocalDate | null {
  const month = monthAndYear.slice(0, 2);
  const year = monthAndYear.slice(2);
  const dayText = String(day).padStart(2, "0");
  for (const century of ["20", "19"]) {
    const date = readLocalDate(`${century}${year}-${month}-${dayText}`);
    if (date !== null && date <= today) return date;
  }
  return null;
}

function areaWarnings(areaCode: string, options: NikOptions): readonly NikWarning[] {
  const { isKnownSubdistrict, subdistrictCode } = options;
  if (isKnownSubdistrict && !isKnownSubdistrict(areaCode)) return ["NIK_AREA_UNKNOWN"];
  const isHome = subdistrictCode === undefined || subdistrictCode === areaCode;
  return isHome ? [] : ["NIK_AREA_FOREIGN"];
}

function personWarnings(birthDate: LocalDate, sex: Sex, given: NikOptions): readonly NikWarning[] {
  const warnings: NikWarning[] = [];
  if (given.birthDate && !matchesBirthDate(birthDate, given.birthDate)) {
    warnings.push("NIK_BIRTH_DATE_DIFFERS");
  }
  if (given.sex && given.sex !== sex) warnings.push("NIK_SEX_DIFFERS");
  return warnings;
}
