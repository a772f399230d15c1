import type { Database, Transaction } from "@rembuk/db/client";
import { organizationOfParty } from "@rembuk/domain/access/party-key";
import { areaLevelOf, regencyOf } from "@rembuk/domain/areas/area-code";
import type { MoveGround } from "@rembuk/domain/cases/category-moves";
import {
  type EffectiveRule,
  effectiveRules,
  type RuleSettings,
  type RuleVersion,
  ruleBelow,
} from "@rembuk/domain/cases/category-rules";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { servesArea } from "@rembuk/domain/staff/organizations";
import type { ServiceContext } from "../context";
import { findPartner } from "../staff/organization-queries";
import { loadCategories, loadSectors } from "./category-queries";
import { type Rules, readRuleVersions } from "./rule-queries";
import { toRuleVersion } from "./rule-store";

/** What a change of a rule is decided on, read now and not from memory. */
export interface RuleBase {
  readonly rules: Rules;
  readonly versions: readonly RuleVersion[];
}

export const readRuleBase = async (
  ctx: ServiceContext,
  from: Database | Transaction,
  areaCode: string,
): Promise<RuleBase & { readonly master: Parameters<typeof ruleBelow>[0] }> => {
  const [master, versions] = await Promise.all([
    loadCategories(ctx.db, ""),
    readRuleVersions(from, areaCode),
  ]);
  const rows = [...master.values()];
  return { master: rows, versions, rules: effectiveRules(rows, versions, ctx.now()) };
};

/** What a move is decided on: the tree of the whole kabupaten, read now and not from memory. */
export const readMoveGround = async (
  ctx: ServiceContext,
  from: Database | Transaction,
  areaCode: string,
): Promise<MoveGround> => {
  const regency = regencyOf(areaCode) ?? areaCode;
  const [master, rows] = await Promise.all([
    loadCategories(ctx.db, ""),
    from.categoryRule.findMany({ where: { areaCode: { startsWith: regency } } }),
  ]);
  return { master: [...master.values()], versions: rows.map(toRuleVersion), now: ctx.now() };
};

/** The newest version that an area saved of a category, in force or waiting. */
export const latestOf = (
  versions: readonly RuleVersion[],
  areaCode: string,
  code: string,
): RuleVersion | null =>
  versions
    .filter((v) => v.areaCode === areaCode && v.categoryCode === code)
    .reduce<RuleVersion | null>((a, b) => (a && a.version > b.version ? a : b), null);

/**
 * What an area's own settings of a category lie on, and the area's newest version.
 * @throws invalid CATEGORY_UNKNOWN
 */
export const findRuleBelow = async (
  ctx: ServiceContext,
  from: Database | Transaction,
  at: { readonly areaCode: string; readonly categoryCode: string },
): Promise<RuleBase & { readonly below: EffectiveRule; readonly latest: RuleVersion | null }> => {
  const { areaCode, categoryCode: code } = at;
  const { master, versions, rules } = await readRuleBase(ctx, from, areaCode);
  const latest = latestOf(versions, areaCode, code);
  const parentCode = latest?.parentCode ?? null;
  const below = ruleBelow(master, versions, { areaCode, code, parentCode }, ctx.now());
  if (!below) throw new DomainError("invalid", "CATEGORY_UNKNOWN", { field: "categoryCode" });
  return { rules, versions, below, latest };
};

/**
 * The lead is a sector; beside it help sectors, and partners that work for the rule's area.
 * @throws invalid INPUT_INVALID with the field of one that does not exist
 */
export const requireKnownSectors = async (
  ctx: ServiceContext,
  areaCode: string,
  settings: RuleSettings,
): Promise<void> => {
  const sectors = await loadSectors(ctx.db, "");
  const isSector = (code: string) => (sectors.get(code)?.level ?? "section") !== "section";
  if (settings.leadSectorCode !== undefined && !isSector(settings.leadSectorCode)) {
    throw new DomainError("invalid", "INPUT_INVALID", { field: "leadSectorCode" });
  }
  for (const code of settings.supportingSectorCodes ?? []) {
    const id = organizationOfParty(code);
    const partner = id === null ? null : await findPartner(ctx.db, id);
    if (id === null ? isSector(code) : partner !== null && servesArea(partner, areaCode)) continue;
    throw new DomainError("invalid", "INPUT_INVALID", { field: "supportingSectorCodes" });
  }
};

/** Rules are laid over the master in a kabupaten or a kecamatan that exists. @throws invalid INPUT_INVALID */
export const requireRuleArea = async (ctx: ServiceContext, areaCode: string): Promise<void> => {
  const level = areaLevelOf(areaCode);
  const known =
    level === "subdistrict"
      ? await ctx.db.office.findUnique({ where: { subdistrictCode: areaCode } })
      : level === "regency" && (await ctx.db.area.findUnique({ where: { code: areaCode } }));
  if (!known) throw new DomainError("invalid", "INPUT_INVALID", { field: "areaCode" });
};
