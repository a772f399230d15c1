import type { Actor } from "@rembuk/domain/access/actor";
import { referralParty } from "@rembuk/domain/access/policy";
import type { ReferralKind } from "@rembuk/domain/cases/referral-model";

type Bind = (value: unknown, type: string) => string;

/** What waits for the reader on a case of the queue: to be answered, or taken on and to be done. */
export interface WaitingReferral {
  readonly kind: ReferralKind;
  readonly isTakenOn: boolean;
  readonly dueAt: Date;
}

/** Says in SQL, over the alias `r`, what `waitsFor` says of a referral; null: none can reach the actor. */
const waiting = (actor: Actor, bind: Bind): string | null => {
  const parties = actor.assignments.flatMap((a) => referralParty(actor.userId, a) ?? []);
  if (parties.length === 0) return null;
  return `r.party = ANY(${bind(parties, "text[]")}) AND (r.status = 'sent' OR (r.kind = 'referral'
    AND r.status IN ('accepted', 'in_progress')
    AND (r.assignee_id IS NULL OR r.assignee_id = ${bind(actor.userId, "uuid")})))`;
};

/**
 * Cases of which a referral waits for the actor, over the alias `c`. They are few: asked once for a
 * statement, as an array, they drive the scan, and only they are put in order.
 */
export const waitingCondition = (actor: Actor, bind: Bind): string => {
  const referrals = waiting(actor, bind);
  if (referrals === null) return "false";
  return `(c.status <> 'resolved'
    AND c.id = ANY (ARRAY(SELECT r.case_id FROM referral r WHERE ${referrals})))`;
};

/** The soonest of them for each row of a page, as a join to `w`; asked for the page's rows alone. */
export const waitingJoin = (actor: Actor, bind: Bind): string => {
  const referrals = waiting(actor, bind) ?? "false";
  return `LEFT JOIN LATERAL (SELECT r.kind AS waiting_kind, r.status AS waiting_status, r.due_at AS waiting_due_at
    FROM referral r WHERE r.case_id = c.id AND c.is_open AND c.status <> 'resolved' AND ${referrals}
    ORDER BY r.due_at, r.id LIMIT 1) w ON true`;
};

/** What `waitingJoin` found for a row. */
export const toWaiting = (row: Record<string, unknown>): WaitingReferral | null =>
  row.waiting_kind === null
    ? null
    : {
        kind: row.waiting_kind as ReferralKind,
        isTakenOn: row.waiting_status !== "sent",
        dueAt: row.waiting_due_at as Date,
      };
