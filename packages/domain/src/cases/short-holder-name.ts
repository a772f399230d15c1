/** Longer names give way to their code where a row has no room. */
const ROOM = 20;

const capital = (word: string): string => word.charAt(0) + word.slice(1).toLowerCase();

/** Codes of up to four letters are abbreviations (PMD, DPMD, BPBD); longer ones are words. */
const readable = (code: string): string =>
  code
    .split("_")
    .map((word) => (word.length <= 4 ? word : capital(word)))
    .join(" ");

/** Keys of a partner (`org:…`) or of a kecamatan (`63.11.07`) say nothing to a reader. */
const isWord = (code: string): boolean => /^[A-Z][A-Z0-9_]*$/.test(code);

/**
 * A section or sector in few letters: "Kasi PMD" of KASI_PMD, "DPMD" of Dinas Pemberdayaan
 * Masyarakat dan Desa, "Puskesmas" as it is; a partner and a kecamatan by their whole name.
 */
export function shortHolderName(code: string, name: string | null): string {
  if (code.startsWith("KASI_")) return `Kasi ${readable(code.slice(5))}`;
  if (code === "SEKCAM") return "Sekcam";
  if (name !== null && (name.length <= ROOM || !isWord(code))) return name;
  return code.includes("_") ? readable(code) : code.length <= 6 ? code : capital(code);
}
