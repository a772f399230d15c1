const DOT = "•";
const STARS = "***";
const MOST_LETTERS_SHOWN = 4;

/** A mark behind a name is no part of it: "Rusmiati (fiktif)". */
const withoutMark = (name: string): string => name.replace(/\s*\([^)]*\)\s*$/, "");

/**
 * A name for eyes that may only recognise it: "Siti Aminah" -> "Siti A***", however many words
 * follow. Of a single word at most half and four letters stay: "Salasiah" -> "Sala***".
 */
export function maskName(name: string): string {
  const [first = "", second] = withoutMark(name).trim().split(/\s+/);
  if (second !== undefined) return `${first} ${[...second][0] ?? ""}${STARS}`;
  const letters = [...first];
  const shown = Math.min(MOST_LETTERS_SHOWN, Math.ceil(letters.length / 2));
  return `${letters.slice(0, shown).join("")}${STARS}`;
}

/** "9999011704860412" -> "9999••••••••0412"; what has not 16 digits is hidden whole. */
export const maskNik = (nik: string): string =>
  /^\d{16}$/.test(nik) ? `${nik.slice(0, 4)}${DOT.repeat(8)}${nik.slice(-4)}` : DOT.repeat(16);

/** "+6286000000112" -> "0860-••••-••12": the operator and two digits, enough to tell two apart. */
export function maskPhone(phone: string): string {
  const digits = /^\+62(\d{8,11})$/.exec(phone)?.[1];
  if (!digits) return DOT.repeat(8);
  return `0${digits.slice(0, 3)}-${DOT.repeat(4)}-${DOT.repeat(2)}${digits.slice(-2)}`;
}
