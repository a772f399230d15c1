import { isWithin } from "../areas/area-code";
import { DomainError } from "../kernel/errors";
import {
  deepestTree,
  type EffectiveRule,
  effectiveRules,
  lineOf,
  type RuleField,
  type RuleVersion,
  ruleBelow,
  ruleFields,
} from "./category-rules";
import type { CaseCategory, CaseKind } from "./model";
import { requireChangeable, requireSoundSettings } from "./rule-changes";

type Tree = ReadonlyMap<string, Pick<EffectiveRule, "parentCode">>;

/** What a move is decided on: the master and every version of the area, of those above and below it. */
export interface MoveGround {
  readonly master: readonly CaseCategory[];
  readonly versions: readonly RuleVersion[];
  readonly now: Date;
}

export interface CategoryMove {
  readonly id: string;
  readonly areaCode: string;
  readonly categoryCode: string;
  /** Where it shall hang. */
  readonly parentCode: string;
}

/** A category and all that hang below it, itself first. */
export const branchOf = (tree: Tree, code: string): readonly string[] =>
  [...tree.keys()]
    .filter((one) => lineOf(tree, one).includes(code))
    .sort((a, b) => lineOf(tree, a).length - lineOf(tree, b).length);

/** The versions that an area lives by: its own and those above it. */
const seenIn = (versions: readonly RuleVersion[], areaCode: string): RuleVersion[] =>
  versions.filter((v) => isWithin(areaCode, v.areaCode));

/** The newest version of each area and category among these codes, waiting ones too. */
const newestOf = (versions: readonly RuleVersion[], codes: readonly string[]): RuleVersion[] => {
  const newest = new Map<string, RuleVersion>();
  for (const v of versions) {
    const key = `${v.areaCode} ${v.categoryCode}`;
    const known = newest.get(key);
    if (codes.includes(v.categoryCode) && (known?.version ?? 0) < v.version) newest.set(key, v);
  }
  return [...newest.values()];
};

/** Days and hours that were set must still go together over what is inherited from now on. */
const requireSoundBranch = ({ master, versions, now }: MoveGround, codes: readonly string[]) => {
  for (const one of newestOf(versions, codes)) {
    const { areaCode, categoryCode: code, parentCode } = one;
    const below = ruleBelow(
      master,
      seenIn(versions, areaCode),
      { areaCode, code, parentCode },
      now,
    );
    // Privacy takes the stricter one anyway: what was set is no lowering.
    const { privacy: _, ...settings } = one.settings;
    try {
      if (below) requireSoundSettings(below, settings);
    } catch {
      throw new DomainError("invalid", "RULE_MOVE_UNSOUND", { categoryCode: code });
    }
  }
};

const requirePlace = (
  { master, versions, now }: MoveGround,
  { areaCode, categoryCode, parentCode }: CategoryMove,
): void => {
  const field = "parentCode";
  const parent = effectiveRules(master, seenIn(versions, areaCode), now).get(parentCode);
  if (!parent) throw new DomainError("invalid", "CATEGORY_UNKNOWN", { field });
  requireChangeable(parent);
  if (!parent.isActive) throw new DomainError("invalid", "CATEGORY_OFF", { field });
  // The tree of every kecamatan: what one hung below a category of the kabupaten moves along.
  const tree = effectiveRules(master, versions, now);
  const line = lineOf(tree, parentCode);
  if (line.includes(categoryCode)) throw new DomainError("invalid", "RULE_CYCLE", { field });
  const depths = branchOf(tree, categoryCode).map((code) => lineOf(tree, code).length);
  const height = Math.max(...depths) - lineOf(tree, categoryCode).length + 1;
  if (line.length + height > deepestTree) {
    throw new DomainError("invalid", "RULE_TOO_DEEP", { most: deepestTree });
  }
};

/**
 * The next version of an own category, under another parent from now on.
 * @param latest the area's newest version of it
 * @throws invalid RULE_NOT_MOVABLE for what the area did not make, RULE_CYCLE, RULE_TOO_DEEP,
 * RULE_LOCKED, RULE_UNCHANGED, RULE_MOVE_UNSOUND, CATEGORY_UNKNOWN, CATEGORY_OFF; conflict
 * RULE_VERSION_WAITING while a version waits for its day
 */
export const decideMove = (
  ground: MoveGround,
  latest: RuleVersion | null,
  move: CategoryMove,
): RuleVersion => {
  const { master, versions, now } = ground;
  if (!latest || latest.parentCode === null) throw new DomainError("invalid", "RULE_NOT_MOVABLE");
  if (latest.inForceFrom > now) throw new DomainError("conflict", "RULE_VERSION_WAITING");
  if (latest.parentCode === move.parentCode) throw new DomainError("invalid", "RULE_UNCHANGED");
  requirePlace(ground, move);
  const { settings, isActive } = latest;
  const next = { ...move, settings, isActive, version: latest.version + 1, inForceFrom: now };
  const branch = branchOf(effectiveRules(master, versions, now), move.categoryCode);
  requireSoundBranch({ ...ground, versions: [...versions, next] }, branch);
  return next;
};

/** A field that a category inherits differently after a move. */
export interface InheritedChange {
  readonly field: RuleField;
  readonly before: CaseCategory[RuleField];
  readonly after: CaseCategory[RuleField];
}

export interface MoveEffect {
  readonly code: string;
  readonly name: string;
  readonly kindBefore: CaseKind;
  readonly kindAfter: CaseKind;
  readonly changes: readonly InheritedChange[];
}

const changesOf = (before: CaseCategory, after: CaseCategory): InheritedChange[] =>
  ruleFields
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));

/** What new cases of the category, and of those below it, would find changed; itself first. */
export const moveEffects = (ground: MoveGround, moved: RuleVersion): readonly MoveEffect[] => {
  const { master, versions, now } = ground;
  const seen = seenIn(versions, moved.areaCode);
  const before = effectiveRules(master, seen, now);
  const after = effectiveRules(master, [...seen, moved], now);
  return branchOf(before, moved.categoryCode).flatMap((code) => {
    const [was, is] = [before.get(code)?.category, after.get(code)?.category];
    if (!was || !is) return [];
    const kinds = { kindBefore: was.kind, kindAfter: is.kind };
    return [{ code, name: was.name, ...kinds, changes: changesOf(was, is) }];
  });
};
