import { inActingOffice } from "@rembuk/domain/access/actor";
import { canInArea } from "@rembuk/domain/access/policy";
import type { AnswerRetentionCommand } from "@rembuk/domain/cases/retention";
import { retentionEvent } from "@rembuk/domain/cases/retention-events";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireHeld } from "../kernel/require-permission";
import { findRun, settleRun } from "./retention-store";

/**
 * The camat, or a second person of the inspectorate, agrees to a proposal or refuses it; nobody agrees to
 * their own. What was agreed to is
 * carried out by the worker.
 * @throws forbidden; not-found RETENTION_NOT_FOUND, also when it was answered before
 */
export const answerRetention = async (
  ctx: ServiceContext,
  command: AnswerRetentionCommand,
): Promise<{ readonly runId: string }> => {
  requireHeld(ctx, "retention.approve");
  return once(ctx, command, async (tx) => {
    const run = await findRun(tx, command.runId);
    const unknown = new DomainError("not-found", "RETENTION_NOT_FOUND");
    if (!run) throw unknown;
    const { id: runId, subdistrictCode } = run;
    if (!canInArea(ctx.actor, "retention.approve", { areaCode: subdistrictCode })) throw unknown;
    if (run.proposedById === ctx.actor.userId) throw new DomainError("forbidden", "FORBIDDEN");
    const status = command.approved ? "approved" : "refused";
    const answer = { status, answeredById: ctx.actor.userId, answeredAt: ctx.now() } as const;
    if (!(await settleRun(tx, runId, answer))) throw unknown;
    const type = command.approved ? "retention.approved" : "retention.refused";
    const event = retentionEvent(type, subdistrictCode, { runId });
    const actor = inActingOffice(ctx.actor, (one) =>
      canInArea(one, "retention.approve", { areaCode: subdistrictCode }),
    );
    await recordEvents(tx, { ...ctx, actor }, [event], command, { runId });
    return { runId };
  });
};
