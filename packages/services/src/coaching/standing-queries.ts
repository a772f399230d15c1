import type { Commitment, CommitmentStatus } from "@rembuk/domain/coaching/model";
import type { ServiceContext } from "../context";
import { contextStatement } from "../kernel/database-context";
import { requireHeld } from "../kernel/require-permission";
import { officeToday } from "../staff/running-queries";
import { bound, engagementReach } from "./scope-queries";
import { isLateRow } from "./waiting-queries";

/** How the promises for an innovation stand: promises of offices and no people, so that no count is hidden. */
export interface InnovationStanding {
  readonly innovationId: string;
  /** Without what was dropped. */
  readonly all: number;
  readonly verified: number;
  readonly late: number;
}
interface StandingRow extends Omit<InnovationStanding, "innovationId"> {
  readonly innovation_id: string;
}

/** Of those of the given innovations that have commitments which the reader sees. @throws forbidden */
export const countByInnovation = async (
  ctx: ServiceContext,
  { innovationIds }: { readonly innovationIds: readonly string[] },
): Promise<readonly InnovationStanding[]> => {
  requireHeld(ctx, "coaching.read");
  const into = bound();
  const reach = engagementReach(ctx.actor, "coaching.read", "e", into);
  if (!reach) return [];
  const today = into.bind(officeToday(ctx.now()), "date");
  const text = `
    SELECT c.innovation_id, count(*)::int AS "all", count(*) FILTER (WHERE c.status = 'verified')::int AS verified,
      count(*) FILTER (WHERE ${isLateRow(today)})::int AS late
    FROM coaching_commitment c JOIN coaching_engagement e ON e.id = c.engagement_id
    WHERE c.innovation_id = ANY (${into.bind([...innovationIds], "uuid[]")}) AND c.status <> 'dropped' AND ${reach}
    GROUP BY c.innovation_id`;
  const statement = { name: into.nameOf("coaching_standings", text), text, values: into.values };
  const rows = await ctx.reads.read<StandingRow>(contextStatement(ctx.actor), statement);
  return rows.map(({ innovation_id: innovationId, ...counts }) => ({ innovationId, ...counts }));
};

export interface InnovationCommitment extends Pick<Commitment, "id" | "text" | "dueOn"> {
  readonly engagementId: string;
  readonly status: CommitmentStatus;
  readonly isLate: boolean;
  /** The day on which coach and camat were told; null: they were not. */
  readonly alertedOn: string | null;
}
interface CommitmentRow {
  readonly id: string;
  readonly engagement_id: string;
  readonly text: string;
  readonly status: CommitmentStatus;
  readonly due_on: string;
  readonly alerted_on: string | null;
  readonly is_late: boolean;
}

/** What was promised for one innovation, as far as the reader sees it: what is late first, at most twenty. @throws forbidden */
export const listOfInnovation = async (
  ctx: ServiceContext,
  { innovationId }: { readonly innovationId: string },
): Promise<readonly InnovationCommitment[]> => {
  requireHeld(ctx, "coaching.read");
  const into = bound();
  const reach = engagementReach(ctx.actor, "coaching.read", "e", into);
  if (!reach) return [];
  const isLate = isLateRow(into.bind(officeToday(ctx.now()), "date"));
  const text = `
    SELECT c.id, c.engagement_id, c.text, c.status, c.due_on::text, c.alerted_on::text, ${isLate} AS is_late
    FROM coaching_commitment c JOIN coaching_engagement e ON e.id = c.engagement_id
    WHERE c.innovation_id = ${into.bind(innovationId, "uuid")} AND c.status <> 'dropped' AND ${reach}
    ORDER BY ${isLate} DESC, c.status = 'verified', c.due_on, c.id LIMIT 20`;
  const statement = {
    name: into.nameOf("coaching_of_innovation", text),
    text,
    values: into.values,
  };
  const rows = await ctx.reads.read<CommitmentRow>(contextStatement(ctx.actor), statement);
  return rows.map(({ id, text: said, status, engagement_id, due_on, alerted_on, is_late }) => ({
    ...{ id, text: said, status, engagementId: engagement_id },
    ...{ dueOn: due_on, alertedOn: alerted_on, isLate: is_late },
  }));
};
