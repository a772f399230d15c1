import type { Transaction } from "@rembuk/db/client";
import { decideMove } from "@rembuk/domain/cases/category-moves";
import type { RuleVersion } from "@rembuk/domain/cases/category-rules";
import type { MoveCategoryCommand } from "@rembuk/domain/cases/rule-commands";
import { ruleEvent } from "@rembuk/domain/cases/rule-events";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { latestOf, readMoveGround, requireRuleArea } from "./rule-base-queries";
import { loadRuleBook } from "./rule-queries";
import { insertRuleVersion, lockRuleTree, openRuleFence } from "./rule-store";
import type { SavedRule } from "./save-rule";

const recordMove = async (
  tx: Transaction,
  ctx: ServiceContext,
  { moved, from }: { readonly moved: RuleVersion; readonly from: string },
  command: MoveCategoryCommand,
): Promise<SavedRule> => {
  const { areaCode, categoryCode, parentCode, reason } = command;
  await openRuleFence(tx, areaCode);
  await insertRuleVersion(tx, ctx, moved, reason);
  const answer = { categoryCode, version: moved.version };
  const payload = { ...answer, versionId: moved.id, areaCode, fromCode: from, parentCode };
  const event = ruleEvent("rule.category-moved", { code: categoryCode, areaCode }, payload);
  await recordEvents(tx, ctx, [event], command, answer);
  return answer;
};

/**
 * Hangs a category that the area made under another one, with all that hang below it. It is a version
 * like any other: cases that were opened before keep the rule they have.
 * @throws forbidden outside the area; conflict RULE_CHANGED_MEANWHILE, RULE_VERSION_WAITING; invalid
 * RULE_NOT_MOVABLE, RULE_CYCLE, RULE_TOO_DEEP, RULE_LOCKED, RULE_UNCHANGED, RULE_MOVE_UNSOUND,
 * CATEGORY_UNKNOWN, CATEGORY_OFF
 */
export const moveCategory = async (
  ctx: ServiceContext,
  command: MoveCategoryCommand,
): Promise<SavedRule> => {
  requireInArea(ctx, "rules.edit", command.areaCode);
  await requireRuleArea(ctx, command.areaCode);
  const saved = await once(ctx, command, async (tx) => {
    await lockRuleTree(tx, command.areaCode);
    const { areaCode, categoryCode, parentCode } = command;
    const ground = await readMoveGround(ctx, tx, areaCode);
    const latest = latestOf(ground.versions, areaCode, categoryCode);
    if (latest && latest.version !== command.version) {
      throw new DomainError("conflict", "RULE_CHANGED_MEANWHILE");
    }
    const move = { id: ctx.newId(), areaCode, categoryCode, parentCode };
    const moved = decideMove(ground, latest, move);
    return recordMove(tx, ctx, { moved, from: latest?.parentCode ?? "" }, command);
  });
  loadRuleBook.forget(ctx.db);
  return saved;
};
