const hours: Record<string, number> = { WIB: 7, WITA: 8, WIT: 9 };
const months = [
  ...["Januari", "Februari", "Maret", "April", "Mei", "Juni"],
  ...["Juli", "Agustus", "September", "Oktober", "November", "Desember"],
];

/** The day on the wall of an office: "22 November 2026". @param zone WIB, WITA or WIT */
export const officeDate = (
  at: Date,
  zone: string,
): {
  readonly year: number;
  readonly month: number;
  /** "2026-11-22" */
  readonly day: string;
  readonly words: string;
} => {
  const wall = new Date(at.getTime() + (hours[zone] ?? 7) * 3_600_000);
  const year = wall.getUTCFullYear();
  const month = wall.getUTCMonth() + 1;
  const day = wall.toISOString().slice(0, 10);
  return { year, month, day, words: `${wall.getUTCDate()} ${months[month - 1] ?? ""} ${year}` };
};
