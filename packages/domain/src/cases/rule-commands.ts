import { z } from "zod";
import { clientAction } from "./commands";
import { privacyModes } from "./model";
import { sections } from "./routing";
import { longestTaskDays, mostTaskSteps, taskDoers } from "./task-steps";

const days = (most: number) => z.int().min(1).max(most);
const code = z.string().min(2).max(40);
/** A kabupaten or a kecamatan: the rows above them are the master's. */
export const ruleAreaCode = z.string().regex(/^\d{2}\.\d{2}(\.\d{2})?$/);
const categoryCode = z.string().min(2).max(24);

/** A rule's steps in their order. */
export const taskStepsInput = z
  .array(
    z.object({
      title: z.string().trim().min(1).max(200),
      doer: z.enum(taskDoers),
      limitDays: z.int().min(1).max(longestTaskDays),
      isMandatory: z.boolean(),
    }),
  )
  .max(mostTaskSteps);

/** What an area sets of a category; null and absent both mean "as inherited". */
export const ruleSettingsInput = z.object({
  name: z.string().trim().min(3).max(80).nullish(),
  leadSectorCode: code.nullish(),
  supportingSectorCodes: z.array(code).max(12).nullish(),
  focalSectionCode: z.enum(sections).nullish(),
  verifyDays: days(30).nullish(),
  followUpDays: days(60).nullish(),
  resolutionDays: days(250).nullish(),
  emergencyHours: z.int().min(1).max(72).nullish(),
  privacy: z.enum(privacyModes).nullish(),
  requiredEvidence: z.string().trim().max(600).nullish(),
  tasks: taskStepsInput.nullish(),
});
export type RuleSettingsInput = z.infer<typeof ruleSettingsInput>;

const reason = z.string().trim().min(5).max(500);

export const saveRuleCommand = z.object({
  ...clientAction,
  areaCode: ruleAreaCode,
  categoryCode,
  /** The newest version that was seen; 0: the area had set nothing. */
  version: z.int().nonnegative(),
  settings: ruleSettingsInput,
  isActive: z.boolean().default(true),
  /** A day of the office ("2026-12-01"); absent: at once. */
  inForceOn: z.iso.date().nullish(),
  reason,
  /** The number of open cases was told and accepted; only asked for when switching off. */
  toldOpenCases: z.boolean().default(false),
});
export type SaveRuleCommand = z.infer<typeof saveRuleCommand>;

export const addCategoryCommand = z.object({
  ...clientAction,
  areaCode: ruleAreaCode,
  parentCode: categoryCode,
  settings: ruleSettingsInput.extend({ name: z.string().trim().min(3).max(80) }),
  reason,
});
export type AddCategoryCommand = z.infer<typeof addCategoryCommand>;

export const moveCategoryCommand = z.object({
  ...clientAction,
  areaCode: ruleAreaCode,
  categoryCode,
  /** Where it shall hang from now on. */
  parentCode: categoryCode,
  /** The newest version that was seen. */
  version: z.int().positive(),
  reason,
});
export type MoveCategoryCommand = z.infer<typeof moveCategoryCommand>;

export const previewMoveInput = moveCategoryCommand.pick({
  areaCode: true,
  categoryCode: true,
  parentCode: true,
});

export const previewRuleInput = z.object({
  areaCode: ruleAreaCode,
  categoryCode,
  settings: ruleSettingsInput,
});
export const taskDatesInput = z.object({
  areaCode: ruleAreaCode,
  /** Of each step, in working days. */
  limitDays: z.array(z.int().min(1).max(longestTaskDays)).max(mostTaskSteps),
});

export type PreviewRuleInput = z.infer<typeof previewRuleInput>;
