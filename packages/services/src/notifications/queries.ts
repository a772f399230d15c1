import type { Transaction } from "@rembuk/db/client";
import type { Actor } from "@rembuk/domain/access/actor";
import type { CaseEventType } from "@rembuk/domain/cases/events";
import type { Case, NoteAudience, Overseer } from "@rembuk/domain/cases/model";
import type { Sought } from "@rembuk/domain/notifications/recipients";
import { photoSeals } from "@rembuk/domain/staff/sealing";
import { listReporters } from "../cases/merge-store";
import { findCase } from "../cases/store";
import { getCommitment } from "../coaching/commitment-store";
import { getEngagement } from "../coaching/store";
import { innovationColumns, toInnovation } from "../innovations/store";
import { type RunningAssignmentRow, toGlass, toRunning } from "../staff/running-queries";
import { toTrip, tripParts } from "../trips/store";

export interface EventOfCase {
  readonly id: string;
  readonly type: CaseEventType;
  readonly actorId: string;
  readonly caseId: string;
  readonly noteAudience: NoteAudience | undefined;
  readonly referralId: string | undefined;
  readonly overseer: Overseer | undefined;
  readonly openerId: string | undefined;
}

interface EventRow {
  readonly id: string;
  readonly type: CaseEventType;
  readonly subject: string;
  readonly actor_id: string;
  readonly audience: NoteAudience | null;
  readonly referral_id: string | null;
  readonly overseer: Overseer | null;
  readonly opener_id: string | null;
}

/** An event whose subject is a case; null when there is none with this id. */
export const findCaseEvent = async (tx: Transaction, id: string): Promise<EventOfCase | null> => {
  const [row] = await tx.$queryRaw<EventRow[]>`
    SELECT id, type, subject, actor_id, payload->>'audience' AS audience, payload->>'referralId' AS referral_id,
      payload->>'overseer' AS overseer, payload->>'openerId' AS opener_id
    FROM domain_event WHERE id = ${id}::uuid AND subject LIKE 'case/%'`;
  if (!row) return null;
  const caseId = row.subject.slice("case/".length);
  return {
    id,
    type: row.type,
    actorId: row.actor_id,
    caseId,
    noteAudience: row.audience ?? undefined,
    referralId: row.referral_id ?? undefined,
    overseer: row.overseer ?? undefined,
    openerId: row.opener_id ?? undefined,
  };
};

/** The case as it stands now: what was true at the event may have been withdrawn since. */
export const findCaseNow = (tx: Transaction, id: string): Promise<Case | null> => findCase(tx, id);

/** Reports that a case carries, as they stand now. */
export const findCarried = async (tx: Transaction, caseId: string): Promise<readonly Case[]> => {
  const carried: Case[] = [];
  for (const { source_case_id } of await listReporters(tx, caseId)) {
    const kase = await findCase(tx, source_case_id);
    if (kase?.status === "duplicate") carried.push(kase);
  }
  return carried;
};

/** An event of a trip that is there still, with the trip as it now stands; null: there is none. */
export const findTripEvent = async (tx: Transaction, id: string) => {
  const event = await tx.domainEvent.findUnique({
    where: { id },
    select: { type: true, subject: true, actorId: true, payload: true },
  });
  const tripId = /^trip\/([0-9a-f-]{36})$/.exec(event?.subject ?? "")?.[1];
  if (!event || !tripId) return null;
  const row = await tx.trip.findUnique({ where: { id: tripId }, include: tripParts });
  return row && { ...event, trip: toTrip(row) };
};

/** An event of an innovation that is there still, with the innovation as it now stands; null: there is none. */
export const findInnovationEvent = async (tx: Transaction, id: string) => {
  const event = await tx.domainEvent.findUnique({
    where: { id },
    select: { type: true, subject: true, actorId: true, payload: true },
  });
  const innovationId = /^innovation\/([0-9a-f-]{36})$/.exec(event?.subject ?? "")?.[1];
  if (!event || !innovationId) return null;
  const where = { id: innovationId };
  const row = await tx.innovation.findUnique({ where, select: innovationColumns });
  return row && { ...event, innovation: toInnovation(row) };
};

/** An event of coaching that is there still, with engagement and commitment as they now stand; null: there is none. */
export const findCoachingEvent = async (tx: Transaction, id: string) => {
  const event = await tx.domainEvent.findUnique({
    where: { id },
    select: { type: true, subject: true, actorId: true, payload: true },
  });
  const engagementId = /^coaching\/([0-9a-f-]{36})$/.exec(event?.subject ?? "")?.[1];
  if (!event || !engagementId) return null;
  const engagement = await getEngagement(tx, engagementId);
  const { commitmentId } = event.payload as { readonly commitmentId?: string };
  const place = { where: { code: engagement.subdistrictCode }, select: { name: true } };
  return {
    ...event,
    engagement,
    commitment: commitmentId ? await getCommitment(tx, commitmentId) : null,
    placeName: (await tx.area.findUnique(place))?.name ?? engagement.subdistrictCode,
  };
};

/**
 * A record that came into quarantine, as an event tells; null: there is none, it was decided meanwhile, or another of
 * the same phone waits since before it.
 */
export const findQuarantineEvent = async (
  tx: Transaction,
  id: string,
): Promise<{ readonly ownerId: string; readonly subdistrictCode: string } | null> => {
  const [row] = await tx.$queryRaw<{ ownerId: string; subdistrictCode: string }[]>`
    SELECT d.user_id AS "ownerId", q.subdistrict_code AS "subdistrictCode"
    FROM domain_event e JOIN quarantined_record q ON q.id = (e.payload->>'recordId')::uuid
      JOIN device d ON d.id = q.device_id
    WHERE e.id = ${id}::uuid AND e.type = 'staff.record-quarantined' AND q.decision IS NULL
      AND NOT EXISTS (SELECT 1 FROM quarantined_record f WHERE f.device_id = q.device_id
        AND f.command <> ALL(${photoSeals}) AND f.decision IS NULL AND (f.received_at, f.id) < (q.received_at, q.id))`;
  return row ?? null;
};

export interface Candidate {
  readonly actor: Actor;
  readonly email: string | null;
}

interface CandidateRow {
  readonly id: string;
  readonly display_name: string;
  readonly email: string | null;
  readonly assignments: readonly RunningAssignmentRow[];
  readonly glass_cases: readonly string[];
}

const toCandidate = (row: CandidateRow): Candidate => ({
  email: row.email,
  actor: {
    userId: row.id,
    name: row.display_name,
    assignments: row.assignments.map(toRunning),
    ...toGlass(row.glass_cases),
  },
});

/**
 * The people sought and who stands in for those that are named, enabled, each with all running
 * assignments: only so can it be asked what they may.
 */
export const findCandidates = async (
  tx: Transaction,
  sought: Sought,
  now: Date,
): Promise<readonly Candidate[]> => {
  const places = JSON.stringify(
    sought.places.map((p) => ({
      ...{ roles: p.roles, area: p.areaCode, sector: p.sectorCode ?? null },
      organization: p.organizationId ?? null,
    })),
  );
  const rows = await tx.$queryRaw<CandidateRow[]>`
    WITH today AS (SELECT (${now}::timestamptz AT TIME ZONE 'Asia/Makassar')::date AS here),
    running AS MATERIALIZED (SELECT a.* FROM today, running_assignments(here) a),
    named AS (SELECT unnest(${sought.userIds as string[]}::uuid[]) AS id),
    wanted AS (
      SELECT id FROM named
      UNION
      SELECT r.user_id FROM running r WHERE r.behalf_of IN (SELECT id FROM named)
      UNION
      SELECT r.user_id FROM running r
      JOIN jsonb_to_recordset(${places}::jsonb) AS p(roles jsonb, area text, sector text, organization uuid)
        ON p.roles ? r.role AND CASE WHEN p.organization IS NULL
          THEN r.area_code = p.area AND (p.sector IS NULL OR r.sector_code = p.sector)
          ELSE r.organization_id = p.organization END)
    SELECT u.id, u.display_name, u.email,
      array_to_json(glass_cases_of(u.id, ${now}::timestamptz)) AS glass_cases, json_agg(json_build_object(
      'id', r.id, 'role', r.role, 'area_code', r.area_code, 'sector_code', r.sector_code,
      'organization_id', r.organization_id, 'clearance', r.clearance, 'behalf_of', r.behalf_of,
      'acting', r.acting, 'behalf_until', r.behalf_until)) AS assignments
    FROM wanted w JOIN "user" u ON u.id = w.id JOIN running r ON r.user_id = u.id
    WHERE u.disabled_at IS NULL GROUP BY u.id ORDER BY u.id`;
  return rows.map(toCandidate);
};
