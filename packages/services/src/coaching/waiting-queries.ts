import type { ListWaitingInput } from "@rembuk/domain/coaching/commands";
import type { ServiceContext } from "../context";
import { contextStatement } from "../kernel/database-context";
import { requireHeld } from "../kernel/require-permission";
import { officeToday } from "../staff/running-queries";
import { type Bound, bound, engagementReach } from "./scope-queries";

/** What can wait for a person in coaching; wording `coaching.queue.kinds.<kind>`. */
export type WaitingKind =
  | "hold-session"
  | "write-minutes"
  | "agree-minutes"
  | "agree-plan"
  | "agree-commitment"
  | "show-evidence"
  | "check-evidence"
  | "chase-late";

export interface WaitingItem {
  /** Of the commitment, the session or, for a plan, the engagement. */
  readonly id: string;
  readonly kind: WaitingKind;
  readonly engagementId: string;
  /** "Kawedanan, Kabupaten Magetan" */
  readonly placeName: string;
  /** What it is about; empty where the kind says it. */
  readonly text: string;
  /** The day from which it is late, "2026-11-23"; null: without one. */
  readonly dueOn: string | null;
  readonly isLate: boolean;
}
export interface WaitingPage {
  readonly items: readonly WaitingItem[];
  readonly nextCursor: { readonly dueOn: string | null; readonly id: string } | null;
}

/** The day from which a commitment is late: its own, or the one on which coach and camat were told, as its indexes say. */
const lateDay = "(CASE WHEN c.alerted_on < c.due_on THEN c.alerted_on ELSE c.due_on END)";
/** Told today counts as late, due today does not. @param today a day as SQL */
const isBehind = (today: string): string =>
  `${lateDay} <= ${today} AND (c.due_on < ${today} OR c.alerted_on IS NOT NULL)`;
/** Open, not with its coach, and behind: as `isLate` judges one. `today` as SQL. */
export const isLateRow = (today: string): string =>
  `c.status IN ('proposed', 'agreed', 'in_progress', 'overdue', 'returned') AND ${isBehind(today)}`;
const missing = "c.status IN ('agreed', 'in_progress', 'overdue', 'returned')";
const running = "e.status IN ('planned', 'active', 'monitoring')";
const sessionDay = "(s.starts_at AT TIME ZONE 'Asia/Makassar')::date";
const noDay = "'infinity'::date";

interface Asked {
  readonly ctx: ServiceContext;
  readonly input: ListWaitingInput;
  readonly into: Bound;
  /** As SQL. */
  readonly me: string;
  readonly today: string;
  readonly most: string;
}

const after = ({ input: { cursor }, into }: Asked, day: string, id: string): string =>
  cursor
    ? `AND (${day}, ${id}) > (${into.bind(cursor.dueOn ?? "infinity", "date")}, ${into.bind(cursor.id, "uuid")})`
    : "";

/** One kind of commitment that waits; each walk ends by itself. */
const commitments = (asked: Asked, kind: WaitingKind, where: string): string => `
  (SELECT '${kind}' AS kind, c.id, c.engagement_id, c.subdistrict_code, c.text, ${lateDay} AS day,
    c.status <> 'evidence_submitted' AND ${isBehind(asked.today)} AS is_late
  FROM coaching_commitment c JOIN coaching_engagement e ON e.id = c.engagement_id
  WHERE ${running} AND ${where} ${after(asked, lateDay, "c.id")}
  ORDER BY ${lateDay}, c.id LIMIT ${asked.most})`;

const sessions = (asked: Asked, kind: WaitingKind, where: string): string => `
  (SELECT '${kind}' AS kind, s.id, s.engagement_id, s.subdistrict_code, s.place, ${sessionDay},
    ${sessionDay} < ${asked.today}
  FROM coaching_session s JOIN coaching_engagement e ON e.id = s.engagement_id
  WHERE ${running} AND ${where} ${after(asked, sessionDay, "s.id")}
  ORDER BY ${sessionDay}, s.id LIMIT ${asked.most})`;

const plans = (asked: Asked, where: string): string => `
  (SELECT 'agree-plan' AS kind, e.id, e.id, e.subdistrict_code, '', ${noDay}, false
  FROM coaching_engagement e
  WHERE ${running} AND e.plan IS NOT NULL AND ${where} ${after(asked, noDay, "e.id")}
  ORDER BY e.id LIMIT ${asked.most})`;

/** Minutes and plans that a side has not signed, of a person who did not sign for the other one. */
const agreements = (asked: Asked): readonly string[] =>
  (["coach", "office"] as const).flatMap((side) => {
    const permission = side === "coach" ? "coaching.coach" : "coaching.agree";
    const ofSession = engagementReach(asked.ctx.actor, permission, "s", asked.into);
    const ofPlan = engagementReach(asked.ctx.actor, permission, "e", asked.into);
    if (!ofSession || !ofPlan) return [];
    const other = side === "coach" ? "office" : "coach";
    const unsigned = (agreement: string) =>
      `${agreement}->>'${side}' IS NULL AND ${agreement}->'${other}'->>'userId' IS DISTINCT FROM ${asked.me}::text`;
    const draft = `s.status = 'minutes_draft' AND ${ofSession} AND ${unsigned("s.minutes->'agreement'")}`;
    return [
      sessions(asked, "agree-minutes", draft),
      plans(asked, `${ofPlan} AND ${unsigned("e.plan->'agreement'")}`),
    ];
  });

const chased = (asked: Asked, reach: string): string =>
  commitments(
    asked,
    "chase-late",
    `${missing} AND ${reach} AND ${isBehind(asked.today)} AND c.owner_id <> ${asked.me}`,
  );

const ofCoach = (asked: Asked): readonly string[] => {
  const { ctx, into, me } = asked;
  const ofSession = engagementReach(ctx.actor, "coaching.coach", "s", into);
  const ofCommitment = engagementReach(ctx.actor, "coaching.coach", "c", into);
  if (!ofSession || !ofCommitment) return [];
  const isOver = `s.status = 'scheduled' AND s.ends_at <= ${into.bind(ctx.now(), "timestamptz")}`;
  return [
    sessions(asked, "hold-session", `${isOver} AND ${ofSession}`),
    sessions(asked, "write-minutes", `s.status = 'held' AND ${ofSession}`),
    commitments(
      asked,
      "check-evidence",
      `c.status = 'evidence_submitted' AND ${ofCommitment} AND c.owner_id <> ${me}
        AND c.evidence->>'byId' IS DISTINCT FROM ${me}::text`,
    ),
    chased(asked, ofCommitment),
  ];
};

const ofOffice = (asked: Asked): readonly string[] => {
  const reach = engagementReach(asked.ctx.actor, "coaching.agree", "c", asked.into);
  if (!reach) return [];
  const proposed = `c.status = 'proposed' AND ${reach} AND c.proposed_by_id <> ${asked.me}`;
  return [commitments(asked, "agree-commitment", proposed), chased(asked, reach)];
};

const ofOwner = (asked: Asked): readonly string[] => {
  const reach = engagementReach(asked.ctx.actor, "coaching.read", "c", asked.into);
  if (!reach) return [];
  return [
    commitments(asked, "show-evidence", `${missing} AND c.owner_id = ${asked.me} AND ${reach}`),
  ];
};

interface Row extends Omit<WaitingItem, "engagementId" | "placeName" | "dueOn" | "isLate"> {
  readonly engagement_id: string;
  readonly place_name: string;
  readonly due_on: string | null;
  readonly is_late: boolean;
}

/** Two hats of one person may find the same thing: it is shown once. */
const statementOf = (kinds: readonly string[], { values, nameOf }: Bound, most: string) => {
  const text = `
    SELECT w.kind, w.id, w.engagement_id, w.text, w.is_late,
      CASE WHEN w.day < ${noDay} THEN w.day::text END AS due_on,
      concat_ws(', ', coalesce(a.name, w.subdistrict_code), r.name) AS place_name
    FROM (SELECT DISTINCT ON (x.day, x.id) x.* FROM (${kinds.join(" UNION ALL ")}) x
      ORDER BY x.day, x.id, x.kind LIMIT ${most}) w
    LEFT JOIN area a ON a.code = w.subdistrict_code
    LEFT JOIN area r ON r.code = left(w.subdistrict_code, 5)
    ORDER BY w.day, w.id`;
  return { name: nameOf("coaching_waiting", text), text, values };
};

/**
 * What waits for the reader in coaching, by the day from which it is late and so the late first; what has no day comes
 * last. By keyset: each kind walks an index of its own, however many commitments there are. @throws forbidden
 */
export const listWaiting = async (
  ctx: ServiceContext,
  input: ListWaitingInput,
): Promise<WaitingPage> => {
  requireHeld(ctx, "coaching.read");
  const into = bound();
  const asked = {
    ...{ ctx, input, into, me: into.bind(ctx.actor.userId, "uuid") },
    ...{
      today: into.bind(officeToday(ctx.now()), "date"),
      most: into.bind(input.limit + 1, "int"),
    },
  };
  const kinds = [ofOwner, ofCoach, ofOffice, agreements].flatMap((find) => find(asked));
  if (kinds.length === 0) return { items: [], nextCursor: null };
  const rows = await ctx.reads.read<Row>(
    contextStatement(ctx.actor),
    statementOf(kinds, into, asked.most),
  );
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    items: page.map(({ id, kind, text, engagement_id, place_name, due_on, is_late }) => ({
      ...{ id, kind, text, engagementId: engagement_id, placeName: place_name },
      ...{ dueOn: due_on, isLate: is_late },
    })),
    nextCursor: rows.length > page.length && last ? { dueOn: last.due_on, id: last.id } : null,
  };
};
