import type { taskDatesInput } from "@rembuk/domain/cases/rule-commands";
import { deadlineAfter } from "@rembuk/domain/cases/sla";
import type { z } from "zod";
import { officeCalendar } from "../calendars/queries";
import type { ServiceContext } from "../context";
import { requireInArea } from "../kernel/require-permission";

export interface TaskDates {
  /** A case that is received now. */
  readonly receivedAt: Date;
  /** By step, in the order that was asked. */
  readonly dueAts: readonly Date[];
}

/** When the steps of a checklist would be due on a case of now, before the rule is saved. @throws forbidden */
export const previewTaskDates = async (
  ctx: ServiceContext,
  { areaCode, limitDays }: z.infer<typeof taskDatesInput>,
): Promise<TaskDates> => {
  requireInArea(ctx, "rules.edit", areaCode);
  const calendar = await officeCalendar(ctx.db, areaCode);
  const receivedAt = ctx.now();
  const dueAts = limitDays.map(
    (workingDays) => deadlineAfter({ receivedAt, workingDays, calendar, holds: [] }).dueAt,
  );
  return { receivedAt, dueAts };
};
