import type { Actor, Assignment } from "@rembuk/domain/access/actor";
import { partyKey } from "@rembuk/domain/access/party-key";
import { permissions, type Reach } from "@rembuk/domain/access/permissions";
import { referralParty } from "@rembuk/domain/access/policy";
import { acceptedStatuses, openingStatuses } from "@rembuk/domain/access/referral-status";
import { unitsOfActor } from "@rembuk/domain/access/reported-unit";
import type { Role } from "@rembuk/domain/access/roles";
import type { HolderKind } from "@rembuk/domain/cases/model";

declare const minted: unique symbol;

/**
 * Which cases a reader may see, as an SQL predicate over the alias `c`. Only this file mints one,
 * and a query that demands it cannot be asked without. It says the same as `can(actor, "case.read", c)`:
 * a test holds both against every case and role.
 */
export interface ReadScope {
  readonly [minted]: true;
  /** `(…)`, with parameters numbered from `firstParameter`. */
  readonly predicate: (firstParameter: number) => string;
  /**
   * The same in two parts, for reads in an order: the reader's own cases, which an index gives in that
   * order, and those that a referral opens, which are few. Null: no referral can open any.
   */
  readonly parts: (firstParameter: number) => { own: string; referred: string } | null;
  readonly values: readonly unknown[];
}

const reachOf = (a: Assignment): Reach | undefined =>
  (permissions["case.read"] as Partial<Record<Role, Reach>>)[a.role];

/** Collects parameters; each placeholder is numbered when the predicate is placed into a query. */
class Parameters {
  readonly values: unknown[] = [];
  bind(value: unknown, type: "text" | "text[]" | "uuid" | "uuid[]"): string {
    this.values.push(value);
    return `{${this.values.length - 1}}::${type}`;
  }
}

const quoted = (statuses: readonly string[]) => statuses.map((s) => `'${s}'`).join(", ");

/** Asked once for a statement: an array that an index scan of `case` can be driven by. */
const referredCases = (party: string, statuses: readonly string[], assignee: string | null) =>
  `c.id = ANY (ARRAY(SELECT r.case_id FROM referral r WHERE r.party = ${party}
    AND r.status IN (${quoted(statuses)})${assignee === null ? "" : ` AND r.assignee_id = ${assignee}`}))`;

/** Reaches whose cases a referral (or an offered transfer) adds to. */
const referredReaches: readonly Reach[] = [
  "own-or-referred",
  "own-subdistrict-or-offered",
  "own-sector-or-referred",
  "referred",
];

const place = (a: Assignment, reach: Reach, p: Parameters): string => {
  const area = () => p.bind(a.areaCode, "text");
  const party = () => p.bind(partyKey(a.areaCode, a.sectorCode ?? ""), "text");
  if (reach === "own-subdistrict" || reach === "own-subdistrict-or-offered")
    return `c.subdistrict_code = ${area()}`;
  if (reach === "own-village") return `c.village_code = ${area()}`;
  if (reach === "own-section")
    return `c.subdistrict_code = ${area()} AND c.section_code = ${p.bind(a.sectorCode, "text")}`;
  if (reach === "own-sector" || reach === "own-sector-or-referred")
    return `c.lead_party = ${party()}`;
  if (reach === "supervisory") return `c.is_supervisory AND c.lead_party = ${party()}`;
  if (reach === "escalated") return `c.regency_code = ${area()} AND c.escalation_level >= 4`;
  if (reach === "audited") return `c.regency_code = ${area()}`;
  return "false";
};

/** The persons of the holder, as `policy.ts` has it; the place is compared already. */
const heldByRole: Partial<Record<Role, readonly HolderKind[]>> = {
  "triage-officer": ["desk"],
  "section-head": ["section"],
  "subdistrict-secretary": ["section", "leaders"],
  "subdistrict-head": ["leaders"],
  "sector-partner": ["sector"],
  "sector-lead": ["sector"],
};

/** Who asks, as a placeholder, and ` OR c.id = ANY(…)` of what is open to them by break-glass. */
interface Reader {
  readonly me: string;
  readonly glass: () => string;
}

/** Bound where it is first asked for: PostgreSQL refuses a parameter that no statement names. */
const glassOf = (actor: Actor, p: Parameters): Reader["glass"] => {
  const opened = actor.glassCases ?? [];
  let clause: string | null = opened.length === 0 ? "" : null;
  return () => {
    clause ??= ` OR c.id = ANY(${p.bind(opened, "uuid[]")})`;
    return clause;
  };
};

/** @param byPlace false where a referral reached the case: then its place was not compared */
const confidentiality = (
  a: Assignment,
  { reach, byPlace }: { reach: Reach; byPlace: boolean },
  { me, glass }: Reader,
  p: Parameters,
): string => {
  if (reach === "supervisory" || reach === "audited") return "true";
  if (a.clearance) return "NOT c.is_supervisory";
  const held = (byPlace ? heldByRole[a.role] : undefined) ?? [];
  const holder = held
    .map((kind) => {
      const own = kind === "section" ? ` AND c.section_code = ${p.bind(a.sectorCode, "text")}` : "";
      return ` OR (c.holder_user_id IS NULL AND c.holder_kind = '${kind}'${own})`;
    })
    .join("");
  const mine = referralParty(p.values[0] as string, a);
  const assigned =
    mine === null ? "" : ` OR ${referredCases(p.bind(mine, "text"), acceptedStatuses, me)}`;
  return `NOT c.is_supervisory AND (NOT c.is_secret OR c.created_by_id = ${me} OR c.reporter_user_id = ${me}
    OR c.responsible_id = ${me} OR c.holder_user_id = ${me}${holder}${assigned}${glass()})`;
};

/** Cases that a referral to the assignment's party opens; null where none can. */
const referredBranch = (
  a: Assignment,
  reach: Reach,
  reader: Reader,
  p: Parameters,
): string | null => {
  const party = referralParty(p.values[0] as string, a);
  if (party === null || !referredReaches.includes(reach)) return null;
  const opened = referredCases(p.bind(party, "text"), openingStatuses, null);
  return `(${opened} AND ${confidentiality(a, { reach, byPlace: false }, reader, p)})`;
};

const anyOf = (branches: readonly string[]) =>
  branches.length > 0 ? branches.join(" OR ") : "false";

/** Mints the scope of "case.read" from running assignments, a branch for each. */
export const mintReadScope = (actor: Actor): ReadScope => {
  const p = new Parameters();
  const me = p.bind(actor.userId, "uuid");
  const reader = { me, glass: glassOf(actor, p) };
  const mine = `(c.created_by_id = ${me} OR c.reporter_user_id = ${me}) AND NOT c.is_supervisory`;
  const own: string[] = [];
  const referred: string[] = [];
  for (const a of actor.assignments) {
    const reach = reachOf(a);
    if (reach === undefined) continue;
    if (reach === "own" || reach === "own-or-referred") own.push(`(${mine})`);
    else if (reach !== "referred")
      own.push(
        `(${place(a, reach, p)} AND ${confidentiality(a, { reach, byPlace: true }, reader, p)})`,
      );
    const branch = referredBranch(a, reach, reader, p);
    if (branch !== null) referred.push(branch);
  }
  const units = p.bind(unitsOfActor(actor), "text[]");
  const unreported = `(c.reported_party IS NULL OR c.reported_party <> ALL (${units}))`;
  // Some branches do not ask who it is, and PostgreSQL refuses a parameter that no statement names.
  const numbered = (text: string, first: number) =>
    `(${me} IS NOT NULL AND ${unreported} AND (${text}))`.replace(
      /\{(\d+)\}/g,
      (_, at) => `$${first + Number(at)}`,
    );
  return {
    predicate: (first: number) => numbered(anyOf([...own, ...referred]), first),
    parts: (first: number) =>
      referred.length === 0
        ? null
        : { own: numbered(anyOf(own), first), referred: numbered(anyOf(referred), first) },
    values: p.values,
  } as unknown as ReadScope;
};
