import type { TickTaskCommand } from "@rembuk/domain/cases/referral-commands";
import { decideTickTask } from "@rembuk/domain/cases/tasks";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requirePermission } from "../kernel/require-permission";
import { actingOn, loadCase } from "./change-case";
import { getTask, saveTick } from "./task-store";

/** A sub-task is done, or is not after all. */
export const tickTask = (
  ctx: ServiceContext,
  command: TickTaskCommand,
): Promise<{ readonly id: string }> =>
  once(ctx, command, async (tx) => {
    const kase = await loadCase(tx, command.caseId);
    requirePermission(ctx, "task.manage", kase);
    const task = await getTask(tx, kase.id, command.taskId);
    const tick = { done: command.done, by: ctx.actor.userId };
    const { after, events } = decideTickTask(kase, task, tick, ctx.now());
    if (after !== task) await saveTick(tx, after);
    const result = { id: task.id };
    await recordEvents(tx, actingOn(ctx, "task.manage", kase), events, command, result);
    return result;
  });
