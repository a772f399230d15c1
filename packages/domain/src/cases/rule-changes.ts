import { DomainError } from "../kernel/errors";
import {
  deepestTree,
  type EffectiveRule,
  lineOf,
  type RuleField,
  type RuleSettings,
  type RuleVersion,
  ruleFields,
  stricterOf,
} from "./category-rules";
import type { RuleSettingsInput } from "./rule-commands";

/** Without what is left as inherited. */
export const onlySet = (input: RuleSettingsInput): RuleSettings =>
  Object.fromEntries(
    ruleFields.flatMap((f) => ((input[f] ?? null) === null ? [] : [[f, input[f]]])),
  );

/**
 * A complaint about an office is not handled by rules that this office wrote: supervisory
 * categories stay as the master has them.
 */
export const requireChangeable = (rule: EffectiveRule): void => {
  if (rule.category.isSupervisory) throw new DomainError("invalid", "RULE_LOCKED");
};

const refuse = (field: RuleField) => new DomainError("invalid", "INPUT_INVALID", { field });

/** What settings may not say, seen from the rule that they are laid over. */
export const requireSoundSettings = (below: EffectiveRule, settings: RuleSettings): void => {
  const { category } = below;
  const { privacy } = settings;
  if (privacy && stricterOf(privacy, category.privacy) !== privacy) {
    throw new DomainError("invalid", "RULE_PRIVACY_LOWERED", { field: "privacy" });
  }
  if (settings.emergencyHours !== undefined && !category.isAlwaysEmergency) {
    throw refuse("emergencyHours");
  }
  const after = { ...category, ...settings };
  if (after.verifyDays > after.resolutionDays || after.followUpDays > after.resolutionDays) {
    throw new DomainError("invalid", "RULE_DAYS_ORDER", { field: "resolutionDays" });
  }
};

export interface RuleChange {
  readonly id: string;
  readonly areaCode: string;
  readonly categoryCode: string;
  readonly settings: RuleSettings;
  readonly isActive: boolean;
  readonly inForceFrom: Date;
}

const isSame = (a: RuleSettings, b: RuleSettings): boolean =>
  ruleFields.every((f) => JSON.stringify(a[f] ?? null) === JSON.stringify(b[f] ?? null));

/**
 * The next version of what an area sets for a category.
 * @param below the rule without this area's own settings
 * @param latest the area's newest version, in force or waiting
 * @param openCases how many still work under it, of those that may be counted
 * @throws invalid RULE_LOCKED, RULE_PRIVACY_LOWERED, RULE_DAYS_ORDER, RULE_MASTER_STAYS,
 * RULE_UNCHANGED; conflict RULE_HAS_OPEN_CASES until it was told
 */
export const decideRuleVersion = (
  below: EffectiveRule,
  latest: RuleVersion | null,
  change: RuleChange,
  openCases: { readonly count: number; readonly told: boolean },
): RuleVersion => {
  requireChangeable(below);
  requireSoundSettings(below, change.settings);
  if (!change.isActive && below.parentCode === null) {
    throw new DomainError("invalid", "RULE_MASTER_STAYS");
  }
  const wasActive = latest?.isActive ?? true;
  if (wasActive && !change.isActive && openCases.count > 0 && !openCases.told) {
    throw new DomainError("conflict", "RULE_HAS_OPEN_CASES", { count: openCases.count });
  }
  const sameFrom = latest === null || latest.inForceFrom <= change.inForceFrom;
  if (sameFrom && wasActive === change.isActive && isSame(latest?.settings ?? {}, change.settings))
    throw new DomainError("invalid", "RULE_UNCHANGED");
  return {
    ...change,
    parentCode: latest?.parentCode ?? null,
    version: (latest?.version ?? 0) + 1,
  };
};

/**
 * A new category under another: it inherits what it does not set, and begins at once.
 * @throws invalid RULE_LOCKED, RULE_TOO_DEEP and as above
 */
export const decideNewCategory = (
  rules: ReadonlyMap<string, EffectiveRule>,
  parent: EffectiveRule,
  change: RuleChange,
): RuleVersion => {
  requireChangeable(parent);
  if (!parent.isActive) throw new DomainError("invalid", "CATEGORY_OFF", { field: "parentCode" });
  if (lineOf(rules, parent.category.code).length >= deepestTree) {
    throw new DomainError("invalid", "RULE_TOO_DEEP", { most: deepestTree });
  }
  requireSoundSettings(parent, change.settings);
  return { ...change, parentCode: parent.category.code, version: 1 };
};

const serialWidth = 2;

/** The code of an own category: the area's digits, then a number: 631107-03. */
export const ownCategoryCode = (areaCode: string, taken: readonly string[]): string => {
  const prefix = `${areaCode.replaceAll(".", "")}-`;
  const numbers = taken
    .filter((code) => code.startsWith(prefix))
    .map((code) => Number(code.slice(prefix.length)));
  return `${prefix}${String(Math.max(0, ...numbers) + 1).padStart(serialWidth, "0")}`;
};
