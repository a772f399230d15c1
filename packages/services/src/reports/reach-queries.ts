import type { ServiceContext } from "../context";
import { contextStatement, plannedOnce } from "../kernel/database-context";
import { named } from "../kernel/named-statement";
import { mintReadScope } from "../kernel/read-scope";
import { type ReachPlaces, receiptsSql } from "./receipt-queries";

/**
 * One group of receipts as the statement counts it: total, village, program, month and trip of the year; each
 * year; everybody. `waits` and `village-waits` carry the days, and in `receipts` of how many.
 */
export interface ReachGroup {
  readonly part: string;
  readonly code: string;
  readonly receipts: number;
  readonly people: number;
  readonly households: number;
  readonly journeys: number;
  readonly median: number | null;
  readonly slow: number | null;
}

const mostYears = 5;

/** The years that are told, oldest first: this one and four before it. */
export const yearsShown = (now: Date, zone: string): readonly number[] => {
  const year = Number(
    new Intl.DateTimeFormat("en", { year: "numeric", timeZone: zone }).format(now),
  );
  return Array.from({ length: mostYears }, (_, at) => year - mostYears + 1 + at);
};

const counted = `count(*)::int AS receipts, count(DISTINCT person)::int AS people,
  count(DISTINCT household_id)::int AS households, count(DISTINCT (person, day))::int AS journeys,
  NULL::float AS median, NULL::float AS slow`;
const days = `count(*)::int, 0, 0, 0, percentile_cont(0.5) WITHIN GROUP (ORDER BY days),
  percentile_cont(0.9) WITHIN GROUP (ORDER BY days)`;

/** All counts of the page in one statement, so that they agree. $5 zone, $6 and $7 the year; then the cases' scope. */
const reachSql = (scope: string) => `
  WITH got AS MATERIALIZED (
    SELECT *, (at AT TIME ZONE $5)::date AS day FROM (${receiptsSql}) rows),
  chosen AS MATERIALIZED (SELECT * FROM got WHERE at >= $6::timestamptz AND at < $7::timestamptz),
  firsts AS (SELECT DISTINCT ON (enrollment_id) enrollment_id, village_code, case_id, at
    FROM got WHERE enrollment_id IS NOT NULL ORDER BY enrollment_id, at),
  waited AS MATERIALIZED (
    SELECT f.village_code, greatest(0, extract(epoch FROM f.at
      - CASE WHEN c.received_at IS NULL THEN n.nominated_at ELSE c.received_at END) / 86400)::float AS days
    FROM firsts f JOIN enrollment n ON n.id = f.enrollment_id
    LEFT JOIN "case" c ON c.id = f.case_id AND ${scope}
    WHERE f.at >= $6::timestamptz AND f.at < $7::timestamptz)
  SELECT CASE WHEN grouping(village_code) = 0 THEN 'village' WHEN grouping(program_code) = 0 THEN 'program'
      WHEN grouping(extract(month FROM day)) = 0 THEN 'month' WHEN grouping(trip_id) = 0 THEN 'trip' ELSE 'total'
    END AS part,
    coalesce(village_code, program_code, extract(month FROM day)::int::text, trip_id::text, '') AS code, ${counted}
  FROM chosen GROUP BY GROUPING SETS ((), (village_code), (program_code), (extract(month FROM day)), (trip_id))
  UNION ALL SELECT 'year', extract(year FROM day)::int::text, ${counted} FROM got GROUP BY 2
  UNION ALL SELECT 'everybody', '', ${counted} FROM got
  UNION ALL SELECT CASE WHEN grouping(village_code) = 0 THEN 'village-waits' ELSE 'waits' END,
    coalesce(village_code, ''), ${days} FROM waited GROUP BY GROUPING SETS ((), (village_code))`;
const scopeFrom = 8;

export interface ReachAsked {
  readonly places: ReachPlaces;
  /** "Asia/Makassar" */
  readonly zone: string;
  readonly years: readonly number[];
  readonly year: number;
}

/** Hours by which each zone is before UTC; none has summer time. */
const hoursOf: Readonly<Record<string, number>> = {
  "Asia/Jakarta": 7,
  "Asia/Makassar": 8,
  "Asia/Jayapura": 9,
};
const startOf = (year: number, zone: string): Date =>
  new Date(Date.UTC(year, 0, 1) - (hoursOf[zone] ?? 7) * 3_600_000);

/** The statement of the reader's reach, with its parameters. */
export const reachStatement = (ctx: ServiceContext, { places, zone, years, year }: ReachAsked) => {
  const scope = mintReadScope(ctx.actor);
  const [first = year] = years;
  return named(reachSql(scope.predicate(scopeFrom)), [
    ...[places.subdistricts, places.villages, startOf(first, zone)],
    startOf((years.at(-1) ?? year) + 1, zone),
    ...[zone, startOf(year, zone), startOf(year + 1, zone)],
    ...scope.values,
  ]);
};

/** Every count of the reader's reach. */
export const readReach = (ctx: ServiceContext, asked: ReachAsked): Promise<readonly ReachGroup[]> =>
  ctx.reads.read<ReachGroup>(plannedOnce(contextStatement(ctx.actor)), reachStatement(ctx, asked));
