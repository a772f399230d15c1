import { caseEvent } from "@rembuk/domain/cases/events";
import { isRelayMissed, relayWithinDays } from "@rembuk/domain/cases/relaying";
import { officeCalendar } from "../calendars/queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { systemBatch } from "./change-by-system";
import { listUnrelayedCases, markReminded } from "./relay-store";
import { findCase } from "./store";

const dayMs = 86_400_000;

const remind = (ctx: ServiceContext, caseId: string): Promise<boolean> =>
  inTransaction(ctx, async (tx) => {
    const kase = await findCase(tx, caseId);
    if (!kase?.resolvedAt) return false;
    const calendar = await officeCalendar(ctx.db, kase.subdistrictCode);
    if (!isRelayMissed(kase, calendar, ctx.now())) return false;
    if (!(await markReminded(tx, caseId, kase.resolvedAt, ctx.now()))) return false;
    const payload = { resolvedAt: kase.resolvedAt.toISOString() };
    await recordEvents(tx, ctx, [caseEvent("case.relay-missed", kase, payload)], null, {});
    return true;
  });

/**
 * Reminds each village, once for each answer, that came down two working days ago and of which
 * nobody has told the citizen. Working days are never shorter than days, so a day's margin loses none.
 * @returns how many were reminded of
 */
export const remindUnrelayedCases = async (ctx: ServiceContext): Promise<number> => {
  const before = new Date(ctx.now().getTime() - (relayWithinDays - 1) * dayMs);
  const ids = await listUnrelayedCases(ctx.db, before, systemBatch);
  let reminded = 0;
  for (const id of ids) if (await remind(ctx, id)) reminded += 1;
  return reminded;
};
