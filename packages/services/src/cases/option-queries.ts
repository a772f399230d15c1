import { subdistrictOf } from "@rembuk/domain/areas/area-code";
import type { EffectiveRule } from "@rembuk/domain/cases/category-rules";
import { defaultTarget } from "@rembuk/domain/cases/routing";
import { z } from "zod";
import { loadSectorNames } from "../areas/queries";
import type { ServiceContext } from "../context";
import { loadRuleBook, type RuleBook, type Rules } from "./rule-queries";

export interface CategoryOption {
  readonly code: string;
  readonly name: string;
  readonly description: string;
  /** The category that an own one hangs under; null for a row of the master. */
  readonly within: string | null;
  readonly kind: string;
  readonly privacy: string;
  readonly isAlwaysEmergency: boolean;
  /** Goes straight to the inspectorate. */
  readonly isSupervisory: boolean;
  readonly emergencyHours: number | null;
  readonly targetName: string;
  readonly requiredEvidence: readonly string[];
  /** 1 to 11: the problems of the coordination desk. */
  readonly deskOrder: number | null;
}

export const categoryOptionsInput = z
  .object({ subdistrictCode: z.string().regex(/^\d{2}\.\d{2}\.\d{2}$/) })
  .nullish();

/** The places whose categories somebody works with: the kecamatan of their roles, else the offices in reach. */
const placesOf = async (ctx: Pick<ServiceContext, "db" | "actor">): Promise<readonly string[]> => {
  const areas = ctx.actor.assignments.map((a) => a.areaCode);
  const own = areas.flatMap((code) => subdistrictOf(code) ?? []);
  const wide = areas.filter((code) => subdistrictOf(code) === null);
  if (wide.length === 0) return [...new Set(own)];
  const offices = await ctx.db.office.findMany({
    where: { OR: wide.map((code) => ({ subdistrictCode: { startsWith: code } })) },
    select: { subdistrictCode: true },
  });
  return [...new Set([...own, ...offices.map((o) => o.subdistrictCode)])];
};

const toOption = (
  rule: EffectiveRule,
  rules: Rules,
  book: RuleBook,
  names: ReadonlyMap<string, string>,
): CategoryOption => {
  const { category: c, parentCode } = rule;
  const row = book.master.get(c.code);
  return {
    code: c.code,
    name: c.name,
    description: row?.description ?? "",
    within: parentCode === null ? null : (rules.get(parentCode)?.category.name ?? null),
    kind: c.kind,
    privacy: c.privacy,
    isAlwaysEmergency: c.isAlwaysEmergency,
    isSupervisory: c.isSupervisory,
    emergencyHours: c.emergencyHours,
    targetName: names.get(defaultTarget(c)) ?? c.leadSectorCode,
    requiredEvidence: c.requiredEvidence
      .split(";")
      .map((e) => e.trim())
      .filter(Boolean),
    deskOrder: row?.deskOrder ?? null,
  };
};

const optionsAt = async (
  ctx: Pick<ServiceContext, "db" | "now">,
  places: readonly string[],
): Promise<readonly CategoryOption[]> => {
  const [names, books] = await Promise.all([
    loadSectorNames(ctx.db, ""),
    // Somebody without a place sees the master: no version bears on "".
    Promise.all((places.length > 0 ? places : [""]).map((code) => loadRuleBook(ctx.db, code))),
  ]);
  const options = new Map<string, CategoryOption>();
  for (const book of books) {
    const rules = book.at(ctx.now());
    for (const rule of rules.values()) {
      const { code } = rule.category;
      if (rule.isActive && !options.has(code))
        options.set(code, toOption(rule, rules, book, names));
    }
  }
  return [...options.values()];
};

/** What the public page of one kecamatan offers; nobody needs to be signed in for it. */
export const listPublicCategories = (
  ctx: Pick<ServiceContext, "db" | "now">,
  subdistrictCode: string,
): Promise<readonly CategoryOption[]> => optionsAt(ctx, [subdistrictCode]);

/**
 * The categories as forms offer them: of one kecamatan, or of every place that the actor works in.
 * What is switched off is not offered; children follow their parent.
 */
export const listCategoryOptions = async (
  ctx: Pick<ServiceContext, "db" | "actor" | "now">,
  input?: z.infer<typeof categoryOptionsInput>,
): Promise<readonly CategoryOption[]> =>
  optionsAt(ctx, input ? [input.subdistrictCode] : await placesOf(ctx));
