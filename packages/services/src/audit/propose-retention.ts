import { countDue, type ProposeRetentionCommand, termsOf } from "@rembuk/domain/cases/retention";
import { retentionEvent } from "@rembuk/domain/cases/retention-events";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { insertRun, listEndedAges, listRules, listRuns } from "./retention-store";

/**
 * Proposes to let go what has passed its period today, with the terms of today: of a kecamatan, or of a
 * kabupaten its supervisory complaints. Nothing goes before somebody else agrees.
 * @throws forbidden outside the area; conflict RETENTION_RUN_OPEN, RETENTION_NOTHING_DUE
 */
export const proposeRetention = async (
  ctx: ServiceContext,
  command: ProposeRetentionCommand,
): Promise<{ readonly runId: string; readonly counted: number }> => {
  const { subdistrictCode } = command;
  requireInArea(ctx, "retention.propose", subdistrictCode);
  return once(ctx, command, async (tx) => {
    const runs = await listRuns(tx, { subdistrictCode });
    if (runs.some((run) => run.status === "proposed" || run.status === "approved"))
      throw new DomainError("conflict", "RETENTION_RUN_OPEN");
    const now = ctx.now();
    const rules = termsOf(await listRules(tx, subdistrictCode), subdistrictCode, now);
    const counted = countDue(rules, await listEndedAges(tx, subdistrictCode));
    if (counted === 0) throw new DomainError("conflict", "RETENTION_NOTHING_DUE");
    const runId = ctx.newId();
    const by = { proposedById: ctx.actor.userId, proposedAt: now };
    await insertRun(tx, { id: runId, subdistrictCode, rules, counted, ...by });
    const event = retentionEvent("retention.proposed", subdistrictCode, { runId, counted });
    await recordEvents(tx, ctx, [event], command, { runId, counted });
    return { runId, counted };
  });
};
