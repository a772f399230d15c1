import type { Database } from "@rembuk/db/client";
import { systemContext } from "@rembuk/services/system-context";
import { idOf } from "./chance";
import { doneId } from "./is-loaded";
import type { Stage } from "./perform-cases";

/** Begun: its time is the anchor that all dates are relative to. Done: nothing is left to do. */
type Milestone = "begun" | "done";

const keyOf = (stage: Stage, milestone: Milestone) => ({
  actorId: systemContext({ ...stage, demo: true }).actor.userId,
  id: milestone === "done" ? doneId : idOf("milestone/begun"),
});

const timeOf = async (stage: Stage, milestone: Milestone): Promise<Date | null> => {
  const row = await stage.db.clientAction.findUnique({
    where: { actorId_id: keyOf(stage, milestone) },
    select: { createdAt: true },
  });
  return row?.createdAt ?? null;
};

const reach = async (stage: Stage, milestone: Milestone, at: Date): Promise<void> => {
  await stage.db.clientAction.createMany({
    data: [
      {
        ...keyOf(stage, milestone),
        bodyHash: new Uint8Array(32),
        result: { demo: milestone },
        createdAt: at,
      },
    ],
    skipDuplicates: true,
  });
};

/** The time of the first start: a load that was cut off goes on with the same one. */
export const anchorOf = async (stage: Stage, now: Date): Promise<Date> => {
  await reach(stage, "begun", now);
  const at = await timeOf(stage, "begun");
  if (!at) throw new Error("the beginning was not kept");
  return at;
};

export const markDone = (stage: Stage, now: Date): Promise<void> => reach(stage, "done", now);

/**
 * Marks the history as dispatched, in its order, so that no storm of messages follows. The newest
 * acts are left to the worker: they become real notifications; so are letters, whose PDF it draws.
 * @returns how many events were marked
 */
export const settleHistory = (db: Database, leftToWorker: number): Promise<number> =>
  db.$executeRaw`
    INSERT INTO event_dispatch (event_id)
    SELECT e.id FROM domain_event e
    WHERE NOT EXISTS (SELECT FROM event_dispatch d WHERE d.event_id = e.id)
      AND e.type NOT IN ('case.letter-issued', 'case.letter-voided')
      AND e.id NOT IN (
        SELECT n.id FROM domain_event n WHERE n.type NOT IN
          ('case.letter-issued', 'case.letter-voided') AND n.type NOT IN ('case.overdue', 'case.escalated')
        ORDER BY n.occurred_at DESC, n.id DESC LIMIT ${leftToWorker})
    ORDER BY e.id`;
