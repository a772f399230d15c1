import { addDays, localDate } from "@rembuk/domain/calendars/local-date";
import {
  alertDays,
  type Chase,
  decideChase,
  reminderDays,
} from "@rembuk/domain/coaching/commitment-lifecycle";
import { coachingEvent } from "@rembuk/domain/coaching/events";
import type { Commitment } from "@rembuk/domain/coaching/model";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { officeToday } from "../staff/running-queries";
import { getCommitment, listChased, tryUpdateCommitment } from "./commitment-store";

const pageSize = 200;

const eventOf = (chase: Chase, before: Commitment) => {
  const of = { id: before.engagementId, subdistrictCode: before.subdistrictCode };
  const commitmentId = before.id;
  if (chase === "reminded")
    return coachingEvent("coaching.commitment-reminded", of, { commitmentId });
  if (chase === "alerted")
    return coachingEvent("coaching.commitment-alerted", of, { commitmentId });
  const payload = { commitmentId, from: before.status, to: "overdue" as const };
  return coachingEvent("coaching.commitment-moved", of, payload);
};

/** Another worker that was first leaves nothing to do: the row says what was said, on the version that was read. */
const chaseOne = (ctx: ServiceContext, id: string, today: string): Promise<boolean> =>
  inTransaction(ctx, async (tx) => {
    const before = await getCommitment(tx, id);
    const chased = decideChase(before, today);
    if (!chased || !(await tryUpdateCommitment(tx, before, chased.after))) return false;
    const events = chased.done.map((one) => eventOf(one, before));
    await recordEvents(tx, ctx, events, null, {});
    return true;
  });

/**
 * Worker: reminds owners of commitments without evidence after 30 days, tells coach and camat after 37, and marks
 * what is late; each once, by the row itself and the event written with it. Gives how many it found something for.
 */
export const remindOwners = async (ctx: ServiceContext): Promise<number> => {
  const today = officeToday(ctx.now());
  const back = (days: number) => addDays(localDate(today), -days);
  const days = { today, reminds: back(reminderDays), alerts: back(alertDays) };
  let done = 0;
  let after: string | null = null;
  for (;;) {
    const page: readonly Commitment[] = await listChased(ctx.db, days, after, pageSize);
    for (const { id } of page) if (await chaseOne(ctx, id, today)) done += 1;
    after = page.at(-1)?.id ?? null;
    if (page.length < pageSize) return done;
  }
};
