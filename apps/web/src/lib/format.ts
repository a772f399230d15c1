/** The three zones of Indonesia; none has summer time. */
export type Zone = "WIB" | "WITA" | "WIT";
export type Language = "id" | "en";

const IANA: Record<Zone, string> = {
  WIB: "Asia/Jakarta",
  WITA: "Asia/Makassar",
  WIT: "Asia/Jayapura",
};
const TAG: Record<Language, string> = { id: "id-ID", en: "en-GB" };

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs more than using it a hundred times. */
function formatter(
  language: Language,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const fresh = new Intl.DateTimeFormat(TAG[language], { ...options, timeZone });
  formatters.set(key, fresh);
  return fresh;
}

type Part = "weekday" | "day" | "month" | "year" | "hour" | "minute";

/** The parts by name: browsers differ in how they join them, not in the parts. */
function partsOf(format: Intl.DateTimeFormat, date: Date): Record<Part, string> {
  const parts = { weekday: "", day: "", month: "", year: "", hour: "", minute: "" };
  for (const { type, value } of format.formatToParts(date)) {
    if (type in parts) parts[type as Part] = value;
  }
  return parts;
}

const LONG = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
const SHORT = { weekday: "short", day: "numeric", month: "short", year: "numeric" } as const;
const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** "Sabtu, 21 November 2026" */
export function longDate(date: Date, zone: Zone, language: Language): string {
  const p = partsOf(formatter(language, IANA[zone], LONG), date);
  return `${p.weekday}, ${p.day} ${p.month} ${p.year}`;
}

/** "26 Nov 2026" */
export function shortDate(date: Date, zone: Zone, language: Language): string {
  const p = partsOf(formatter(language, IANA[zone], SHORT), date);
  return `${p.day} ${shortMonth(p.month)} ${p.year}`;
}

/** "Kam, 26 Nov 2026", for narrow panes. */
export function narrowDate(date: Date, zone: Zone, language: Language): string {
  const p = partsOf(formatter(language, IANA[zone], SHORT), date);
  return `${p.weekday.slice(0, 3)}, ${p.day} ${shortMonth(p.month)} ${p.year}`;
}

/** British English writes "Sept"; three letters keep columns even. */
const shortMonth = (month: string): string => month.replace(".", "").slice(0, 3);

/** "14.30", in English "14:30" */
export function clockTime(date: Date, zone: Zone, language: Language): string {
  const p = partsOf(formatter(language, IANA[zone], TIME), date);
  return language === "id" ? `${p.hour}.${p.minute}` : `${p.hour}:${p.minute}`;
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

/** A day without time, "2026-11-26": 03:00 UTC is before noon of that day in all three zones. */
export const dayOf = (plain: string): Date => new Date(`${plain}T03:00:00Z`);

/** "1.234,56" with at most two decimals. */
export function number(value: number, language: Language): string {
  return new Intl.NumberFormat(TAG[language], { maximumFractionDigits: 2 }).format(value);
}

/** "Rp1.250.000": whole rupiah, no space, a true minus before it. */
export function rupiah(value: number, language: Language): string {
  const amount = new Intl.NumberFormat(TAG[language], { maximumFractionDigits: 0 });
  return `${value < 0 ? "−" : ""}Rp${amount.format(Math.abs(value))}`;
}
