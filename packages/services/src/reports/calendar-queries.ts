import { regencyOf, subdistrictOf } from "@rembuk/domain/areas/area-code";
import type { WorkingCalendar } from "@rembuk/domain/calendars/model";
import { officeCalendar } from "../calendars/queries";
import type { ServiceContext } from "../context";

/** An office without a place counts by the calendar of the capital. */
const anywhere = "31";

const firstArea = (ctx: ServiceContext): string =>
  ctx.actor.assignments.find((a) => a.areaCode !== "")?.areaCode ?? anywhere;

/** The kecamatan, else the kabupaten, whose rules name the categories of the reader's board. */
export const boardArea = (ctx: ServiceContext): string => {
  const area = firstArea(ctx);
  return subdistrictOf(area) ?? regencyOf(area) ?? area;
};

/** The working calendar by which the reader's board counts: that of the first assignment's place. */
export const boardCalendar = (ctx: ServiceContext): Promise<WorkingCalendar> =>
  officeCalendar(ctx.db, firstArea(ctx).slice(0, 8));
