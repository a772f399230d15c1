import type { InnovationProfile, NumberedText } from "./model";

/** Headings of *Profil/Proposal Inovasi* (seed 004) in its order, and how else they are written. */
const headings = {
  legalBasis: ["DASAR HUKUM"],
  problems: ["PERMASALAHAN"],
  strategicIssues: ["ISU STRATEGIS"],
  methods: ["METODE PEMBAHARUAN", "METODE PEMBARUAN"],
  before: ["UPAYA YANG DILAKUKAN SEBELUM INOVASI"],
  after: ["UPAYA YANG DILAKUKAN SETELAH INOVASI", "UPAYA YANG DILAKUKAN SESUDAH INOVASI"],
  strengths: ["KEUNGGULAN / KEBAHARUAN", "KEUNGGULAN / KEBARUAN"],
  steps: ["TAHAPAN INOVASI"],
  purpose: ["TUJUAN INOVASI"],
  benefit: ["MANFAAT INOVASI"],
  outcome: ["HASIL INOVASI"],
} as const satisfies Partial<Record<keyof InnovationProfile, readonly string[]>>;
export type ProposalKey = keyof typeof headings;
export const proposalKeys = Object.keys(headings) as readonly ProposalKey[];
export const proposalHeadings = Object.fromEntries(
  proposalKeys.map((key) => [key, headings[key][0]]),
) as Readonly<Record<ProposalKey, string>>;

/** Sections whose parts are numbered, and how seed 004 numbers them. */
const numbered = {
  problems: (place: number) => `- ${place}) `,
  steps: (place: number) => `${place}. `,
} as const;
const isNumbered = (key: ProposalKey): key is keyof typeof numbered => key in numbered;

export interface ReadProposal {
  /** What stands before the first heading. */
  readonly cover: string;
  readonly sections: Readonly<Partial<Record<ProposalKey, string>>>;
  readonly missing: readonly ProposalKey[];
  readonly doubled: readonly ProposalKey[];
}

const headingPattern = (heading: string): string =>
  heading
    .split(" / ")
    .map((part) => part.split(" ").join("\\s+"))
    .join("\\s*/\\s*");

const anyHeading = new RegExp(
  `^(?:[^\\S\\n]|[#*])*(?:[A-Z0-9]{1,3}[.)]\\s*)?(?:${proposalKeys
    .map((key) => `(?<${key}>${headings[key].map(headingPattern).join("|")})`)
    .join("|")})(?:[^\\S\\n]|[:*])*$`,
  "gimu",
);

/** Reads a pasted proposal by its headings. Nothing is lost: what has no heading is the cover or part of a section. */
export const readProposal = (pasted: string): ReadProposal => {
  const text = pasted.replace(/^\ufeff/u, "").replace(/\r\n?/gu, "\n");
  const hits = [...text.matchAll(anyHeading)];
  const sections: Partial<Record<ProposalKey, string>> = {};
  const doubled: ProposalKey[] = [];
  hits.forEach((hit, at) => {
    const key = proposalKeys.find((one) => hit.groups?.[one] !== undefined);
    if (!key) return;
    const value = text.slice(hit.index + hit[0].length, hits[at + 1]?.index ?? text.length).trim();
    const before = sections[key];
    if (before === undefined) sections[key] = value;
    else {
      doubled.push(key);
      sections[key] = [before, value].filter(Boolean).join("\n\n");
    }
  });
  return {
    ...{ sections, doubled, cover: text.slice(0, hits[0]?.index ?? text.length).trim() },
    missing: proposalKeys.filter((key) => sections[key] === undefined),
  };
};

/** "1. …", "- 2) …": numbers that follow each other from one; any other number is text. */
export const readNumbered = (text: string): NumberedText => {
  const parts: string[][] = [[]];
  for (const line of text.split("\n")) {
    const marker = /^\s*(?:[-•*]\s*)?(\d{1,2})[.)]\s+(\S.*)$/u.exec(line);
    if (marker && Number(marker[1]) === parts.length) parts.push([marker[2] ?? ""]);
    else parts.at(-1)?.push(line);
  }
  const [intro = "", ...items] = parts.map((lines) => lines.join("\n").trim());
  return { intro, items };
};

const writeNumbered = (key: keyof typeof numbered, { intro, items }: NumberedText): string =>
  [intro, ...items.map((item, at) => `${numbered[key](at + 1)}${item}`)]
    .filter((part) => part !== "")
    .join("\n\n");

/** The innovation's name as the page after the cover has it. */
const nameIn = (cover: string): string => {
  const after = /PROFIL\s+INOVASI(?:\s+DAERAH)?\s*\n([\s\S]*?)(?:\n\s*RANCANG\s+BANGUN|$)/iu.exec(
    cover,
  );
  return (after?.[1] ?? "").split(/\s+/u).join(" ").trim();
};

/** The profile with what a proposal says; sections that it has not stay as they were. */
export const withProposal = (
  profile: InnovationProfile,
  { cover, sections }: ReadProposal,
): InnovationProfile => {
  const said = Object.fromEntries(
    proposalKeys.flatMap((key) => {
      const text = sections[key];
      if (text === undefined) return [];
      return [[key, isNumbered(key) ? readNumbered(text) : text]];
    }),
  ) as Partial<InnovationProfile>;
  return {
    ...profile,
    ...said,
    cover: cover || profile.cover,
    name: profile.name || nameIn(cover),
  };
};

/** The text of one section. */
export const sectionOf = (profile: InnovationProfile, key: ProposalKey): string =>
  isNumbered(key) ? writeNumbered(key, profile[key]) : profile[key];

/** The proposal as text, in the order of its headings. */
export const writeProposal = (profile: InnovationProfile): string =>
  [
    profile.cover,
    ...proposalKeys.map((key) =>
      [proposalHeadings[key], sectionOf(profile, key)].join("\n\n").trim(),
    ),
  ]
    .filter((part) => part !== "")
    .join("\n\n");

/** Is a pasted text a proposal rather than a report? By its headings. */
export const looksLikeProposal = (pasted: string): boolean =>
  readProposal(pasted).missing.length < proposalKeys.length / 2;
