import type { WorkingCalendar } from "@rembuk/domain/calendars/model";
import { officeCalendar } from "../calendars/queries";
import type { ServiceContext } from "../context";

/** An office without a place counts by the calendar of the capital. */
const anywhere = "31";

/** The working calendar by which the reader's board counts: that of the first assignment's place. */
export const boardCalendar = (ctx: ServiceContext): Promise<WorkingCalendar> => {
  const area = ctx.actor.assignments.find((a) => a.areaCode !== "")?.areaCode ?? anywhere;
  return officeCalendar(ctx.db, area.slice(0, 8));
};
