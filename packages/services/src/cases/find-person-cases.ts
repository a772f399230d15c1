import type { Transaction } from "@rembuk/db/client";
import { can, holds } from "@rembuk/domain/access/policy";
import { askedSpellings } from "@rembuk/domain/beneficiaries/name-spelling";
import { parseNik } from "@rembuk/domain/beneficiaries/nik";
import { localDate } from "@rembuk/domain/calendars/local-date";
import type { Case } from "@rembuk/domain/cases/model";
import type { SearchTerm } from "@rembuk/domain/cases/search-term";
import { listOffices } from "../areas/queries";
import { askedKeys } from "../beneficiaries/name-key-store";
import type { ServiceContext } from "../context";
import { contextStatement, plannedOnce } from "../kernel/database-context";
import { blindIndex } from "../kernel/field-keys";
import { inTransaction } from "../kernel/in-transaction";
import { logAccess } from "../kernel/log-access";
import { named } from "../kernel/named-statement";
import { mintReadScope } from "../kernel/read-scope";
import { type Row, toCase } from "./row-store";

/** Of one name, so many cases at most. */
const mostPersonCases = 200;
const mostNameWords = 3;

interface Sought {
  readonly nik?: Uint8Array | null;
  readonly phone?: Uint8Array | null;
  readonly words?: readonly (readonly string[])[];
}

const columns = `c.id, c.number, c.regency_code, c.subdistrict_code, c.village_code, c.section_code,
  c.status, c.privacy, c.is_secret, c.is_supervisory, c.holder_kind, c.holder_code, c.holder_user_id,
  c.lead_party, c.reported_party, c.lead_sector_code, c.responsible_id, c.created_by_id,
  c.reporter_user_id, c.reporter_person_id, c.received_at, c.escalation_level, c.holds`;

/** Who reported anonymously is known to those alone who may reprint their receipt. */
const knowsPerson = (ctx: ServiceContext, kase: Case): boolean =>
  can(ctx.actor, "person.read", kase) &&
  (kase.privacy === "NORMAL" || can(ctx.actor, "case.reprint-receipt", kase));

/** Cases within the scope whose reporter is sought, and whose reporter the reader may know. */
const listPersonCases = async (ctx: ServiceContext, sought: Sought): Promise<readonly Case[]> => {
  const scope = mintReadScope(ctx.actor);
  const values: unknown[] = [...scope.values];
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const [first, second, third] = sought.words ?? [];
  const found = `find_person_cases(${bind(sought.nik ?? null, "bytea")}, ${bind(sought.phone ?? null, "bytea")},
    ${bind(first ?? null, "bigint[]")}, ${bind(second ?? null, "bigint[]")}, ${bind(third ?? null, "bigint[]")}, ${mostPersonCases})`;
  const text = `WITH f AS MATERIALIZED (SELECT ${found} AS ids)
    SELECT ${columns} FROM "case" c WHERE c.id = ANY ((SELECT ids FROM f)::uuid[]) AND ${scope.predicate(1)}`;
  const rows = await ctx.reads.read<Row>(
    plannedOnce(contextStatement(ctx.actor)),
    named(text, values),
  );
  return rows.map(toCase).filter((kase) => knowsPerson(ctx, kase));
};

/** The kecamatan whose persons the reader's assignments reach: their keys differ. */
const officesOf = async (ctx: ServiceContext): Promise<readonly string[]> => {
  const areas = [...new Set(ctx.actor.assignments.map((a) => a.areaCode))];
  const whole = areas.filter((code) => code.length < 8);
  // A village's case may have gone to another kecamatan of the kabupaten; its person stays where it was.
  const own = areas.filter((code) => code.length >= 8).map((code) => code.slice(0, 8));
  if (whole.length === 0) return [...new Set(own)];
  const offices = await listOffices(ctx.db, "");
  const within = offices
    .map((office) => office.subdistrictCode)
    .filter((code) => whole.some((area) => code.startsWith(`${area}.`)));
  return [...new Set([...own, ...within])];
};

/** Cases of persons with such a name; each word must fit. Nothing to who may not know any reporter. */
export const findNamedCases = async (
  ctx: ServiceContext,
  name: string,
  how: "exact" | "near",
): Promise<readonly string[]> => {
  const words = askedSpellings(name);
  if (words.length === 0 || !holds(ctx.actor, "person.read")) return [];
  // A word too short to be mistyped still has to fit as it is.
  const keyed = words.map((word) => (how === "near" && word.near.length > 0 ? "near" : "exact"));
  if (how === "near" && !keyed.includes("near")) return [];
  const offices = await officesOf(ctx);
  const sought = words
    .map((word, at) => askedKeys(ctx.keys, offices, word, keyed[at] ?? "exact"))
    // The longest word tells the most: its keys are looked up first.
    .sort((a, b) => b.length - a.length)
    .slice(0, mostNameWords);
  const cases = await listPersonCases(ctx, { words: sought });
  return cases.map((kase) => kase.id);
};

const logged = async (
  tx: Transaction,
  ctx: ServiceContext,
  cases: readonly Case[],
): Promise<void> => {
  for (const kase of cases) await logAccess(tx, ctx, { kase, act: "find-person" });
};

/** One look is logged once, however often an open list refreshes itself (ms). */
const sameLookMs = 600_000;
const lastLooks = new Map<string, number>();
const isNewLook = (ctx: ServiceContext, kase: Case): boolean => {
  const look = `${ctx.actor.userId} ${kase.id}`;
  const now = ctx.now().getTime();
  if (now - (lastLooks.get(look) ?? Number.NEGATIVE_INFINITY) < sameLookMs) return false;
  if (lastLooks.size > 10_000) lastLooks.clear();
  lastLooks.set(look, now);
  return true;
};

/**
 * Cases of the person with this NIK or phone, by blind index. To know somebody's number and be told their
 * cases is to look a person up: it is logged on each case that is told.
 */
export const findNumberedCases = async (
  ctx: ServiceContext,
  { nik, phone }: Pick<SearchTerm, "nik" | "phone">,
): Promise<readonly string[]> => {
  if (!holds(ctx.actor, "person.read")) return [];
  const today = localDate(ctx.now().toISOString().slice(0, 10));
  const parsed = nik === null ? null : parseNik(nik, { today, demo: ctx.demo });
  const cases = await listPersonCases(ctx, {
    nik: parsed?.ok ? blindIndex(ctx.keys, "nik", parsed.nik) : null,
    phone: phone === null ? null : blindIndex(ctx.keys, "phone", phone),
  });
  const fresh = cases.filter((kase) => isNewLook(ctx, kase));
  if (fresh.length > 0) await inTransaction(ctx, (tx) => logged(tx, ctx, fresh));
  return cases.map((kase) => kase.id);
};
