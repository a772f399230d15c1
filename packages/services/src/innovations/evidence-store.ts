import type { Database, Transaction } from "@rembuk/db/client";

/** Weeks that the pulse goes back. */
export const pulseWeeks = 26;

/** Innovations whose counts are older than a moment, or that have none; each of them belongs to one run. */
export const findUncounted = (db: Database, before: Date, most: number) =>
  db.innovation.findMany({
    where: { OR: [{ evidence: null }, { evidence: { countedAt: { lt: before } } }] },
    select: { id: true },
    orderBy: { id: "asc" },
    take: most,
  });

/**
 * Counts one innovation's operation anew, in one statement: cases of its categories, trips, people served, what
 * happened in each week, and the same figures of the last two half years. Confidential cases are in no count. An innovation without a beginning is counted for a year.
 */
export const countOne = (tx: Transaction, innovationId: string, now: Date): Promise<number> =>
  tx.$executeRaw`
    WITH i AS (
      SELECT id, subdistrict_code,
        coalesce((profile->>'startedOn')::date, (${now}::timestamptz - interval '1 year')::date) AS since,
        ARRAY(SELECT jsonb_array_elements_text(parts->'operations'->'categories')) AS categories,
        coalesce((parts->'operations'->>'countsTrips')::boolean, false) AS counts_trips
      FROM innovation WHERE id = ${innovationId}::uuid),
    c AS (
      SELECT k.received_at AS at, k.status FROM i JOIN "case" k ON k.subdistrict_code = i.subdistrict_code
        AND k.category_code = ANY (i.categories) AND k.received_at >= i.since
      WHERE NOT k.is_secret AND NOT k.is_supervisory),
    t AS (
      SELECT t.id, coalesce(t.departed_at, t.starts_on::timestamptz) AS at FROM i
      JOIN trip t ON i.counts_trips AND t.subdistrict_code = i.subdistrict_code
        AND t.starts_on >= i.since AND t.status IN ('returned', 'reconciled')),
    h AS (
      SELECT h.resident_id, h.happened_at AS at FROM t JOIN handover h ON h.trip_id = t.id
      WHERE h.outcome IN ('delivered', 'partial') AND coalesce((SELECT r.state FROM handover_ruling r
        WHERE r.handover_id = h.id ORDER BY r.seq DESC LIMIT 1), h.arrival) IN ('synced', 'verified', 'disputed')),
    halves(half, from_at, to_at) AS (VALUES
      ('latest', ${now}::timestamptz - interval '182 days', ${now}::timestamptz),
      ('before', ${now}::timestamptz - interval '364 days', ${now}::timestamptz - interval '182 days')),
    p AS (
      SELECT half, ARRAY[
        (SELECT count(*) FROM c WHERE c.at > from_at AND c.at <= to_at),
        (SELECT count(*) FROM c WHERE c.at > from_at AND c.at <= to_at AND status IN ('resolved', 'closed')),
        (SELECT count(*) FROM t WHERE t.at > from_at AND t.at <= to_at),
        (SELECT count(DISTINCT resident_id) FROM h WHERE h.at > from_at AND h.at <= to_at)]::int[] AS counts
      FROM halves),
    w AS (
      SELECT floor(extract(epoch FROM (${now}::timestamptz - at)) / 604800)::int AS back, count(*)::int AS n
      FROM (SELECT at FROM c UNION ALL SELECT at FROM t UNION ALL SELECT at FROM h) happened
      WHERE at <= ${now}::timestamptz GROUP BY 1)
    INSERT INTO innovation_evidence
      (innovation_id, counted_at, since, cases, solved, trips, people, weeks, latest, before)
    SELECT i.id, ${now}::timestamptz, i.since, (SELECT count(*) FROM c),
      (SELECT count(*) FROM c WHERE status IN ('resolved', 'closed')), (SELECT count(*) FROM t),
      (SELECT count(DISTINCT resident_id) FROM h),
      ARRAY(SELECT coalesce(w.n, 0) FROM generate_series(${pulseWeeks - 1}::int, 0, -1) back LEFT JOIN w USING (back)
        ORDER BY back DESC),
      (SELECT counts FROM p WHERE half = 'latest'), (SELECT counts FROM p WHERE half = 'before')
    FROM i
    ON CONFLICT (innovation_id) DO UPDATE SET counted_at = EXCLUDED.counted_at, since = EXCLUDED.since,
      cases = EXCLUDED.cases, solved = EXCLUDED.solved, trips = EXCLUDED.trips, people = EXCLUDED.people,
      weeks = EXCLUDED.weeks, latest = EXCLUDED.latest, before = EXCLUDED.before`;
