import { can } from "@rembuk/domain/access/policy";
import type { Commitment } from "@rembuk/domain/coaching/model";
import { findCase } from "../cases/store";
import type { ServiceContext } from "../context";
import { contextStatement } from "../kernel/database-context";
import { inTransaction } from "../kernel/in-transaction";
import { requireHeld } from "../kernel/require-permission";
import { bound, engagementReach } from "./scope-queries";

export interface CaseCommitment extends Pick<Commitment, "id" | "text" | "status" | "dueOn"> {
  readonly engagementId: string;
  /** Which innovation it keeps alive; null: the office as a whole. */
  readonly innovationName: string | null;
}
interface Row {
  readonly id: string;
  readonly text: string;
  readonly status: Commitment["status"];
  readonly due_on: string;
  readonly engagement_id: string;
  readonly innovation_name: string | null;
}

/**
 * Promises of a coaching that opened a case, for who reads both: a coach, who reads no case, learns nothing by a
 * case's id. @throws forbidden
 */
export const listOfCase = async (
  ctx: ServiceContext,
  { caseId }: { readonly caseId: string },
): Promise<readonly CaseCommitment[]> => {
  requireHeld(ctx, "coaching.read");
  const into = bound();
  const reach = engagementReach(ctx.actor, "coaching.read", "e", into);
  const kase = reach && (await inTransaction(ctx, (tx) => findCase(tx, caseId)));
  if (!kase || !can(ctx.actor, "case.read", kase)) return [];
  const text = `
    SELECT c.id, c.text, c.status, c.due_on::text, c.engagement_id, i.name AS innovation_name
    FROM coaching_commitment c JOIN coaching_engagement e ON e.id = c.engagement_id
      LEFT JOIN innovation i ON i.id = c.innovation_id
    WHERE c.case_id = ${into.bind(caseId, "uuid")} AND c.status <> 'dropped' AND ${reach}
    ORDER BY c.due_on, c.id LIMIT 20`;
  const statement = { name: into.nameOf("coaching_of_case", text), text, values: into.values };
  const rows = await ctx.reads.read<Row>(contextStatement(ctx.actor), statement);
  return rows.map(({ id, text: said, status, due_on, engagement_id, innovation_name }) => ({
    ...{ id, text: said, status, dueOn: due_on },
    ...{ engagementId: engagement_id, innovationName: innovation_name },
  }));
};
