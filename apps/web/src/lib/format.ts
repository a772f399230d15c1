import type { Zone } from "@rembuk/domain/calendars/zone";

export type { Zone };
export type Language = "id" | "en";

/*
 * By arithmetic: three fixed zones and the names of days and months are all that a date needs, and a browser's
 * own formatter costs a cheap phone longer to make than a screen of dates costs to write. Held to Intl by test.
 */
const words = (list: string): readonly string[] => list.split(" ");
const NAMES: Record<Language, { days: readonly string[]; months: readonly string[] }> = {
  id: {
    days: words("Minggu Senin Selasa Rabu Kamis Jumat Sabtu"),
    months: words(
      "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    ),
  },
  en: {
    days: words("Sunday Monday Tuesday Wednesday Thursday Friday Saturday"),
    months: words(
      "January February March April May June July August September October November December",
    ),
  },
};

/** Hours before UTC; those of the domain, whose module a first load need not wait for (held to it by test). */
export const HOURS: Readonly<Record<Zone, number>> = { WIB: 7, WITA: 8, WIT: 9 };

/** An instant as its zone writes it, read by the UTC getters. */
const inZone = (date: Date, zone: Zone): Date => new Date(date.getTime() + HOURS[zone] * 3_600_000);

const nameOf = (names: readonly string[], at: number): string => names[at] ?? "";

/** Three letters keep columns even ("Sep", where British English writes "Sept"). */
const short = (name: string): string => name.slice(0, 3);

/** "Sabtu, 21 November 2026" */
export function longDate(date: Date, zone: Zone, language: Language): string {
  const local = inZone(date, zone);
  const { days, months } = NAMES[language];
  const day = nameOf(days, local.getUTCDay());
  const month = nameOf(months, local.getUTCMonth());
  return `${day}, ${local.getUTCDate()} ${month} ${local.getUTCFullYear()}`;
}

/** "26 Nov 2026" */
export function shortDate(date: Date, zone: Zone, language: Language): string {
  const local = inZone(date, zone);
  const month = short(nameOf(NAMES[language].months, local.getUTCMonth()));
  return `${local.getUTCDate()} ${month} ${local.getUTCFullYear()}`;
}

/** "Kam, 26 Nov 2026", for narrow panes. */
export function narrowDate(date: Date, zone: Zone, language: Language): string {
  return `${shortDay(date, zone, language)}, ${shortDate(date, zone, language)}`;
}

/** "Kam" */
export function shortDay(date: Date, zone: Zone, language: Language): string {
  return short(nameOf(NAMES[language].days, inZone(date, zone).getUTCDay()));
}

const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** "14.30", in English "14:30" */
export function clockTime(date: Date, zone: Zone, language: Language): string {
  const local = inZone(date, zone);
  const mark = language === "id" ? "." : ":";
  return `${twoDigits(local.getUTCHours())}${mark}${twoDigits(local.getUTCMinutes())}`;
}

/** "Sabtu, 21 November 2026 pukul 14.30 WITA", in English "Saturday, 21 November 2026, 14:30 WITA" */
export function longDateTime(date: Date, zone: Zone, language: Language): string {
  const day = longDate(date, zone, language);
  const time = `${clockTime(date, zone, language)} ${zone}`;
  return language === "id" ? `${day} pukul ${time}` : `${day}, ${time}`;
}

/** "18 Nov 2026, 15.40" */
export function shortDateTime(date: Date, zone: Zone, language: Language): string {
  return `${shortDate(date, zone, language)}, ${clockTime(date, zone, language)}`;
}

/** "November", "Nov". `month`: 1 to 12. */
export function monthNames(month: number, language: Language): { long: string; short: string } {
  const long = nameOf(NAMES[language].months, month - 1);
  return { long, short: short(long) };
}

/** A day without time, "2026-11-26": 03:00 UTC is before noon of that day in all three zones. */
export const dayOf = (plain: string): Date => new Date(`${plain}T03:00:00Z`);

/** "1.234,56" with at most two decimals. */
export function number(value: number, language: Language): string {
  const [whole = "", decimals] = String(Math.round(Math.abs(value) * 100) / 100).split(".");
  const [thousands, point] = language === "id" ? [".", ","] : [",", "."];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, thousands);
  return (value < 0 ? "-" : "") + grouped + (decimals ? point + decimals : "");
}
