import type { AddTasksCommand } from "@rembuk/domain/cases/referral-commands";
import { decideAddTasks } from "@rembuk/domain/cases/tasks";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { requirePermission } from "../kernel/require-permission";
import { actingOn, type Changed, clockOf, loadCase, requireVersion } from "./change-case";
import { ruleOfCase } from "./rule-queries";
import { saveCase } from "./store";
import { insertTasks, listTasks } from "./task-store";

/** Sub-tasks of a case: its own, or the checklist of the rule that it was opened under. */
export const addTasks = (ctx: ServiceContext, command: AddTasksCommand): Promise<Changed> =>
  once(ctx, command, async (tx) => {
    const kase = await loadCase(tx, command.caseId);
    requirePermission(ctx, "task.manage", kase);
    requireVersion(kase, command.version);
    const own = actingOn(ctx, "task.manage", kase);
    const wanted = command.tasks ?? (await ruleOfCase(ctx, kase)).tasks;
    if (wanted.length === 0) throw new DomainError("not-found", "TASK_TEMPLATE_MISSING");
    const clock = await clockOf(ctx, kase);
    const lastPosition = (await listTasks(tx, kase.id)).at(-1)?.position ?? 0;
    const { tasks, events } = decideAddTasks(kase, wanted, {
      lastPosition,
      newId: ctx.newId,
      clock,
    });
    const changed = await saveCase(tx, own, { before: kase, after: kase, events, command });
    await insertTasks(tx, kase, tasks);
    return changed;
  });
