import { withSettings } from "@rembuk/domain/cases/category-rules";
import {
  onlySet,
  requireChangeable,
  requireSoundSettings,
} from "@rembuk/domain/cases/rule-changes";
import type { PreviewRuleInput } from "@rembuk/domain/cases/rule-commands";
import { type RuleTrial, tryRule } from "@rembuk/domain/cases/rule-trial";
import { loadSectorNames } from "../areas/queries";
import type { ServiceContext } from "../context";
import { requireInArea } from "../kernel/require-permission";
import { findRuleBelow, requireKnownSectors } from "./rule-base-queries";
import { readTrialCases, trialCap, trialDays } from "./rule-trial-queries";

export interface RulePreview extends Omit<RuleTrial, "targets"> {
  readonly targets: readonly (RuleTrial["targets"][number] & { readonly name: string | null })[];
  /** How far back, in days, and at most how many cases. */
  readonly days: number;
  readonly isCapped: boolean;
}

/**
 * A rule tried on the cases of the last twelve months, before it is saved: counts only, since who
 * edits rules reads no case. Secret and supervisory cases are in none of the counts.
 * @throws forbidden outside the area; invalid as saving would be
 */
export const previewRule = async (
  ctx: ServiceContext,
  input: PreviewRuleInput,
): Promise<RulePreview> => {
  requireInArea(ctx, "rules.edit", input.areaCode);
  const settings = onlySet(input.settings);
  await requireKnownSectors(ctx, input.areaCode, settings);
  const { below } = await findRuleBelow(ctx, ctx.db, input);
  requireChangeable(below);
  requireSoundSettings(below, settings);
  const { category } = withSettings(below, input.areaCode, settings);
  const [cases, names] = await Promise.all([
    readTrialCases(ctx, input.areaCode, input.categoryCode),
    loadSectorNames(ctx.db, ""),
  ]);
  const trial = tryRule(cases, category, ctx.now());
  return {
    ...trial,
    targets: trial.targets.map((t) => ({
      ...t,
      name: t.code === null ? null : (names.get(t.code) ?? t.code),
    })),
    days: trialDays,
    isCapped: cases.length === trialCap,
  };
};
