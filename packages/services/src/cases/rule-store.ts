import { createHash } from "node:crypto";
import type { Database, Transaction } from "@rembuk/db/client";
import { regencyOf } from "@rembuk/domain/areas/area-code";
import type { EffectiveRule, RuleSettings, RuleVersion } from "@rembuk/domain/cases/category-rules";
import type { CaseCategory } from "@rembuk/domain/cases/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";

/** What a case needs of its rule for the rest of its life; the order is part of the fingerprint. */
const keptFields = [
  ...["code", "name", "classification", "kind", "leadSectorCode", "supportingSectorCodes"],
  ...["focalSectionCode", "priority", "verifyDays", "followUpDays", "resolutionDays"],
  ...["emergencyHours", "isAlwaysEmergency", "privacy", "isSupervisory", "requiredEvidence"],
  ...["escalateTo", "tasks"],
] as (keyof CaseCategory)[];

const keptContent = (category: CaseCategory): Record<string, unknown> =>
  Object.fromEntries(keptFields.map((field) => [field, category[field]]));

/** Equal rules of equal versions have one id, in every process: nobody has to ask for it. */
export const ruleFingerprint = (rule: EffectiveRule): string => {
  const text = JSON.stringify([rule.versionIds, keptContent(rule.category)]);
  const hex = createHash("sha256").update(text).digest("hex").slice(0, 32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
};

const keptIds = new WeakMap<Database, Set<string>>();

/**
 * Keeps a rule whole before a case is decided by it. It is the same for everybody and never changes,
 * so it need not wait for the case's transaction: written once, remembered by the process.
 */
export const keepRule = async (db: Database, rule: EffectiveRule): Promise<void> => {
  const id = rule.category.ruleId;
  const known = keptIds.get(db) ?? new Set<string>();
  keptIds.set(db, known);
  if (id === null || known.has(id)) return;
  const row = {
    id,
    categoryCode: rule.category.code,
    rule: keptContent(rule.category) as object,
    versionIds: [...rule.versionIds],
  };
  await db.appliedRule.createMany({ data: [row], skipDuplicates: true });
  known.add(id);
};

/** Opens the fence of rules to the area that was authorised, until the transaction ends. */
export const openRuleFence = async (tx: Transaction, areaCode: string): Promise<void> => {
  await tx.$queryRaw`SELECT set_config('rembuk.rules', ${areaCode}, true)`;
};

/**
 * One change of a kabupaten's category tree at a time, its kecamatan's too: two moves that are each
 * sound could close a circle together. Held until the transaction ends.
 */
export const lockRuleTree = async (tx: Transaction, areaCode: string): Promise<void> => {
  const key = `rule-tree ${regencyOf(areaCode) ?? areaCode}`;
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))::text`;
};

const isTaken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "P2002";

/** A new version. @throws conflict RULE_CHANGED_MEANWHILE when another took its number first */
export const insertRuleVersion = async (
  tx: Transaction,
  ctx: ServiceContext,
  version: RuleVersion,
  reason: string,
): Promise<void> => {
  try {
    await tx.categoryRule.create({
      data: {
        ...version,
        settings: version.settings as object,
        reason,
        createdById: ctx.actor.userId,
        createdAt: ctx.now(),
      },
      select: { id: true },
    });
  } catch (error) {
    if (isTaken(error)) throw new DomainError("conflict", "RULE_CHANGED_MEANWHILE");
    throw error;
  }
};

/** A row of `category_rule`, to the model. */
export const toRuleVersion = (row: {
  readonly id: string;
  readonly areaCode: string;
  readonly categoryCode: string;
  readonly parentCode: string | null;
  readonly version: number;
  readonly settings: unknown;
  readonly isActive: boolean;
  readonly inForceFrom: Date;
}): RuleVersion => ({
  id: row.id,
  areaCode: row.areaCode,
  categoryCode: row.categoryCode,
  parentCode: row.parentCode,
  version: row.version,
  settings: row.settings as RuleSettings,
  isActive: row.isActive,
  inForceFrom: row.inForceFrom,
});
