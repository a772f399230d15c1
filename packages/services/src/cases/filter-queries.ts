import { type CaseSpans, caseSpansAt, receivedSpan } from "@rembuk/domain/calendars/case-spans";
import { zoneOfProvince } from "@rembuk/domain/calendars/zone-of-province";
import type { ListCasesInput } from "@rembuk/domain/cases/commands";
import { areOpen, type DayRange, instantsOf } from "@rembuk/domain/cases/list-filters";
import { readerCalendar } from "../calendars/reader-queries";
import type { ServiceContext } from "../context";
import type { ReadScope } from "../kernel/read-scope";
import { findMatches, type Matches, matchCondition } from "./search-matches";
import { waitingCondition } from "./waiting-referral-queries";

/** What filters need to know before they are said in SQL; null where none of them asks for it. */
export interface Known {
  readonly matches: Matches | null;
  readonly spans: CaseSpans | null;
}

/** Looks up the words of a list and counts the working days of its filters. */
export const knownOf = async (
  ctx: ServiceContext,
  { text, villages, lateness, age }: Partial<ListCasesInput>,
): Promise<Known> => {
  const isCounted = lateness === "near" || age !== undefined;
  const [matches, calendar] = await Promise.all([
    text ? findMatches(ctx, text, villages) : null,
    isCounted ? readerCalendar(ctx) : null,
  ]);
  return { matches, spans: calendar && caseSpansAt(calendar, ctx.now()) };
};

const nothingKnown: Known = { matches: null, spans: null };

/** Conditions of the filters, with their parameters appended after the scope's. */
export const filterConditions = (
  ctx: ServiceContext,
  input: Partial<ListCasesInput>,
  scope: ReadScope,
  { matches, spans }: Known = nothingKnown,
) => {
  const values: unknown[] = [...scope.values];
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const conditions = [scope.predicate(1)];
  if (input.statuses?.length) conditions.push(`c.status = ANY(${bind(input.statuses, "text[]")})`);
  // Said besides, for the indexes of open cases.
  if (!input.statuses?.length || areOpen(input.statuses)) conditions.push("c.is_open");
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
  conditions.push(...spanConditions(ctx, input, spans, bind));
  if (input.referral === "waiting") conditions.push(waitingCondition(ctx.actor, bind));
  conditions.push(...placeConditions(ctx, input, bind));
  if (input.received) conditions.push(...dayConditions(ctx, "c.received_at", input.received, bind));
  if (input.due) conditions.push(...dayConditions(ctx, "c.due_at", input.due, bind));
  if (input.years?.length)
    conditions.push(
      `split_part(c.number, '-', 2) = ANY(${bind(input.years.map(String), "text[]")})`,
    );
  if (input.text && matches === null) throw new Error("words are looked up before a list is asked");
  if (matches) conditions.push(matchCondition(matches, bind));
  return { conditions, values, bind };
};

type Bind = (value: unknown, type: string) => string;

/** What is counted in working days: a near deadline, and how long ago it came in. */
const spanConditions = (
  ctx: ServiceContext,
  { lateness, age }: Partial<ListCasesInput>,
  spans: CaseSpans | null,
  bind: Bind,
): readonly string[] => {
  if (lateness !== "near" && age === undefined) return [];
  if (spans === null) throw new Error("working days are counted before a list is asked");
  const at = (instant: Date) => bind(instant, "timestamptz");
  const { from, before } =
    age === undefined ? { from: null, before: null } : receivedSpan(age, spans);
  return [
    ...(lateness === "near"
      ? [
          `c.due_at > ${at(ctx.now())} AND c.due_at < ${at(spans.nearUntil)} AND c.status <> 'on_hold'`,
        ]
      : []),
    ...(from ? [`c.received_at >= ${at(from)}`] : []),
    ...(before ? [`c.received_at < ${at(before)}`] : []),
  ];
};

/** Where it lies and who works on it. Narrows what the scope allows, so a foreign code finds nothing. */
const placeConditions = (
  ctx: ServiceContext,
  { subdistricts, sectors, units, leadSector, person, escalated }: Partial<ListCasesInput>,
  bind: Bind,
): readonly string[] => {
  const found: string[] = [];
  if (subdistricts?.length) found.push(`c.subdistrict_code = ANY(${bind(subdistricts, "text[]")})`);
  if (sectors?.length) {
    const codes = bind(sectors, "text[]");
    found.push(`(c.lead_sector_code = ANY(${codes}) OR c.section_code = ANY(${codes}))`);
  }
  if (units?.length) found.push(`c.holder_code = ANY(${bind(units, "text[]")})`);
  if (leadSector === "") found.push("c.lead_sector_code IS NULL");
  if (leadSector) found.push(`c.lead_sector_code = ${bind(leadSector, "text")}`);
  if (person) {
    const officer = bind(person === "me" ? ctx.actor.userId : person, "uuid");
    found.push(`(c.responsible_id = ${officer} OR c.holder_user_id = ${officer})`);
  }
  if (escalated) found.push("c.escalation_level > 0");
  return found;
};

/** Days on the wall of the reader's province, whose kecamatan share one zone. */
const dayConditions = (
  ctx: ServiceContext,
  column: string,
  range: DayRange,
  bind: Bind,
): readonly string[] => {
  const [first] = ctx.actor.assignments;
  const { from, before } = instantsOf(range, zoneOfProvince(first?.areaCode ?? "") ?? "WIB");
  return [
    ...(from ? [`${column} >= ${bind(from, "timestamptz")}`] : []),
    ...(before ? [`${column} < ${bind(before, "timestamptz")}`] : []),
  ];
};

const withinDays = (ctx: ServiceContext, days: number, bind: Bind) => {
  const now = ctx.now();
  return `c.due_at > ${bind(now, "timestamptz")} AND c.due_at <= ${bind(new Date(now.getTime() + days * 86_400_000), "timestamptz")}`;
};

/** Says in SQL what `isTurnOf` says of one case; the scope is applied beside it. */
export const turnCondition = (ctx: ServiceContext, bind: Bind): string => {
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
