import { canInArea } from "@rembuk/domain/access/policy";
import { isWithin } from "@rembuk/domain/areas/area-code";
import {
  type RuleField,
  type RuleSettings,
  type RuleSource,
  ruleBelow,
  ruleFields,
} from "@rembuk/domain/cases/category-rules";
import type { CaseCategory } from "@rembuk/domain/cases/model";
import { ruleAreaCode } from "@rembuk/domain/cases/rule-commands";
import { z } from "zod";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireHeld, requireInArea } from "../kernel/require-permission";
import { latestOf, readRuleBase } from "./rule-base-queries";
import { toRuleVersion } from "./rule-store";
import { countOpenCases } from "./rule-trial-queries";

export type RuleValues = Pick<CaseCategory, RuleField>;

/** A category of the tree with what an editor needs of it. */
export interface RuleNode {
  readonly code: string;
  readonly parentCode: string | null;
  readonly kind: CaseCategory["kind"];
  readonly isActive: boolean;
  readonly isSupervisory: boolean;
  readonly isAlwaysEmergency: boolean;
  /** As it works now. */
  readonly values: RuleValues;
  readonly sources: Readonly<Record<RuleField, RuleSource>>;
  /** What shows through where the area sets nothing, and where that comes from. */
  readonly inherited: RuleValues;
  readonly inheritedFrom: Readonly<Record<RuleField, RuleSource>>;
  /** Made by this area: it may hang under another parent. */
  readonly isMovable: boolean;
  /** The area's newest version; null where it has set nothing. */
  readonly own: {
    readonly version: number;
    readonly settings: RuleSettings;
    readonly isActive: boolean;
    readonly inForceFrom: Date;
    readonly isWaiting: boolean;
  } | null;
}

export const ruleTreeInput = z.object({ areaCode: ruleAreaCode });

const valuesOf = (category: CaseCategory): RuleValues =>
  Object.fromEntries(ruleFields.map((f) => [f, category[f]])) as RuleValues;

/** Every category of an area, by code of the master and own ones below them. @throws forbidden */
export const listRules = async (
  ctx: ServiceContext,
  { areaCode }: z.infer<typeof ruleTreeInput>,
): Promise<readonly RuleNode[]> => {
  requireInArea(ctx, "rules.edit", areaCode);
  const { master, versions, rules } = await readRuleBase(ctx, ctx.db, areaCode);
  return [...rules.values()].map((rule): RuleNode => {
    const { code, kind, isSupervisory, isAlwaysEmergency } = rule.category;
    const latest = latestOf(versions, areaCode, code);
    const parentCode = latest?.parentCode ?? null;
    const at = { areaCode, code, parentCode };
    const below = ruleBelow(master, versions, at, ctx.now()) ?? rule;
    return {
      ...{ code, parentCode: rule.parentCode, kind, isSupervisory, isAlwaysEmergency },
      isActive: rule.isActive,
      isMovable: parentCode !== null && !isSupervisory,
      values: valuesOf(rule.category),
      sources: rule.sources,
      inherited: valuesOf(below.category),
      inheritedFrom: below.sources,
      own: latest && {
        version: latest.version,
        settings: latest.settings,
        isActive: latest.isActive,
        inForceFrom: latest.inForceFrom,
        isWaiting: latest.inForceFrom > ctx.now(),
      },
    };
  });
};

export interface RuleHistory {
  /** Of those that may be counted; a category with open cases is not switched off unsaid. */
  readonly openCases: number;
  readonly versions: readonly {
    readonly id: string;
    readonly areaCode: string;
    readonly version: number;
    readonly parentCode: string | null;
    readonly settings: RuleSettings;
    readonly isActive: boolean;
    readonly inForceFrom: Date;
    readonly isWaiting: boolean;
    readonly reason: string;
    readonly createdByName: string | null;
    readonly createdAt: Date;
  }[];
}

export const ruleHistoryInput = ruleTreeInput.extend({ categoryCode: z.string().max(24) });

/** Who changed a category's rule in this area and above it, when and why, newest first. */
export const showRuleHistory = async (
  ctx: ServiceContext,
  { areaCode, categoryCode }: z.infer<typeof ruleHistoryInput>,
): Promise<RuleHistory> => {
  requireInArea(ctx, "rules.edit", areaCode);
  const openCases = await inTransaction(ctx, (tx) => countOpenCases(tx, areaCode, [categoryCode]));
  const rows = await ctx.db.categoryRule.findMany({
    where: { categoryCode },
    orderBy: [{ createdAt: "desc" }, { version: "desc" }],
  });
  const near = rows.filter((r) => isWithin(areaCode, r.areaCode));
  const users = await ctx.db.user.findMany({
    where: { id: { in: [...new Set(near.map((r) => r.createdById))] } },
    select: { id: true, displayName: true },
  });
  const names = new Map(users.map((u) => [u.id, u.displayName]));
  return {
    openCases,
    versions: near.map((row) => {
      const { id, version, parentCode, settings, isActive, inForceFrom } = toRuleVersion(row);
      return {
        ...{ id, areaCode: row.areaCode, version, parentCode, settings, isActive, inForceFrom },
        isWaiting: inForceFrom > ctx.now(),
        reason: row.reason,
        createdByName: names.get(row.createdById) ?? null,
        createdAt: row.createdAt,
      };
    }),
  };
};

export interface RulePlace {
  readonly code: string;
  readonly name: string;
}

/** The kecamatan whose rules the actor edits, and their kabupaten where that is in reach. */
export const listRulePlaces = async (ctx: ServiceContext): Promise<readonly RulePlace[]> => {
  requireHeld(ctx, "rules.edit");
  const offices = await ctx.db.office.findMany({
    select: { subdistrictCode: true, name: true },
    orderBy: { name: "asc" },
  });
  const mine = offices.filter((o) =>
    canInArea(ctx.actor, "rules.edit", { areaCode: o.subdistrictCode }),
  );
  const codes = [...new Set(mine.map((o) => o.subdistrictCode.slice(0, 5)))].filter((areaCode) =>
    canInArea(ctx.actor, "rules.edit", { areaCode }),
  );
  const regencies = await ctx.db.area.findMany({
    where: { code: { in: codes } },
    select: { code: true, name: true },
  });
  return [...mine.map((o) => ({ code: o.subdistrictCode, name: o.name })), ...regencies];
};
