import type { DomainEvent } from "../kernel/event";

/** What an edit did; also the cause that a recomputed deadline names. */
export const calendarCauses = [
  "day-added",
  "day-withdrawn",
  "hours-added",
  "hours-withdrawn",
] as const;
export type CalendarCause = (typeof calendarCauses)[number];

interface CalendarEventPayload {
  readonly changeId: string;
  readonly areaCode: string;
  readonly sectorCode: string | null;
  /** The day itself, or the first day of the hours. */
  readonly startsOn: string;
  readonly endsOn: string | null;
}
export type CalendarEventType = `calendar.${CalendarCause}`;
export type CalendarEvent = DomainEvent<CalendarEventType, CalendarEventPayload>;

const subdistrictCodeLength = 8;

/** The event of an edit; it stands in the audit of the kecamatan, or above all of them. */
export const calendarEvent = (
  cause: CalendarCause,
  payload: CalendarEventPayload,
): CalendarEvent => ({
  type: `calendar.${cause}`,
  subject: `calendar/${payload.areaCode === "" ? "nasional" : payload.areaCode}`,
  subdistrictCode: payload.areaCode.length >= subdistrictCodeLength ? payload.areaCode : null,
  payload,
});
