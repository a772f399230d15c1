import type { Transaction } from "@rembuk/db/client";
import type { Case } from "@rembuk/domain/cases/model";
import type { TaskDoer } from "@rembuk/domain/cases/task-steps";
import type { CaseTask } from "@rembuk/domain/cases/tasks";
import { DomainError } from "@rembuk/domain/kernel/errors";

interface TaskRow extends Omit<CaseTask, "doer"> {
  readonly subdistrictCode: string;
  readonly doer: string;
}

const toTask = ({ subdistrictCode: _, doer, ...task }: TaskRow): CaseTask => ({
  ...task,
  doer: doer as TaskDoer,
});

/** The sub-tasks of the opened case, in their order. */
export const listTasks = async (tx: Transaction, caseId: string): Promise<readonly CaseTask[]> => {
  const rows = await tx.caseTask.findMany({
    where: { caseId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return rows.map(toTask);
};

/** One sub-task, locked. @throws not-found TASK_NOT_FOUND */
export const getTask = async (tx: Transaction, caseId: string, id: string): Promise<CaseTask> => {
  await tx.$queryRaw`SELECT id FROM case_task WHERE id = ${id}::uuid AND case_id = ${caseId}::uuid FOR UPDATE`;
  const row = await tx.caseTask.findFirst({ where: { id, caseId } });
  if (!row) throw new DomainError("not-found", "TASK_NOT_FOUND");
  return toTask(row);
};

export const insertTasks = async (
  tx: Transaction,
  kase: Case,
  tasks: readonly CaseTask[],
): Promise<void> => {
  await tx.caseTask.createMany({
    data: tasks.map((task) => ({ ...task, subdistrictCode: kase.subdistrictCode })),
  });
};

export const saveTick = async (tx: Transaction, task: CaseTask): Promise<void> => {
  await tx.caseTask.update({
    where: { id: task.id },
    data: { doneAt: task.doneAt, doneById: task.doneById },
    select: { id: true },
  });
};
