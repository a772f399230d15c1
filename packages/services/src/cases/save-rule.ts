import type { Transaction } from "@rembuk/db/client";
import { dayTableOf } from "@rembuk/domain/calendars/day-table";
import { dayNumberOf, localDate } from "@rembuk/domain/calendars/local-date";
import type { RuleVersion } from "@rembuk/domain/cases/category-rules";
import { decideRuleVersion, onlySet, type RuleChange } from "@rembuk/domain/cases/rule-changes";
import type { SaveRuleCommand } from "@rembuk/domain/cases/rule-commands";
import { ruleEvent } from "@rembuk/domain/cases/rule-events";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { officeCalendar } from "../calendars/queries";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { findRuleBelow, requireKnownSectors, requireRuleArea } from "./rule-base-queries";
import { loadRuleBook } from "./rule-queries";
import { insertRuleVersion, openRuleFence } from "./rule-store";
import { countOpenCases } from "./rule-trial-queries";

export interface SavedRule {
  readonly categoryCode: string;
  readonly version: number;
}

/** The beginning of a day in the area's zone; a day that has begun means now. */
const beginOf = async (ctx: ServiceContext, areaCode: string, day: string): Promise<Date> => {
  const calendar = await officeCalendar(ctx.db, areaCode);
  const begin = new Date(dayTableOf(calendar).startOf(dayNumberOf(localDate(day))));
  return begin > ctx.now() ? begin : ctx.now();
};

/** An own category is closed to new cases only after its open ones were told. */
const openCasesFor = async (tx: Transaction, command: SaveRuleCommand) => {
  const told = command.toldOpenCases;
  if (command.isActive || told) return { count: 0, told };
  return { count: await countOpenCases(tx, command.areaCode, [command.categoryCode]), told };
};

/**
 * Saves what a kabupaten or kecamatan sets for a category as a new version. Cases that were opened
 * before keep the rule they have.
 * @throws forbidden outside the area; conflict RULE_CHANGED_MEANWHILE, RULE_HAS_OPEN_CASES; invalid
 * RULE_LOCKED, RULE_PRIVACY_LOWERED, RULE_DAYS_ORDER, RULE_MASTER_STAYS, RULE_UNCHANGED
 */
export const saveRule = async (
  ctx: ServiceContext,
  command: SaveRuleCommand,
): Promise<SavedRule> => {
  const { areaCode, categoryCode } = command;
  requireInArea(ctx, "rules.edit", areaCode);
  await requireRuleArea(ctx, areaCode);
  const change: RuleChange = {
    id: ctx.newId(),
    areaCode,
    categoryCode,
    settings: onlySet(command.settings),
    isActive: command.isActive,
    inForceFrom: command.inForceOn ? await beginOf(ctx, areaCode, command.inForceOn) : ctx.now(),
  };
  await requireKnownSectors(ctx, areaCode, change.settings);
  const saved = await once(ctx, command, async (tx) => {
    const { below, latest } = await findRuleBelow(ctx, tx, command);
    if ((latest?.version ?? 0) !== command.version) {
      throw new DomainError("conflict", "RULE_CHANGED_MEANWHILE");
    }
    const open = await openCasesFor(tx, command);
    const version = decideRuleVersion(below, latest, change, open);
    return recordRule(tx, ctx, version, command);
  });
  loadRuleBook.forget(ctx.db);
  return saved;
};

const recordRule = async (
  tx: Transaction,
  ctx: ServiceContext,
  version: RuleVersion,
  command: SaveRuleCommand,
): Promise<SavedRule> => {
  const { id: versionId, areaCode, categoryCode, isActive } = version;
  await openRuleFence(tx, areaCode);
  await insertRuleVersion(tx, ctx, version, command.reason);
  const answer = { categoryCode, version: version.version };
  const about = { code: categoryCode, areaCode };
  const payload = { versionId, areaCode, isActive, ...answer };
  await recordEvents(tx, ctx, [ruleEvent("rule.saved", about, payload)], command, answer);
  return answer;
};
