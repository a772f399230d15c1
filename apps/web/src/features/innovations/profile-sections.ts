import {
  iidStages,
  initiatorTypes,
  innovationForms,
  innovationKinds,
} from "@rembuk/domain/innovations/model";
import { readNumbered, sectionOf } from "@rembuk/domain/innovations/proposal";
import type { InnovationProfile } from "./innovation-data";

type Field = Exclude<keyof InnovationProfile, "written">;

/** What is edited together, in the order of the form. */
export const profileSections = {
  identity: [
    ...(["name", "agency", "iidStage", "form", "kind", "initiatorType"] as const),
    ...(["initiatorName", "startedOn", "developedOn"] as const),
  ],
  report: ["design", "purpose", "benefit", "outcome"],
  proposal: [
    ...(["legalBasis", "problems", "strategicIssues", "methods", "before"] as const),
    ...(["after", "strengths", "steps", "cover"] as const),
  ],
  idea: ["idea"],
} as const satisfies Readonly<Record<string, readonly Field[]>>;
export type ProfileSection = keyof typeof profileSections;
export type ProfileField = (typeof profileSections)[ProfileSection][number];

/** Fields that are chosen; blank stays open. */
export const choicesOf = {
  iidStage: iidStages,
  form: innovationForms,
  kind: innovationKinds,
  initiatorType: initiatorTypes,
} as const;
export const isChoice = (field: string): field is keyof typeof choicesOf => field in choicesOf;
export const isDay = (field: string): field is "startedOn" | "developedOn" =>
  field === "startedOn" || field === "developedOn";
export const isNumbered = (field: string): field is "problems" | "steps" =>
  field === "problems" || field === "steps";
const lines: readonly string[] = ["name", "agency", "initiatorName"];
export const isLine = (field: string): boolean => lines.includes(field);

/** A field as it is typed. */
export const typedOf = (profile: InnovationProfile, field: ProfileField): string => {
  if (isNumbered(field)) return sectionOf(profile, field);
  return profile[field] ?? "";
};

/** What was typed, as the profile keeps it. */
export const profileOf = (
  typed: Readonly<Partial<Record<ProfileField, string>>>,
): Partial<InnovationProfile> =>
  Object.fromEntries(
    Object.entries(typed).map(([field, text]) => {
      if (isNumbered(field)) return [field, readNumbered(text.trim())];
      if (isChoice(field) || isDay(field)) return [field, text === "" ? null : text];
      return [field, text.trim()];
    }),
  ) as Partial<InnovationProfile>;
