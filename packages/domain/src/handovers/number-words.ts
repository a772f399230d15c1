import { officeDate } from "../letters/office-date";

const ones = [
  ...["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"],
  ...["sepuluh", "sebelas"],
];

const join = (head: string, rest: number): string =>
  rest === 0 ? head : `${head} ${numberInWords(rest)}`;

/** A whole number as it is read: 2026 -> "dua ribu dua puluh enam". @param value 0 to 999,999 */
export const numberInWords = (value: number): string => {
  if (value < 12) return ones[value] ?? "";
  if (value < 20) return `${ones[value - 10]} belas`;
  if (value < 100) return join(`${ones[Math.floor(value / 10)]} puluh`, value % 10);
  if (value < 200) return join("seratus", value - 100);
  if (value < 1000) return join(`${ones[Math.floor(value / 100)]} ratus`, value % 100);
  if (value < 2000) return join("seribu", value - 1000);
  return join(`${numberInWords(Math.floor(value / 1000))} ribu`, value % 1000);
};

const weekdays = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];

/** As a berita acara has it: "Kamis, tanggal dua puluh enam, bulan November, tahun dua ribu dua puluh enam". */
export const dayInWords = (at: Date, zone: string): string => {
  const { day, words, year } = officeDate(at, zone);
  const weekday = weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? "";
  const [, month = ""] = words.split(" ");
  const inMonth = numberInWords(Number(day.slice(8)));
  return `${weekday}, tanggal ${inMonth}, bulan ${month}, tahun ${numberInWords(year)}`;
};
