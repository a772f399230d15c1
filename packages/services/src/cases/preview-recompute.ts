import type { PreviewChangeInput } from "@rembuk/domain/calendars/commands";
import {
  applyEdit,
  type CalendarSources,
  composeCalendar,
} from "@rembuk/domain/calendars/composing";
import type { WorkingCalendar } from "@rembuk/domain/calendars/model";
import type { Zone } from "@rembuk/domain/calendars/zone";
import { type DeadlineInput, deadlineAfter } from "@rembuk/domain/cases/sla";
import { areaOfEdit } from "../calendars/change-calendar";
import { loadCalendarSources } from "../calendars/queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireInArea } from "../kernel/require-permission";
import { type CaseClock, listCaseClocks } from "./clock-queries";

/** So many clocks are counted; where there are more, the answer says "at least". */
const mostClocks = 5_000;

export interface ChangePreview {
  /** Open cases whose deadline would move. Confidential ones are not counted, not even here. */
  readonly moving: number;
  readonly checked: number;
  readonly isAtLeast: boolean;
}

type Calendars = (clock: CaseClock, sectorCode: string | null) => WorkingCalendar;

const calendarsOf = (sources: CalendarSources, zones: ReadonlyMap<string, Zone>): Calendars => {
  const made = new Map<string, WorkingCalendar>();
  return ({ subdistrictCode: areaCode }, sectorCode) => {
    const key = `${areaCode}:${sectorCode ?? ""}`;
    const zone = zones.get(areaCode) ?? "WIB";
    const calendar = made.get(key) ?? composeCalendar(sources, { zone, areaCode, sectorCode });
    made.set(key, calendar);
    return calendar;
  };
};

const dueDates = (clock: CaseClock, calendars: Calendars): string => {
  const holder = clock.holderKind === "sector" ? clock.holderCode : null;
  const due = (input: Pick<DeadlineInput, "receivedAt" | "workingDays">, code: string | null) =>
    deadlineAfter({ ...input, calendar: calendars(clock, code), holds: clock.holds }).dueAt;
  const total = due({ receivedAt: clock.receivedAt, workingDays: clock.totalLimitDays }, null);
  const stage = due(
    { receivedAt: clock.stageStartedAt, workingDays: clock.stageLimitDays },
    holder,
  );
  return `${total.toISOString()} ${stage.toISOString()}`;
};

/**
 * How many open cases an edit would move, before it is saved. Clocks only: who keeps the calendar
 * reads no case.
 * @throws forbidden outside the reader's area; not-found CALENDAR_ENTRY_NOT_FOUND
 */
export const previewRecompute = async (
  ctx: ServiceContext,
  { edit }: PreviewChangeInput,
): Promise<ChangePreview> => {
  const areaCode = await areaOfEdit(ctx, edit);
  requireInArea(ctx, "calendar.edit", areaCode);
  return inTransaction(ctx, async (tx) => {
    const clocks = await listCaseClocks(tx, areaCode, mostClocks);
    const codes = [...new Set(clocks.map((c) => c.subdistrictCode))];
    const areas = await tx.area.findMany({ where: { code: { in: codes } } });
    const zones = new Map(areas.map((a) => [a.code, a.zone as Zone]));
    const sources = await loadCalendarSources(tx);
    const before = calendarsOf(sources, zones);
    const after = calendarsOf(applyEdit(sources, edit), zones);
    const moving = clocks.filter((c) => dueDates(c, before) !== dueDates(c, after)).length;
    return { moving, checked: clocks.length, isAtLeast: clocks.length === mostClocks };
  });
};
