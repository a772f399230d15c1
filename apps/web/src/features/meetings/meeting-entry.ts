import { type RecordMeetingCommand, recordMeetingCommand } from "@rembuk/domain/meetings/commands";

/** An attendee or a decision on its way into the form, with a key of its own. */
export type Keyed<T> = T & { readonly key: string };
export type AttendeeEntry = Keyed<RecordMeetingCommand["attendees"][number]>;
export interface DecisionEntry {
  readonly key: string;
  readonly decision: string;
  readonly owner: string;
  /** Empty: no day was set. */
  readonly dueOn: string;
}

export interface MeetingEntry
  extends Omit<
    RecordMeetingCommand,
    "attendees" | "decisions" | "clientActionId" | "programYear" | "decreeId"
  > {
  readonly programYear: string;
  /** Empty: none yet. */
  readonly decreeId: string;
  readonly attendees: readonly AttendeeEntry[];
  readonly decisions: readonly DecisionEntry[];
}

export const newAttendee = (): AttendeeEntry => ({
  ...{ key: crypto.randomUUID(), name: "", position: "", element: "office" },
});
export const newDecision = (): DecisionEntry => ({
  ...{ key: crypto.randomUUID(), decision: "", owner: "", dueOn: "" },
});

/** What is sent: blanks mean that nothing was set. */
export const toCommand = (
  { attendees, decisions, programYear, decreeId, ...plain }: MeetingEntry,
  clientActionId: string,
): RecordMeetingCommand => ({
  ...{ ...plain, clientActionId, programYear: Number(programYear), decreeId: decreeId || null },
  attendees: attendees.map(({ key: _, ...one }) => one),
  decisions: decisions.map(({ key: _, dueOn, ...one }) => ({ ...one, dueOn: dueOn || null })),
});

const nobody = "00000000-0000-4000-8000-000000000000";

/** Fields that keep it from being sent, each once, in the order of the form. */
export const meetingProblems = (entry: MeetingEntry): readonly string[] => {
  const found = recordMeetingCommand.safeParse(toCommand(entry, nobody));
  return [...new Set((found.error?.issues ?? []).map(({ path }) => String(path[0] ?? "")))];
};

/** Id of a control; the error summary links to it. */
export const meetingField = (field: string): string => `rapat-${field}`;
