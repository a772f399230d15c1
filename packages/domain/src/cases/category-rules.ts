import { type CaseCategory, type PrivacyMode, privacyModes } from "./model";

/** What a kabupaten or kecamatan may set of a category; everything else stays the master's. */
export const ruleFields = [
  "name",
  "leadSectorCode",
  "supportingSectorCodes",
  "focalSectionCode",
  "verifyDays",
  "followUpDays",
  "resolutionDays",
  "emergencyHours",
  "privacy",
  "requiredEvidence",
  "tasks",
] as const;
export type RuleField = (typeof ruleFields)[number];

/** Only what is set; a field that is not here is inherited. */
export type RuleSettings = {
  readonly [F in RuleField]?: NonNullable<CaseCategory[F]>;
};

/** One saved version of what an area set for a category. Never changed, never deleted. */
export interface RuleVersion {
  readonly id: string;
  /** Kabupaten (63.11) or kecamatan (63.11.07). */
  readonly areaCode: string;
  readonly categoryCode: string;
  /** The category that an own one hangs under; null for a row of the master. */
  readonly parentCode: string | null;
  /** 1, 2, 3 ... of this area and category. */
  readonly version: number;
  readonly settings: RuleSettings;
  readonly isActive: boolean;
  readonly inForceFrom: Date;
}

/** Where a value comes from, so that a screen can say so. */
export type RuleSource =
  | { readonly kind: "master" }
  | { readonly kind: "area"; readonly areaCode: string }
  | { readonly kind: "parent"; readonly code: string };

/** A category as a kecamatan works with it now: master, then kabupaten, then its own. */
export interface EffectiveRule {
  readonly category: CaseCategory;
  readonly parentCode: string | null;
  readonly isActive: boolean;
  readonly sources: Readonly<Record<RuleField, RuleSource>>;
  /** Ids of the versions it is made of, outermost first; empty: the master as it is. */
  readonly versionIds: readonly string[];
}

/** Own categories hang under one another at most so deep; a loop would never end. */
export const deepestTree = 8;

const strictness = (mode: PrivacyMode): number => privacyModes.indexOf(mode);

/** Privacy may be raised, never lowered: the stricter of the two. */
export const stricterOf = (one: PrivacyMode, other: PrivacyMode): PrivacyMode =>
  strictness(one) >= strictness(other) ? one : other;

type Layer = Pick<RuleVersion, "areaCode" | "settings" | "id" | "isActive">;

const everyField = (source: RuleSource): Record<RuleField, RuleSource> =>
  Object.fromEntries(ruleFields.map((f) => [f, source])) as Record<RuleField, RuleSource>;

/** One layer laid over a rule. What it does not set shines through; privacy never falls. */
const laidOver = (below: EffectiveRule, layer: Layer): EffectiveRule => {
  const set = ruleFields.filter((f) => layer.settings[f] !== undefined);
  const privacy = stricterOf(
    below.category.privacy,
    layer.settings.privacy ?? below.category.privacy,
  );
  const sources = { ...below.sources };
  for (const f of set) {
    if (f === "privacy" && privacy === below.category.privacy) continue;
    sources[f] = { kind: "area", areaCode: layer.areaCode };
  }
  return {
    ...below,
    category: { ...below.category, ...layer.settings, privacy },
    isActive: below.isActive && layer.isActive,
    sources,
    versionIds: [...below.versionIds, layer.id],
  };
};

/** The newest version of each area and category that is in force, by category. */
const inForceByCategory = (
  versions: readonly RuleVersion[],
  now: Date,
): ReadonlyMap<string, readonly RuleVersion[]> => {
  const newest = new Map<string, RuleVersion>();
  for (const v of versions) {
    if (v.inForceFrom > now) continue;
    const key = `${v.areaCode} ${v.categoryCode}`;
    const known = newest.get(key);
    if (!known || known.version < v.version) newest.set(key, v);
  }
  const byCategory = new Map<string, RuleVersion[]>();
  for (const v of newest.values()) {
    byCategory.set(v.categoryCode, [...(byCategory.get(v.categoryCode) ?? []), v]);
  }
  // The wider area first: the kabupaten is overruled by the kecamatan.
  for (const layers of byCategory.values()) {
    layers.sort((a, b) => a.areaCode.length - b.areaCode.length);
  }
  return byCategory;
};

/**
 * Every category of an area at a moment: rows of the master and own ones below them.
 * @param versions those of the area itself and of the areas that hold it, any order
 */
export const effectiveRules = (
  master: readonly CaseCategory[],
  versions: readonly RuleVersion[],
  now: Date,
): ReadonlyMap<string, EffectiveRule> => {
  const layers = inForceByCategory(versions, now);
  const masters = new Map(master.map((c) => [c.code, c]));
  const rules = new Map<string, EffectiveRule>();
  const rootOf = (category: CaseCategory): EffectiveRule => ({
    category,
    parentCode: null,
    isActive: true,
    sources: everyField({ kind: "master" }),
    versionIds: [],
  });
  const resolve = (code: string, depth: number): EffectiveRule | null => {
    const known = rules.get(code);
    if (known) return known;
    const own = layers.get(code) ?? [];
    const root = masters.get(code);
    const parentCode = own.find((v) => v.parentCode !== null)?.parentCode ?? null;
    const parent =
      root || parentCode === null || depth > deepestTree ? null : resolve(parentCode, depth + 1);
    if (!root && !parent) return null;
    const below = root
      ? rootOf(root)
      : parent && {
          ...parent,
          category: { ...parent.category, code },
          parentCode,
          sources: everyField({ kind: "parent", code: parentCode ?? "" }),
        };
    if (!below) return null;
    const rule = own.reduce<EffectiveRule>(laidOver, below);
    rules.set(code, rule);
    return rule;
  };
  for (const code of [...masters.keys(), ...layers.keys()]) resolve(code, 1);
  return rules;
};

/** When the next version comes into force; null when nothing is waiting. */
export const nextChangeAt = (versions: readonly RuleVersion[], now: Date): Date | null =>
  versions
    .map((v) => v.inForceFrom)
    .filter((at) => at > now)
    .reduce<Date | null>((first, at) => (first === null || at < first ? at : first), null);

/** The codes from a category up to its row of the master, itself first. */
export const lineOf = (
  rules: ReadonlyMap<string, Pick<EffectiveRule, "parentCode">>,
  code: string,
): readonly string[] => {
  const line: string[] = [];
  let at: string | null = code;
  while (at !== null && !line.includes(at)) {
    line.push(at);
    at = rules.get(at)?.parentCode ?? null;
  }
  return line;
};

/** A rule with settings laid over it, as a trial or an editor shows it before it is saved. */
export const withSettings = (
  below: EffectiveRule,
  areaCode: string,
  settings: RuleSettings,
): EffectiveRule => laidOver(below, { id: "", areaCode, settings, isActive: true });

/**
 * The rule that an area's own settings of a category are laid over; null for an unknown category.
 * @param parentCode of an own category, whose base is its parent as the area has it
 */
export const ruleBelow = (
  master: readonly CaseCategory[],
  versions: readonly RuleVersion[],
  at: { readonly areaCode: string; readonly code: string; readonly parentCode: string | null },
  now: Date,
): EffectiveRule | null => {
  const { areaCode, code, parentCode } = at;
  const others = versions.filter((v) => v.areaCode !== areaCode || v.categoryCode !== code);
  const bare: RuleVersion = {
    ...{ id: "", areaCode, categoryCode: code, parentCode, version: 0 },
    ...{ settings: {}, isActive: true, inForceFrom: now },
  };
  const layers = parentCode === null ? others : [...others, bare];
  return effectiveRules(master, layers, now).get(code) ?? null;
};
