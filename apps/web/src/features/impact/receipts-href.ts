import type { ReceiptsInput } from "@rembuk/domain/reports/impact";

type Figure = Pick<ReceiptsInput, "year" | "month" | "villageCode" | "programCode">;

/** The receipts behind a figure: "/dampak/penerimaan?tahun=2026&desa=63.11.02.2014". */
export const receiptsHref = ({ year, month, villageCode, programCode }: Figure): string => {
  const words = new URLSearchParams({ tahun: String(year) });
  if (month) words.set("bulan", String(month));
  if (villageCode) words.set("desa", villageCode);
  if (programCode !== undefined) words.set("program", programCode || "-");
  return `/dampak/penerimaan?${words}`;
};

const whole = (word: string | null, least: number, most: number): number | undefined => {
  const n = Number(word);
  return word !== null && Number.isInteger(n) && n >= least && n <= most ? n : undefined;
};

/** The figure of an address; the year now where it names none. */
export const parseReceipts = (words: URLSearchParams, now: number): Figure => {
  const village = words.get("desa");
  const program = words.get("program");
  return {
    year: whole(words.get("tahun"), 2015, 2100) ?? now,
    month: whole(words.get("bulan"), 1, 12),
    villageCode: village && /^\d{2}\.\d{2}\.\d{2}\.\d{4}$/.test(village) ? village : undefined,
    programCode: program === null ? undefined : program === "-" ? "" : program.slice(0, 31),
  };
};

export const parseYear = (words: URLSearchParams): number | undefined =>
  whole(words.get("tahun"), 2015, 2100);
