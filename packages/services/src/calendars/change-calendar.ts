import type { CalendarEdit, ChangeCalendarCommand } from "@rembuk/domain/calendars/commands";
import { requireFittingEdit } from "@rembuk/domain/calendars/editing";
import { calendarEvent } from "@rembuk/domain/calendars/events";
import { toLocalDate } from "@rembuk/domain/calendars/working-days";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { getHours, insertChange, saveEdit } from "./store";

/** Where an edit holds: it decides who may make it. Hours are withdrawn by their id. */
export const areaOfEdit = async (ctx: ServiceContext, edit: CalendarEdit): Promise<string> =>
  edit.kind === "withdraw-hours"
    ? (await ctx.db.$transaction((tx) => getHours(tx, edit.id))).areaCode
    : edit.areaCode;

/**
 * Edits the calendar: a free day by decree, other office hours, or the end of either. What is
 * withdrawn stays on record. The worker then counts the deadlines of open cases again.
 * @throws forbidden outside the reader's area; conflict CALENDAR_ENTRY_EXISTS;
 * not-found CALENDAR_ENTRY_NOT_FOUND; invalid with the field
 */
export const changeCalendar = async (
  ctx: ServiceContext,
  command: ChangeCalendarCommand,
): Promise<{ readonly changeId: string }> => {
  const { edit } = command;
  if (edit.kind !== "withdraw-hours") requireInArea(ctx, "calendar.edit", edit.areaCode);
  requireFittingEdit(edit, toLocalDate(ctx.now(), "WITA"));
  return once(ctx, command, async (tx) => {
    const saved = await saveEdit(tx, ctx, edit);
    // Hours name their area themselves; a refusal here rolls the edit back.
    requireInArea(ctx, "calendar.edit", saved.areaCode);
    const changeId = await insertChange(tx, ctx, saved);
    const { cause, areaCode, sectorCode, startsOn, endsOn } = saved;
    const event = calendarEvent(cause, { changeId, areaCode, sectorCode, startsOn, endsOn });
    await recordEvents(tx, ctx, [event], command, { changeId });
    return { changeId };
  });
};
