import type { DomainEvent } from "../kernel/event";

/** What happens to meetings: fields and counts; words and names stay in the rows. */
export interface MeetingEventPayloads {
  "meeting.recorded": {
    readonly sectorCode: string;
    readonly attendees: number;
    readonly decisions: number;
  };
  "meeting.action-finished": { readonly meetingId: string };
  "meeting.action-linked": { readonly meetingId: string; readonly caseId: string };
}
export type MeetingEventType = keyof MeetingEventPayloads;

/** @param subject the meeting, or the decision of one */
export const meetingEvent = <T extends MeetingEventType>(
  type: T,
  subject: { readonly id: string; readonly subdistrictCode: string },
  payload: MeetingEventPayloads[T],
): DomainEvent<T, MeetingEventPayloads[T]> => ({
  type,
  subject: `meeting/${subject.id}`,
  subdistrictCode: subject.subdistrictCode,
  payload,
});
