import type { ListCasesInput } from "@rembuk/domain/cases/commands";
import type { ServiceContext } from "../context";
import type { ReadScope } from "../kernel/read-scope";
import { type Matches, matchCondition } from "./search-matches";
import { waitingCondition } from "./waiting-referral-queries";

/**
 * Conditions of the filters, with their parameters appended after the scope's.
 * @param matches what the words of the input find, from `findMatches`
 */
export const filterConditions = (
  ctx: ServiceContext,
  input: Partial<ListCasesInput>,
  scope: ReadScope,
  matches: Matches | null = null,
) => {
  const values: unknown[] = [...scope.values];
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const conditions = [scope.predicate(1)];
  if (input.statuses?.length) conditions.push(`c.status = ANY(${bind(input.statuses, "text[]")})`);
  else conditions.push("c.is_open");
  if (input.villages?.length)
    conditions.push(`c.village_code = ANY(${bind(input.villages, "text[]")})`);
  if (input.categories?.length)
    conditions.push(`c.category_code = ANY(${bind(input.categories, "text[]")})`);
  if (input.holder && input.holder !== "mine" && input.holder !== "unowned") {
    conditions.push(`c.holder_kind = ${bind(input.holder, "text")}`);
  }
  if (input.holder === "unowned")
    conditions.push("c.responsible_id IS NULL AND c.holder_kind <> 'sector'");
  if (input.holder === "mine") conditions.push(turnCondition(ctx, bind));
  if (input.lateness === "late")
    conditions.push(`c.due_at <= ${bind(ctx.now(), "timestamptz")} AND c.status <> 'on_hold'`);
  if (input.lateness === "today") conditions.push(withinDays(ctx, 1, bind));
  if (input.lateness === "week") conditions.push(withinDays(ctx, 7, bind));
  if (input.referral === "waiting") conditions.push(waitingCondition(ctx.actor, bind));
  if (input.years?.length)
    conditions.push(
      `split_part(c.number, '-', 2) = ANY(${bind(input.years.map(String), "text[]")})`,
    );
  if (input.text && matches === null) throw new Error("words are looked up before a list is asked");
  if (matches) conditions.push(matchCondition(matches, bind));
  return { conditions, values, bind };
};

const withinDays = (
  ctx: ServiceContext,
  days: number,
  bind: (value: unknown, type: string) => string,
) => {
  const now = ctx.now();
  return `c.due_at > ${bind(now, "timestamptz")} AND c.due_at <= ${bind(new Date(now.getTime() + days * 86_400_000), "timestamptz")}`;
};

/** Says in SQL what `isTurnOf` says of one case; the scope is applied beside it. */
const turnCondition = (
  ctx: ServiceContext,
  bind: (value: unknown, type: string) => string,
): string => {
  const me = bind(ctx.actor.userId, "uuid");
  const branches = ctx.actor.assignments.flatMap((a) => {
    const area = () => bind(a.areaCode, "text");
    const sector = () => bind(a.sectorCode, "text");
    const atLeaders = () => `(c.holder_kind = 'leaders' AND c.subdistrict_code = ${area()})`;
    if (a.role === "triage-officer")
      return [`(c.holder_kind = 'desk' AND c.subdistrict_code = ${area()})`];
    if (a.role === "subdistrict-head") return [atLeaders()];
    if (a.role === "section-head" || a.role === "subdistrict-secretary") {
      return [
        ...(a.role === "subdistrict-secretary" ? [atLeaders()] : []),
        `(c.holder_kind = 'section' AND c.holder_code = ${sector()} AND c.subdistrict_code = ${area()})`,
      ];
    }
    if (a.role === "village-officer" || a.role === "village-head")
      return [`(c.holder_kind = 'village' AND c.village_code = ${area()})`];
    if (a.sectorCode !== null)
      return [`(c.holder_kind = 'sector' AND c.holder_code = ${sector()})`];
    return [];
  });
  const byRole = branches.length ? branches.join(" OR ") : "false";
  return `(c.holder_user_id = ${me} OR (c.holder_user_id IS NULL AND (${byRole})))`;
};
