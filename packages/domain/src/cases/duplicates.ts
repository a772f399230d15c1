import type { Case, CaseStatus } from "./model";
import { isOpen } from "./model";

/** A report as it is being taken down, or one that stands already; words as they were told. */
export interface ReportTraits {
  readonly villageCode: string;
  /** Null while it is not chosen yet. */
  readonly categoryCode: string | null;
  readonly title: string;
  readonly description: string;
}

export interface CandidateTraits extends ReportTraits {
  /** Same NIK or phone, or the same name: found by blind index, never by reading. */
  readonly isSamePerson: boolean;
}

/** Why two reports may be about one matter. */
export interface Likeness {
  /** 0-100; from `hintThreshold` on it is worth a hint. */
  readonly score: number;
  readonly sameVillage: boolean;
  readonly category: "same" | "sibling" | "other";
  /** Words of both, as the first one writes them, in lower case. */
  readonly words: readonly string[];
  readonly samePerson: boolean;
}

export const hintThreshold = 45;
export const mostHints = 5;
/** A settled case older than this is another matter. */
export const hintDays = 90;

/** Words that stand in every report. */
const emptyWords = new Set(
  `ada adalah akan agar anda atas atau bagi bahwa banyak baru belum bisa dalam dan dapat dari dengan
  di dia hari hanya ini itu jadi jangan juga kami kalau karena kasus ke kepada kita lagi lalu lebih
  mereka minta mohon namun oleh pada para perlu pernah saat saja sampai sangat saya sebagai sebuah
  sejak selama semua seperti serta setelah sudah supaya tahun tanpa telah tersebut tetapi tidak untuk
  warga yang desa kelurahan kecamatan masih secara orang bapak ibu mau`.split(/\s+/),
);

/** Endings and beginnings that Indonesian hangs on a word; crude, so only long words lose them. */
const bare = (word: string): string => {
  const tail = word.replace(/(?:nya|lah|kah)$/, "").replace(/(?:kan|an)$/, "");
  const shorter = tail.length >= 4 ? tail : word;
  const head = shorter.replace(/^(?:ber|ter|di|per|se)/, "");
  return head.length >= 4 ? head : shorter;
};

/** The words that tell a report from another, once each: bare -> as it was written. */
export const tellingWords = (text: string): ReadonlyMap<string, string> => {
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3 && !emptyWords.has(word));
  const found = new Map<string, string>();
  // The first writing of a word stays.
  for (const word of words) if (!found.has(bare(word))) found.set(bare(word), word);
  return found;
};

/** "VIL-LPM" and "VIL-FIN" are siblings: one family of the routing table. */
const familyOf = (code: string): string => code.split("-")[0] ?? code;

const categoryLikeness = (a: string | null, b: string | null): Likeness["category"] => {
  if (a === null || b === null) return "other";
  if (a === b) return "same";
  return familyOf(a) === familyOf(b) ? "sibling" : "other";
};

const wordsOf = (report: ReportTraits): ReadonlyMap<string, string> =>
  tellingWords(`${report.title} ${report.description}`);

/** How much of the shorter text the other one says too: 0-1; three words at the least count as a text. */
const overlap = (shared: number, a: number, b: number): number =>
  shared / Math.max(3, Math.min(a, b));

/** How alike two reports are: place, category, words, person. */
export const likenessOf = (report: ReportTraits, other: CandidateTraits): Likeness => {
  const mine = wordsOf(report);
  const theirs = wordsOf(other);
  const words = [...mine].filter(([word]) => theirs.has(word)).map(([, written]) => written);
  const sameVillage = report.villageCode === other.villageCode;
  const category = categoryLikeness(report.categoryCode, other.categoryCode);
  const byCategory = { same: 20, sibling: 10, other: 0 }[category];
  const byWords =
    words.length < 2 ? 0 : 45 * Math.min(1, overlap(words.length, mine.size, theirs.size));
  const score = (sameVillage ? 20 : 0) + byCategory + byWords + (other.isSamePerson ? 20 : 0);
  return {
    score: Math.min(100, Math.round(score)),
    sameVillage,
    category,
    words,
    samePerson: other.isSamePerson,
  };
};

/** Place and category alone are no hint: half of a village's reports share them. */
const isWorthTelling = (likeness: Likeness): boolean =>
  likeness.score >= hintThreshold && (likeness.words.length >= 2 || likeness.samePerson);

/** The candidates worth a hint, the most alike first. */
export const rankHints = <Candidate extends CandidateTraits>(
  report: ReportTraits,
  candidates: readonly Candidate[],
): readonly { readonly candidate: Candidate; readonly likeness: Likeness }[] =>
  candidates
    .map((candidate) => ({ candidate, likeness: likenessOf(report, candidate) }))
    .filter(({ likeness }) => isWorthTelling(likeness))
    .sort((a, b) => b.likeness.score - a.likeness.score)
    .slice(0, mostHints);

/** Cases that a report may be joined to, seen from their state alone. */
export const canTakeReports = (status: CaseStatus): boolean => isOpen(status);

/** A case as a candidate: what the comparison needs of it. */
export const traitsOf = (kase: Case): ReportTraits => ({
  villageCode: kase.villageCode,
  categoryCode: kase.categoryCode,
  title: kase.title,
  description: kase.description,
});
