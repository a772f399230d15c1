import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { countOne, findUncounted } from "./evidence-store";

const anHour = 3_600_000;
/** Of one run: the sweep comes again in a minute. */
const mostAtOnce = 200;

/** Worker: counts anew what stands behind each innovation, at least once an hour. Gives how many it counted. */
export const countEvidence = async (ctx: ServiceContext): Promise<number> => {
  const now = ctx.now();
  const due = await findUncounted(ctx.db, new Date(now.getTime() - anHour), mostAtOnce);
  for (const { id } of due) await inTransaction(ctx, (tx) => countOne(tx, id, now));
  return due.length;
};
