import type { Database, Transaction } from "@rembuk/db/client";
import { regencyOf } from "@rembuk/domain/areas/area-code";
import {
  type EffectiveRule,
  effectiveRules,
  nextChangeAt,
  type RuleVersion,
} from "@rembuk/domain/cases/category-rules";
import type { Case, CaseCategory } from "@rembuk/domain/cases/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { remembered } from "../kernel/remembered";
import { loadCategories, type MasterCategory } from "./category-queries";
import { keepRule, ruleFingerprint, toRuleVersion } from "./rule-store";

/** A saved rule reaches the other processes within so long; the one that saved it knows at once. */
const ruleFreshMs = 5_000;

/** The versions that bear on an area: its own and its kabupaten's. */
export const readRuleVersions = async (
  db: Database | Transaction,
  areaCode: string,
): Promise<readonly RuleVersion[]> => {
  const areas = [...new Set([areaCode, regencyOf(areaCode) ?? areaCode])];
  const rows = await db.categoryRule.findMany({ where: { areaCode: { in: areas } } });
  return rows.map(toRuleVersion);
};

export type Rules = ReadonlyMap<string, EffectiveRule>;

/** The rules of an area: all versions, and what they come to at a moment. */
export interface RuleBook {
  readonly master: ReadonlyMap<string, MasterCategory>;
  readonly versions: readonly RuleVersion[];
  readonly at: (now: Date) => Rules;
}

/** Reckons once and again only when the next version comes into force, or the clock went back. */
const reckoner = (master: readonly CaseCategory[], versions: readonly RuleVersion[]) => {
  let known: { from: Date; until: Date | null; rules: Rules } | null = null;
  return (now: Date): Rules => {
    if (known && known.from <= now && (known.until === null || now < known.until)) {
      return known.rules;
    }
    const rules = new Map(
      [...effectiveRules(master, versions, now)].map(([code, rule]) => {
        const category = { ...rule.category, ruleId: ruleFingerprint(rule) };
        return [code, { ...rule, category }] as const;
      }),
    );
    known = { from: now, until: nextChangeAt(versions, now), rules };
    return rules;
  };
};

/** By area: kecamatan or kabupaten. */
export const loadRuleBook = remembered(
  async (db: Database, areaCode: string): Promise<RuleBook> => {
    const [master, versions] = await Promise.all([
      loadCategories(db, ""),
      readRuleVersions(db, areaCode),
    ]);
    return { master, versions, at: reckoner([...master.values()], versions) };
  },
  ruleFreshMs,
);

type Reader = Pick<ServiceContext, "db" | "now">;

/** Every category as a kecamatan has it now. */
export const rulesIn = async (ctx: Reader, areaCode: string): Promise<Rules> =>
  (await loadRuleBook(ctx.db, areaCode)).at(ctx.now());

/** The rule as it stands now, for looking only; null where the kecamatan has no such category. */
export const findRule = async (
  ctx: Reader,
  subdistrictCode: string,
  code: string,
): Promise<EffectiveRule | null> => (await rulesIn(ctx, subdistrictCode)).get(code) ?? null;

/**
 * The category by which a case of this kecamatan is opened or re-classed now; from here on the case
 * keeps this version. @throws invalid CATEGORY_UNKNOWN, CATEGORY_OFF
 */
export const categoryOf = async (
  ctx: Reader,
  subdistrictCode: string,
  code: string,
): Promise<CaseCategory> => {
  const rule = await findRule(ctx, subdistrictCode, code);
  if (!rule) throw new DomainError("invalid", "CATEGORY_UNKNOWN", { field: "categoryCode" });
  if (!rule.isActive) throw new DomainError("invalid", "CATEGORY_OFF", { field: "categoryCode" });
  await keepRule(ctx.db, rule);
  return rule.category;
};

/** A kept rule never changes; the memory ends only so that it does not grow for ever. */
const keptForMs = 3_600_000;

type Later = "escalateTo" | "tasks";
/** A kept rule may be older than some of its fields. */
type KeptRule = Omit<CaseCategory, Later> & Partial<Pick<CaseCategory, Later>>;

const loadAppliedRule = remembered(async (db: Database, id: string) => {
  const row = await db.appliedRule.findUnique({ where: { id } });
  if (row === null) return null;
  const kept = row.rule as unknown as KeptRule;
  // Rules that were kept before a category named its rungs climb each; those of before the checklists
  // could be edited have the shipped one.
  const tasks = kept.tasks ?? (await loadCategories(db, "")).get(kept.code)?.tasks ?? [];
  return { ...kept, escalateTo: kept.escalateTo ?? "", tasks, ruleId: row.id };
}, keptForMs);

/**
 * The rule that a case is decided by: the version it was opened or last classed under, whatever was
 * saved since. A case without one (written by an older release) takes the rule as it stands.
 */
export const ruleOfCase = async (
  ctx: Reader,
  kase: Pick<Case, "ruleId" | "subdistrictCode" | "categoryCode">,
): Promise<CaseCategory> => {
  const kept = kase.ruleId === null ? null : await loadAppliedRule(ctx.db, kase.ruleId);
  if (kept) return kept;
  const rule = await findRule(ctx, kase.subdistrictCode, kase.categoryCode);
  if (!rule) throw new DomainError("invalid", "CATEGORY_UNKNOWN", { field: "categoryCode" });
  await keepRule(ctx.db, rule);
  return rule.category;
};
