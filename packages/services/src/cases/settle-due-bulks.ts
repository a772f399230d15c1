import type { Actor } from "@rembuk/domain/access/actor";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { loadActors } from "../staff/running-queries";
import { listDueBatches } from "./bulk-store";
import { settleBulk } from "./settle-bulk";

const batchesAtOnce = 20;

/**
 * Carries out what was accepted and left behind: a closed tab, a dead battery, a killed process. Each as
 * the person who began it, with what they may do now; whoever may do nothing any more is refused.
 * @returns how many batches
 */
export const settleDueBulks = async (ctx: ServiceContext): Promise<number> => {
  const due = await listDueBatches(ctx.db, ctx.now(), batchesAtOnce);
  if (due.length === 0) return 0;
  const people = [...new Set(due.map((batch) => batch.userId))];
  const actors = await inTransaction(ctx, (tx) => loadActors(tx, people, ctx.now()));
  for (const { id, userId } of due) {
    const nobody: Actor = { userId, name: "", assignments: [] };
    await settleBulk({ ...ctx, actor: actors.get(userId) ?? nobody }, { batchId: id });
  }
  return due.length;
};
