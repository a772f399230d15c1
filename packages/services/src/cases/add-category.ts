import { decideNewCategory, onlySet, ownCategoryCode } from "@rembuk/domain/cases/rule-changes";
import type { AddCategoryCommand } from "@rembuk/domain/cases/rule-commands";
import { ruleEvent } from "@rembuk/domain/cases/rule-events";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { readRuleBase, requireKnownSectors, requireRuleArea } from "./rule-base-queries";
import { loadRuleBook } from "./rule-queries";
import { insertRuleVersion, lockRuleTree, openRuleFence } from "./rule-store";
import type { SavedRule } from "./save-rule";

/**
 * A category of a kabupaten's or kecamatan's own, below another: it inherits what it does not set,
 * and may be chosen at once.
 * @throws forbidden outside the area; conflict RULE_CHANGED_MEANWHILE; invalid RULE_LOCKED,
 * RULE_TOO_DEEP, CATEGORY_UNKNOWN, CATEGORY_OFF and as saving a rule
 */
export const addCategory = async (
  ctx: ServiceContext,
  command: AddCategoryCommand,
): Promise<SavedRule> => {
  const { areaCode, parentCode } = command;
  requireInArea(ctx, "rules.edit", areaCode);
  await requireRuleArea(ctx, areaCode);
  const settings = onlySet(command.settings);
  await requireKnownSectors(ctx, areaCode, settings);
  const added = await once(ctx, command, async (tx) => {
    await lockRuleTree(tx, areaCode);
    const { rules, versions } = await readRuleBase(ctx, tx, areaCode);
    const parent = rules.get(parentCode);
    if (!parent) throw new DomainError("invalid", "CATEGORY_UNKNOWN", { field: "parentCode" });
    const taken = versions.map((v) => v.categoryCode);
    const categoryCode = ownCategoryCode(areaCode, taken);
    const inForceFrom = ctx.now();
    const change = { id: ctx.newId(), areaCode, categoryCode, settings, isActive: true };
    const version = decideNewCategory(rules, parent, { ...change, inForceFrom });
    await openRuleFence(tx, areaCode);
    await insertRuleVersion(tx, ctx, version, command.reason);
    const payload = { versionId: version.id, areaCode, categoryCode, parentCode };
    const event = ruleEvent("rule.category-added", { code: categoryCode, areaCode }, payload);
    const answer = { categoryCode, version: version.version };
    await recordEvents(tx, ctx, [event], command, answer);
    return answer;
  });
  loadRuleBook.forget(ctx.db);
  return added;
};
