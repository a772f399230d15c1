import type { Actor, Assignment } from "@rembuk/domain/access/actor";
import { permissions, type Reach } from "@rembuk/domain/access/permissions";
import { partyKey } from "@rembuk/domain/access/policy";
import type { Role } from "@rembuk/domain/access/roles";

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
  readonly values: readonly unknown[];
}

const reachOf = (a: Assignment): Reach | undefined =>
  (permissions["case.read"] as Partial<Record<Role, Reach>>)[a.role];

/** Collects parameters; each placeholder is numbered when the predicate is placed into a query. */
class Parameters {
  readonly values: unknown[] = [];
  bind(value: unknown, type: "text" | "uuid"): string {
    this.values.push(value);
    return `{${this.values.length - 1}}::${type}`;
  }
}

const place = (a: Assignment, reach: Reach, p: Parameters): string => {
  const area = () => p.bind(a.areaCode, "text");
  const party = () => p.bind(partyKey(a.areaCode, a.sectorCode ?? ""), "text");
  if (reach === "own-subdistrict") return `c.subdistrict_code = ${area()}`;
  if (reach === "own-village") return `c.village_code = ${area()}`;
  if (reach === "own-section")
    return `c.subdistrict_code = ${area()} AND c.section_code = ${p.bind(a.sectorCode, "text")}`;
  if (reach === "own-sector") return `c.lead_party = ${party()}`;
  if (reach === "supervisory") return `c.is_supervisory AND c.lead_party = ${party()}`;
  if (reach === "escalated") return `c.regency_code = ${area()} AND c.escalation_level >= 4`;
  if (reach === "audited") return `c.regency_code = ${area()}`;
  return "false";
};

/** The persons of the holder, as `policy.ts` has it; the place is compared already. */
const heldByRole: Partial<Record<Role, string>> = {
  "triage-officer": "c.holder_kind = 'desk'",
  "section-head": "c.holder_kind = 'section'",
  "subdistrict-secretary": "c.holder_kind = 'section'",
  "sector-partner": "c.holder_kind = 'sector'",
  "sector-lead": "c.holder_kind = 'sector'",
};

const confidentiality = (a: Assignment, reach: Reach, me: string, p: Parameters): string => {
  if (reach === "supervisory" || reach === "audited") return "true";
  if (a.clearance) return "NOT c.is_supervisory";
  const held = heldByRole[a.role];
  const section =
    held === "c.holder_kind = 'section'"
      ? ` AND c.section_code = ${p.bind(a.sectorCode, "text")}`
      : "";
  const holder = held ? ` OR (c.holder_user_id IS NULL AND ${held}${section})` : "";
  return `NOT c.is_supervisory AND (NOT c.is_secret OR c.created_by_id = ${me} OR c.reporter_user_id = ${me}
    OR c.responsible_id = ${me} OR c.holder_user_id = ${me}${holder})`;
};

/** Mints the scope of "case.read" from running assignments, a branch for each. */
export const mintReadScope = (actor: Actor): ReadScope => {
  const p = new Parameters();
  const me = p.bind(actor.userId, "uuid");
  const own = `(c.created_by_id = ${me} OR c.reporter_user_id = ${me}) AND NOT c.is_supervisory`;
  const branches = actor.assignments.flatMap((a) => {
    const reach = reachOf(a);
    if (reach === undefined) return [];
    if (reach === "own") return [`(${own})`];
    return [`(${place(a, reach, p)} AND ${confidentiality(a, reach, me, p)})`];
  });
  const reached = branches.length > 0 ? branches.join(" OR ") : "false";
  // Some branches do not ask who it is, and PostgreSQL refuses a parameter that no statement names.
  const text = `${me} IS NOT NULL AND (${reached})`;
  return {
    predicate: (first: number) =>
      `(${text.replace(/\{(\d+)\}/g, (_, at) => `$${first + Number(at)}`)})`,
    values: p.values,
  } as unknown as ReadScope;
};
