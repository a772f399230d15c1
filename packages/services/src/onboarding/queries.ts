import type { Transaction } from "@rembuk/db/client";
import { canInArea } from "@rembuk/domain/access/policy";
import { regencyOf } from "@rembuk/domain/areas/area-code";
import type { OnboardingInput } from "@rembuk/domain/onboarding/commands";
import type { Mark, MarkedStep, OnboardingStep, StepState } from "@rembuk/domain/onboarding/model";
import { nextStep, type OnboardingFacts, stepStates } from "@rembuk/domain/onboarding/steps";
import { loadRuleBook } from "../cases/rule-queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireHeld, requireInArea } from "../kernel/require-permission";
import { officeToday } from "../staff/running-queries";

export interface OfficeForm {
  readonly name: string;
  readonly letters: string;
  readonly deskName: string;
  readonly address: string;
  readonly phone: string;
  readonly openingHours: string;
}

export interface NearOffice {
  readonly id: string;
  readonly name: string;
  readonly sectorName: string;
  /** Of the kabupaten: shared with its other kecamatan. */
  readonly isShared: boolean;
  readonly phone: string | null;
  readonly hasAccount: boolean;
}

/** How far a kecamatan is, and what its steps show. No count of cases. */
export interface Onboarding {
  readonly areaCode: string;
  readonly areaName: string;
  readonly regencyName: string;
  readonly zone: string;
  readonly steps: Readonly<Record<OnboardingStep, StepState>>;
  readonly next: OnboardingStep | null;
  readonly office: OfficeForm | null;
  readonly mayOpen: boolean;
  readonly mayEditShared: boolean;
  readonly villages: readonly { readonly code: string; readonly name: string }[];
  readonly offices: readonly NearOffice[];
  readonly people: { readonly desk: number; readonly leaders: number; readonly others: number };
  readonly calendar: { readonly year: number; readonly national: number; readonly local: number };
  readonly categories: {
    readonly active: number;
    readonly own: number;
    /** Those that a register's words may mean. */
    readonly choices: readonly { readonly code: string; readonly name: string }[];
  };
  readonly marks: readonly { readonly step: MarkedStep; readonly by: string; readonly at: Date }[];
}

interface RoleCount {
  readonly role: string;
  readonly people: number;
}

const leaderRoles = ["subdistrict-head", "subdistrict-secretary"];

const countRoles = (tx: Transaction, areaCode: string, now: Date): Promise<RoleCount[]> =>
  tx.$queryRaw<RoleCount[]>`
    SELECT r.role, count(DISTINCT r.user_id)::int AS people
    FROM running_assignments(${officeToday(now)}::date) r
    JOIN "user" u ON u.id = r.user_id AND u.disabled_at IS NULL
    WHERE left(r.area_code, 8) = ${areaCode} GROUP BY r.role`;

const sumOf = (counts: readonly RoleCount[], roles: (role: string) => boolean): number =>
  counts.filter(({ role }) => roles(role)).reduce((sum, { people }) => sum + people, 0);

const readPeopleCounts = async (tx: Transaction, areaCode: string, now: Date) => {
  const counts = await countRoles(tx, areaCode, now);
  const desk = sumOf(counts, (role) => role === "triage-officer");
  const leaders = sumOf(counts, (role) => leaderRoles.includes(role));
  return { desk, leaders, others: sumOf(counts, () => true) - desk - leaders };
};

const readOffices = async (tx: Transaction, areaCode: string): Promise<readonly NearOffice[]> => {
  const rows = await tx.$queryRaw<NearOffice[]>`
    SELECT o.id, o.name, coalesce(s.name, o.name) AS "sectorName", o.area_code <> ${areaCode} AS "isShared",
      o.phone, o.has_account AS "hasAccount"
    FROM organization o LEFT JOIN sector s ON s.code = o.sector_code
    WHERE o.kind = 'office' AND o.area_code IN (${areaCode}, ${regencyOf(areaCode) ?? areaCode})
    ORDER BY o.area_code DESC, o.name, o.id LIMIT 400`;
  return rows;
};

const readCalendarCounts = async (tx: Transaction, areaCode: string, now: Date) => {
  const year = Number(officeToday(now).slice(0, 4));
  const rows = await tx.$queryRaw<{ national: number; local: number }[]>`
    SELECT count(*) FILTER (WHERE area_code = '')::int AS national,
      count(*) FILTER (WHERE area_code <> '')::int AS local
    FROM holiday WHERE withdrawn_at IS NULL AND extract(year FROM date)::int = ${year}::int
      AND area_code IN ('', ${areaCode.slice(0, 2)}, ${areaCode.slice(0, 5)}, ${areaCode})`;
  return { year, national: rows[0]?.national ?? 0, local: rows[0]?.local ?? 0 };
};

const readMarks = async (tx: Transaction, areaCode: string) =>
  tx.$queryRaw<{ step: MarkedStep; state: Mark; by: string; at: Date }[]>`
    SELECT m.step, m.state, coalesce(u.display_name, '') AS by, m.marked_at AS at
    FROM onboarding_mark m LEFT JOIN "user" u ON u.id = m.marked_by_id
    WHERE m.subdistrict_code = ${areaCode}`;

const readProgress = async (tx: Transaction, areaCode: string) => {
  const rows = await tx.$queryRaw<{ hasImported: boolean; hasCase: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM case_import i WHERE i.subdistrict_code = ${areaCode}
        AND i.kind = 'register' AND i.made > 0 AND i.status IN ('done', 'cancelled')) AS "hasImported",
      has_own_case(${areaCode}) AS "hasCase"`;
  return rows[0] ?? { hasImported: false, hasCase: false };
};

const readCategoryCounts = async (ctx: ServiceContext, areaCode: string) => {
  const book = await loadRuleBook(ctx.db, areaCode);
  const rules = [...book.at(ctx.now()).values()];
  const own = new Set(book.versions.map((v) => v.categoryCode)).size;
  const active = rules.filter((rule) => rule.isActive).map((rule) => rule.category);
  const choices = active
    .filter((category) => !category.isSupervisory)
    .map(({ code, name }) => ({ code, name }));
  return { active: active.length, own, choices };
};

const readAreaNames = async (tx: Transaction, areaCode: string) => {
  const [area, regency] = await Promise.all([
    tx.area.findUnique({ where: { code: areaCode } }),
    tx.area.findUnique({ where: { code: areaCode.slice(0, 5) } }),
  ]);
  return {
    areaName: area?.name ?? areaCode,
    regencyName: regency?.name ?? "",
    zone: area?.zone ?? "WIB",
  };
};

const readGround = async (tx: Transaction, ctx: ServiceContext, areaCode: string) => ({
  ...(await readAreaNames(tx, areaCode)),
  office: await tx.office.findUnique({
    where: { subdistrictCode: areaCode },
    omit: { subdistrictCode: true, brand: true },
  }),
  villages: await tx.area.findMany({
    where: { parentCode: areaCode },
    select: { code: true, name: true },
    orderBy: { code: "asc" },
  }),
  offices: await readOffices(tx, areaCode),
  people: await readPeopleCounts(tx, areaCode, ctx.now()),
  calendar: await readCalendarCounts(tx, areaCode, ctx.now()),
});

/** How far this kecamatan is. @throws forbidden outside the area */
export const readOnboarding = async (
  ctx: ServiceContext,
  { areaCode }: OnboardingInput,
): Promise<Onboarding> => {
  requireInArea(ctx, "office.prepare", areaCode);
  const categories = await readCategoryCounts(ctx, areaCode);
  return inTransaction(ctx, async (tx) => {
    const ground = await readGround(tx, ctx, areaCode);
    const marks = await readMarks(tx, areaCode);
    const progress = await readProgress(tx, areaCode);
    const facts: OnboardingFacts = {
      ...progress,
      hasOffice: ground.office !== null,
      villages: ground.villages.length,
      offices: ground.offices.length,
      deskOfficers: ground.people.desk,
      leaders: ground.people.leaders,
      marks: Object.fromEntries(marks.map(({ step, state }) => [step, state])),
    };
    const steps = stepStates(facts);
    const above = { areaCode: regencyOf(areaCode) ?? "" };
    const mayEditShared = canInArea(ctx.actor, "office.prepare", above);
    return {
      ...{ areaCode, ...ground, categories, steps, next: nextStep(steps) },
      ...{ mayOpen: mayEditShared, mayEditShared },
      marks: marks.map(({ step, by, at }) => ({ step, by, at })),
    };
  });
};

export interface OnboardingPlace {
  readonly code: string;
  readonly name: string;
  readonly regencyName: string;
}

export interface OnboardingPlaces {
  /** Kecamatan that work with Rembuk, within reach, by name. */
  readonly offices: readonly OnboardingPlace[];
  /** May begin with a kecamatan that does not work with Rembuk yet. */
  readonly mayOpen: boolean;
}

/** Where the reader may go on. */
export const listOnboardings = async (ctx: ServiceContext): Promise<OnboardingPlaces> => {
  requireHeld(ctx, "office.prepare");
  const rows = await ctx.db.$queryRaw<OnboardingPlace[]>`
    SELECT o.subdistrict_code AS code, o.name, coalesce(r.name, '') AS "regencyName"
    FROM office o LEFT JOIN area r ON r.code = left(o.subdistrict_code, 5) ORDER BY o.name`;
  return {
    offices: rows.filter(({ code }) => canInArea(ctx.actor, "office.prepare", { areaCode: code })),
    mayOpen: canInArea(ctx.actor, "office.prepare", { areaCode: "" }),
  };
};
