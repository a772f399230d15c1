import type { PreparedRead } from "@rembuk/db/client";
import { can } from "@rembuk/domain/access/policy";
import type { Case, NoteAudience, RelayWay } from "@rembuk/domain/cases/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { contextStatement, plannedOnce } from "../kernel/database-context";
import { accessStatement } from "../kernel/log-access";
import { requirePermission } from "../kernel/require-permission";
import type { GlassRow } from "./glass-queries";
import { readingAct } from "./log-reading";
import { isReferredOnly, type TaskRow } from "./referral-queries";
import { type ReferralRows, referralRowsStatement } from "./referral-row-queries";
import { type Row, toCase } from "./row-store";
import { findCaseStatement } from "./store";

/** What hangs on a case, as its statement gives it: times are text, ids of people have their names. */
export interface PageRows {
  readonly notes: readonly {
    readonly id: string;
    readonly audience: NoteAudience;
    readonly purpose: string;
    readonly body: string;
    readonly authorId: string;
    readonly createdAt: string;
  }[];
  readonly stages: readonly {
    readonly startedAt: string;
    readonly endedAt: string | null;
    readonly holderKind: Case["holder"]["kind"];
    readonly holderCode: string | null;
    readonly limitDays: number;
    readonly dueAt: string;
  }[];
  readonly events: readonly {
    readonly id: string;
    readonly type: string;
    readonly actorId: string;
    readonly payload: Readonly<Record<string, unknown>>;
    readonly occurredAt: string;
  }[];
  readonly tasks: readonly TaskRow[];
  readonly relays: readonly {
    readonly id: string;
    readonly toldBy: string;
    readonly how: RelayWay;
    readonly toldAt: string;
  }[];
  readonly glass: readonly GlassRow[];
  readonly names: Readonly<Record<string, string>>;
  /** Numbers of the letters by which somebody held an office when they acted, by absence. */
  readonly letters: Readonly<Record<string, string>>;
  /** What the office saved of the camat's disposisi first; null: nothing. */
  readonly dispositionFirst: boolean | null;
  /** The name stays sealed; of phone and NIK it is told only that they are there. */
  readonly person: {
    readonly id: string;
    readonly nameSealed: string;
    readonly capacity: string | null;
    readonly hasPhone: boolean;
    readonly hasNik: boolean;
  } | null;
  /** It carries reports, or others were split from it. */
  readonly hasRelated: boolean;
}

const list = (fields: string, from: string, order: string) =>
  `(SELECT coalesce(json_agg(json_build_object(${fields}) ORDER BY ${order}), '[]') FROM ${from})`;

const pageSql = `
  WITH n AS MATERIALIZED (SELECT id, audience, purpose, body, author_id, created_at FROM case_note
    WHERE case_id = $1::uuid AND audience = ANY($3::text[])),
  e AS MATERIALIZED (SELECT id, type, actor_id, payload, occurred_at FROM domain_event WHERE subject = $2),
  t AS MATERIALIZED (SELECT * FROM case_task WHERE case_id = $1::uuid AND $4::boolean),
  g AS MATERIALIZED (SELECT * FROM glass_opening WHERE case_id = $1::uuid AND revoked_at IS NULL
    AND opened_at <= $5::timestamptz AND until > $5::timestamptz)
  SELECT
    ${list(
      "'id', id, 'audience', audience, 'purpose', purpose, 'body', body, 'authorId', author_id, 'createdAt', created_at",
      "n",
      "created_at DESC",
    )} AS notes,
    ${list(
      "'startedAt', started_at, 'endedAt', ended_at, 'holderKind', holder_kind, 'holderCode', holder_code, 'limitDays', limit_days, 'dueAt', due_at",
      "case_stage WHERE case_id = $1::uuid",
      "started_at",
    )} AS stages,
    ${list(
      "'id', id, 'type', type, 'actorId', actor_id, 'payload', payload, 'occurredAt', occurred_at",
      "e",
      "id DESC",
    )} AS events,
    ${list(
      "'id', id, 'title', title, 'doer', doer, 'isMandatory', is_mandatory, 'dueAt', due_at, 'doneAt', done_at, 'doneById', done_by_id",
      "t",
      "position, id",
    )} AS tasks,
    ${list(
      "'id', id, 'toldBy', told_by, 'how', how, 'toldAt', told_at",
      "case_relay WHERE case_id = $1::uuid",
      "told_at DESC, id DESC",
    )} AS relays,
    ${list(
      "'id', id, 'userId', user_id, 'overseer', overseer, 'subdistrictCode', subdistrict_code, 'until', until",
      "g",
      "opened_at, id",
    )} AS glass,
    (SELECT coalesce(json_object_agg(u.id, u.display_name), '{}') FROM "user" u WHERE u.id IN (
      SELECT author_id FROM n UNION SELECT actor_id FROM e UNION SELECT done_by_id FROM t
      UNION SELECT user_id FROM g UNION SELECT unnest($6::uuid[]))) AS names,
    (SELECT coalesce(json_object_agg(a.id, a.letter_number), '{}') FROM absence a WHERE a.id IN (
      SELECT (payload->'actingAs'->>'absenceId')::uuid FROM e WHERE payload ? 'actingAs')) AS letters,
    (SELECT disposition_first FROM office_setting WHERE subdistrict_code = $7) AS "dispositionFirst",
    (SELECT json_build_object('id', id, 'nameSealed', encode(name_sealed, 'base64'), 'capacity', capacity,
        'hasPhone', phone_sealed IS NOT NULL, 'hasNik', nik_sealed IS NOT NULL)
      FROM person WHERE id = $8::uuid) AS person,
    EXISTS (SELECT 1 FROM case_reporter WHERE case_id = $1::uuid AND left_at IS NULL)
      OR EXISTS (SELECT 1 FROM "case" c WHERE c.split_from_id = $1::uuid) AS "hasRelated"`;

/** Audiences whose notes the reader may read on this case. */
const audiencesOf = (ctx: ServiceContext, kase: Case): readonly NoteAudience[] => {
  const read: NoteAudience[] = ["reporter"];
  if (can(ctx.actor, "note.read-partner", kase)) read.push("partner");
  if (can(ctx.actor, "note.read-internal", kase)) read.push("internal");
  return read;
};

/** One case that the reader may read, and what hangs on it as far as they may. */
export interface CasePage {
  readonly kase: Case;
  /** Only a referral opens the case: notes of others stay closed, those to the reporter too. */
  readonly isGuest: boolean;
  readonly audiences: readonly NoteAudience[];
  readonly rows: PageRows;
  /** Null where there is none. */
  readonly referrals: ReferralRows | null;
}

/** The fence opens for one person beside those of the reader's places; null: for nobody. */
const personStatement = (id: string | null): readonly PreparedRead[] =>
  id === null
    ? []
    : [
        {
          name: "open_person",
          text: "SELECT set_config('rembuk.person', $1, true)",
          values: [id],
        },
      ];

/** What is asked of a case that its reader may read. A confidential reading is logged before it is told. */
const further = (ctx: ServiceContext, kase: Case) => {
  const isGuest = isReferredOnly(ctx, kase);
  const audiences = audiencesOf(ctx, kase);
  const personId = can(ctx.actor, "person.read", kase) ? kase.reporterPersonId : null;
  const act = readingAct(ctx, kase);
  const people = [kase.createdById, ...(kase.responsibleId ? [kase.responsibleId] : [])];
  const values = [
    ...[kase.id, `case/${kase.id}`, isGuest ? [] : audiences, !isGuest, ctx.now(), people],
    ...[kase.subdistrictCode, personId],
  ];
  const before = [
    ...(act === null ? [] : [accessStatement(ctx, { kase, act })]),
    ...personStatement(personId),
  ];
  const page = { name: "case_page", text: pageSql, values };
  const referrals = kase.referrals.length > 0 ? [referralRowsStatement(kase.id, ctx.now())] : [];
  return {
    queries: [...before, page, ...referrals],
    answer: (found: readonly (readonly unknown[])[]): CasePage => ({
      ...{ kase, isGuest, audiences },
      rows: found[before.length]?.[0] as PageRows,
      referrals: (found[before.length + 1]?.[0] as ReferralRows | undefined) ?? null,
    }),
  };
};

/**
 * A case with what hangs on it: two round trips of one transaction, the case itself first, because it
 * says what of the rest its reader may have.
 * @param only "unrecorded": not one of which each reading is written down
 * @throws not-found CASE_NOT_FOUND also where it exists and may not be known
 */
export const readCasePage = (
  ctx: ServiceContext,
  caseId: string,
  only?: "unrecorded",
): Promise<CasePage> =>
  ctx.reads.readOn<Row, CasePage>(
    plannedOnce(contextStatement(ctx.actor)),
    findCaseStatement(caseId),
    ([row]) => {
      if (!row) throw new DomainError("not-found", "CASE_NOT_FOUND");
      const kase = toCase(row);
      requirePermission(ctx, "case.read", kase);
      if (only && readingAct(ctx, kase) !== null)
        throw new DomainError("not-found", "CASE_NOT_FOUND");
      return further(ctx, kase);
    },
  );
