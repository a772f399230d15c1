import type { AcceptAssignmentCommand } from "@rembuk/domain/cases/commands";
import type { CaseEvent } from "@rembuk/domain/cases/events";
import { decideAddTasks } from "@rembuk/domain/cases/tasks";
import { decideAccept } from "@rembuk/domain/cases/working";
import type { ServiceContext } from "../context";
import { requirePermission } from "../kernel/require-permission";
import {
  behalfNote,
  type Changed,
  changeCase,
  type DecisionInput,
  type NotedDecision,
} from "./change-case";
import { insertTasks, listTasks } from "./task-store";

/** The checklist of the case's rule, unless the case has one already. */
const beginSteps = async (
  ctx: ServiceContext,
  { kase, category, clock, tx }: DecisionInput,
): Promise<readonly CaseEvent[]> => {
  requirePermission(ctx, "task.manage", kase);
  if (category.tasks.length === 0 || (await listTasks(tx, kase.id)).length > 0) return [];
  const start = { lastPosition: 0, newId: ctx.newId, clock };
  const { tasks, events } = decideAddTasks(kase, category.tasks, start);
  await insertTasks(tx, kase, tasks);
  return events;
};

/** How it is taken on, for the act and for its preview; the steps are the act's alone. */
export const acceptDecision =
  (ctx: ServiceContext, command: Pick<AcceptAssignmentCommand, "onBehalf">) =>
  ({ kase, clock, onBehalf }: DecisionInput): NotedDecision => {
    const note = behalfNote(ctx, onBehalf, command.onBehalf);
    const decision = decideAccept(kase, { onBehalf, ...(note ? { noteId: note.id } : {}) }, clock);
    return { ...decision, notes: note ? [note] : [] };
  };

/** The holder takes the case on, itself or by the kecamatan's record of its answer. */
export const acceptAssignment = (
  ctx: ServiceContext,
  command: AcceptAssignmentCommand,
): Promise<Changed> =>
  changeCase(ctx, "accept", command, async (input) => {
    const decision = acceptDecision(ctx, command)(input);
    const steps = command.withSteps ? await beginSteps(ctx, input) : [];
    return { ...decision, events: [...decision.events, ...steps] };
  });
