import type { RuleSettings } from "@rembuk/domain/cases/category-rules";
import { type PrivacyMode, privacyModes } from "@rembuk/domain/cases/model";
import type { RuleSettingsInput } from "@rembuk/domain/cases/rule-commands";
import { isSoundLine, linesOf, stepsOf, type TaskLine } from "./task-lines";

/** What is typed in the editor; "" and null: as inherited. */
export interface RuleEntry {
  readonly name: string;
  readonly leadSectorCode: string | null;
  readonly supportingSectorCodes: readonly string[] | null;
  readonly focalSectionCode: string;
  readonly verifyDays: string;
  readonly followUpDays: string;
  readonly resolutionDays: string;
  readonly emergencyHours: string;
  readonly privacy: string;
  readonly requiredEvidence: string;
  readonly tasks: readonly TaskLine[] | null;
}

export type RuleEntryField = keyof RuleEntry;
export const numberFields = [
  "verifyDays",
  "followUpDays",
  "resolutionDays",
  "emergencyHours",
] as const;
export type NumberField = (typeof numberFields)[number];

/** The longest that each limit may be, as the command has it. */
const most: Record<NumberField, number> = {
  verifyDays: 30,
  followUpDays: 60,
  resolutionDays: 250,
  emergencyHours: 72,
};

const text = (value: number | undefined): string => (value === undefined ? "" : String(value));

/** The area's own settings, as the form shows them. */
export const entryOf = (settings: RuleSettings): RuleEntry => ({
  name: settings.name ?? "",
  leadSectorCode: settings.leadSectorCode ?? null,
  supportingSectorCodes: settings.supportingSectorCodes ?? null,
  focalSectionCode: settings.focalSectionCode ?? "",
  verifyDays: text(settings.verifyDays),
  followUpDays: text(settings.followUpDays),
  resolutionDays: text(settings.resolutionDays),
  emergencyHours: text(settings.emergencyHours),
  privacy: settings.privacy ?? "",
  requiredEvidence: settings.requiredEvidence ?? "",
  tasks: settings.tasks ? linesOf(settings.tasks) : null,
});

/** Fields whose number is none, or beyond what is allowed. */
export const wrongNumbers = (entry: RuleEntry): readonly NumberField[] =>
  numberFields.filter((field) => {
    const typed = entry[field].trim();
    if (typed === "") return false;
    const value = Number(typed);
    return !(Number.isInteger(value) && value >= 1 && value <= most[field]);
  });

/** Every step says what and within how many days. */
export const hasSoundTasks = (entry: RuleEntry): boolean => entry.tasks?.every(isSoundLine) ?? true;

export const mostOf = (field: NumberField): number => most[field];

const numberOf = (typed: string): number | null => (typed.trim() === "" ? null : Number(typed));

/** The settings to try or save. Call it only without wrong numbers. */
export const settingsOf = (entry: RuleEntry): RuleSettingsInput => ({
  name: entry.name.trim() || null,
  leadSectorCode: entry.leadSectorCode,
  supportingSectorCodes: entry.supportingSectorCodes && [...entry.supportingSectorCodes],
  focalSectionCode: (entry.focalSectionCode || null) as RuleSettingsInput["focalSectionCode"],
  verifyDays: numberOf(entry.verifyDays),
  followUpDays: numberOf(entry.followUpDays),
  resolutionDays: numberOf(entry.resolutionDays),
  emergencyHours: numberOf(entry.emergencyHours),
  privacy: (entry.privacy || null) as RuleSettingsInput["privacy"],
  requiredEvidence: entry.requiredEvidence.trim() || null,
  tasks: entry.tasks && stepsOf(entry.tasks),
});

/** Privacy may be raised and not lowered: what is left to choose. */
export const privacyChoices = (inherited: PrivacyMode): readonly PrivacyMode[] =>
  privacyModes.slice(privacyModes.indexOf(inherited) + 1);

export const isSet = (entry: RuleEntry, field: RuleEntryField): boolean => {
  const value = entry[field];
  return value !== null && value !== "";
};
