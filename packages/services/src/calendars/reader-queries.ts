import { regencyOf, subdistrictOf } from "@rembuk/domain/areas/area-code";
import type { WorkingCalendar } from "@rembuk/domain/calendars/model";
import type { ServiceContext } from "../context";
import { officeCalendar } from "./queries";

/** An office without a place counts by the calendar of the capital. */
const anywhere = "31";

const areaOfReader = (ctx: ServiceContext): string =>
  ctx.actor.assignments.find((a) => a.areaCode !== "")?.areaCode ?? anywhere;

/** The kecamatan, else the kabupaten, whose rules name the categories that a reader sees. */
export const rulesAreaOfReader = (ctx: ServiceContext): string => {
  const area = areaOfReader(ctx);
  return subdistrictOf(area) ?? regencyOf(area) ?? area;
};

/** The working calendar by which a reader's lists and boards count: that of the first assignment's place. */
export const readerCalendar = (ctx: ServiceContext): Promise<WorkingCalendar> =>
  officeCalendar(ctx.db, areaOfReader(ctx).slice(0, 8));
