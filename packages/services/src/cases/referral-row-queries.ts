import type { PreparedRead } from "@rembuk/db/client";
import type { Row } from "./row-store";

/** An entry of a referral as the statement gives it; its time is text. */
export interface EntryRow {
  readonly id: string;
  readonly referralId: string;
  readonly kind: string;
  readonly body: string;
  /** "2026-11-20" */
  readonly happenedOn: string | null;
  readonly createdAt: string;
  readonly authorId: string;
}

/** The referrals of one case with what they name: rows, times as text, and names by key. */
export interface ReferralRows {
  readonly referrals: readonly Row[];
  readonly entries: readonly EntryRow[];
  /** Who took one on, wrote on one, or is asked in person; by id. */
  readonly users: Readonly<Record<string, string>>;
  /** By party: `org:<id>`; closed ones keep their name. */
  readonly organizations: Readonly<Record<string, string>>;
  /** Villages and kecamatan that are parties, by code. */
  readonly areas: Readonly<Record<string, string>>;
  /** Until when a signed link to a referral still opens, by referral. */
  readonly links: Readonly<Record<string, string>>;
}

const rowsSql = `
  WITH r AS MATERIALIZED (SELECT * FROM referral WHERE case_id = $1::uuid),
  n AS MATERIALIZED (SELECT * FROM referral_entry WHERE case_id = $1::uuid)
  SELECT (SELECT coalesce(json_agg(row_to_json(r) ORDER BY r.sent_at, r.id), '[]') FROM r) AS referrals,
    (SELECT coalesce(json_agg(json_build_object('id', n.id, 'referralId', n.referral_id, 'kind', n.kind,
        'body', n.body, 'happenedOn', n.happened_on, 'createdAt', n.created_at, 'authorId', n.author_id)
        ORDER BY n.created_at, n.id), '[]') FROM n) AS entries,
    (SELECT coalesce(json_object_agg(u.id, u.display_name), '{}') FROM "user" u WHERE u.id IN (
      SELECT assignee_id FROM r UNION SELECT author_id FROM n
      UNION SELECT substr(party, 6)::uuid FROM r WHERE party LIKE 'user:%')) AS users,
    (SELECT coalesce(json_object_agg('org:' || o.id, o.name), '{}') FROM organization o WHERE o.id IN (
      SELECT substr(party, 5)::uuid FROM r WHERE party ~ '^org:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    )) AS organizations,
    (SELECT coalesce(json_object_agg(a.code, a.name), '{}') FROM area a WHERE a.code IN (
      SELECT split_part(party, ':', 1) FROM r WHERE party LIKE '%:PEMDES' OR party LIKE '%:KECAMATAN')) AS areas,
    (SELECT coalesce(json_object_agg(l.referral_id, l.expires_at), '{}') FROM answer_link l
      WHERE l.case_id = $1::uuid AND l.referral_id IS NOT NULL AND l.revoked_at IS NULL
        AND l.expires_at > $2::timestamptz) AS links`;

/** One statement, one row of `ReferralRows`; the case must be open to the reader. */
export const referralRowsStatement = (caseId: string, now: Date): PreparedRead => ({
  name: "referral_rows",
  text: rowsSql,
  values: [caseId, now],
});
