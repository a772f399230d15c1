import { DomainError } from "../kernel/errors";

const romanMonths = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
const placeholders = ["nomor", "tahun", "bulan", "bulan_romawi", "kode"];

/** 400.10/12/KEC-PRS/2026 until an office sets its own. */
export const defaultNumberFormat = "400.10/{nomor}/KEC-{kode}/{tahun}";

/** What may stand in a format, in the order in which screens offer it. */
export const formatTokens: readonly string[] = placeholders.map((name) => `{${name}}`);

/** True for a format that names every letter of a year differently. */
export const isSoundFormat = (format: string): boolean => {
  const used = [...format.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? "");
  return (
    used.includes("nomor") &&
    used.includes("tahun") &&
    used.every((name) => placeholders.includes(name)) &&
    /^[\p{L}\p{N} ./\-_]+$/u.test(format.replaceAll(/\{[^}]*\}/g, "0"))
  );
};

/**
 * Checks a format before it is saved: number and year must be in it, or two letters could be called
 * the same. @throws invalid LETTER_FORMAT_INVALID
 */
export const requireNumberFormat = (format: string): string => {
  if (!isSoundFormat(format)) throw new DomainError("invalid", "LETTER_FORMAT_INVALID");
  return format;
};

/** @param month 1-12, @param code letters of the office (PRS) */
export const letterNumber = (
  format: string,
  parts: {
    readonly serial: number;
    readonly year: number;
    readonly month: number;
    readonly code: string;
  },
): string => {
  const values: Record<string, string> = {
    nomor: String(parts.serial),
    tahun: String(parts.year),
    bulan: String(parts.month).padStart(2, "0"),
    bulan_romawi: romanMonths[parts.month - 1] ?? "",
    kode: parts.code,
  };
  return format.replaceAll(/\{([^}]*)\}/g, (_, name: string) => values[name] ?? "");
};
