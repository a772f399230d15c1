import { parsePhone } from "@rembuk/domain/beneficiaries/phone";
import type { AreaSummary, OfficeSummary } from "@rembuk/services/areas/queries";
import type { CategoryOption } from "@rembuk/services/cases/option-queries";
import type { ReportAsCitizenCommand } from "@rembuk/services/cases/report-as-citizen";

export const relations = ["self", "family", "neighbour", "assisted"] as const;
export type Relation = (typeof relations)[number];

/** Whose office is complained of: nobody's, the village's where it happened, or the kecamatan's. */
export const complained = ["nobody", "village", "subdistrict"] as const;
export type Complained = (typeof complained)[number];

/** What a citizen typed so far; kept through every error. */
export interface ReportEntry {
  readonly villageCode: string;
  readonly categoryCode: string;
  readonly story: string;
  readonly relation: Relation;
  readonly about: Complained;
  readonly anonymous: boolean;
  readonly name: string;
  readonly phone: string;
}

/** Names of the form's fields, which are the ids that the summary of errors leads to. */
export type ReportField = "desa" | "jenis" | "cerita" | "nama" | "telepon";

export const emptyReport: ReportEntry = {
  villageCode: "",
  categoryCode: "",
  story: "",
  relation: "self",
  about: "nobody",
  anonymous: false,
  name: "",
  phone: "",
};

const LONGEST_STORY = 4000;

/** The entry of a posted form; each field cut to what the form lets one type. */
export function readReport(field: (name: string) => string): ReportEntry {
  const asked = field("untuk");
  const about = field("terlapor");
  return {
    villageCode: field("desa").slice(0, 13),
    categoryCode: field("jenis").slice(0, 24),
    // A browser sends two characters for a new line.
    story: field("cerita").replace(/\r\n?/g, "\n").slice(0, LONGEST_STORY),
    relation: relations.find((one) => one === asked) ?? "self",
    about: complained.find((one) => one === about) ?? "nobody",
    anonymous: field("anonim") === "ya",
    name: field("nama").slice(0, 120),
    phone: field("telepon").slice(0, 24),
  };
}

/** What the page offers in one kecamatan. */
export interface ReportPlace {
  readonly office: OfficeSummary;
  readonly villages: readonly AreaSummary[];
  readonly categories: readonly CategoryOption[];
}

/** What must be put right, in the order of the form. */
export function reportProblems(entry: ReportEntry, place: ReportPlace): readonly ReportField[] {
  const found: ReportField[] = [];
  if (!place.villages.some(({ code }) => code === entry.villageCode)) found.push("desa");
  if (!place.categories.some(({ code }) => code === entry.categoryCode)) found.push("jenis");
  if (entry.story.trim().length < 5) found.push("cerita");
  if (!entry.anonymous && entry.name.trim() === "") found.push("nama");
  if (entry.phone.trim() !== "" && !parsePhone(entry.phone).ok) found.push("telepon");
  return found;
}

/** @param relationWords in Indonesian whatever the page's language: officers read it */
export const reportCommand = (
  entry: ReportEntry,
  clientActionId: string,
  relationWords: string,
): ReportAsCitizenCommand => ({
  clientActionId,
  villageCode: entry.villageCode,
  categoryCode: entry.categoryCode,
  story: entry.story.trim(),
  name: entry.name.trim(),
  phone: entry.phone.trim(),
  anonymous: entry.anonymous,
  relation: entry.relation === "self" ? null : relationWords,
  about: entry.about === "nobody" ? null : entry.about,
});
