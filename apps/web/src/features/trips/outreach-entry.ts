import {
  isPublished,
  type OutreachMedium,
  type RecordOutreachCommand,
  recordOutreachCommand,
} from "@rembuk/domain/trips/outreach";
import { wholeNumber } from "./whole-number";

/** A village where outreach can be written down. */
export interface OutreachVillage {
  readonly code: string;
  readonly name: string;
}

/** A sosialisasi as it stands in the form. */
export interface OutreachEntry {
  readonly villageCode: string;
  readonly topic: string;
  readonly place: string;
  readonly heldOn: string;
  readonly medium: OutreachMedium;
  readonly link: string;
  readonly team: string;
  readonly attendance: string;
}
export type OutreachField = keyof OutreachEntry;

/** The command of a form; a number that is none is -1, which no command takes. */
export const outreachCommand = (
  entry: OutreachEntry,
  tripId: string | null,
  clientActionId: string,
): RecordOutreachCommand => ({
  ...{ clientActionId, tripId, villageCode: entry.villageCode, medium: entry.medium },
  ...{ topic: entry.topic.trim(), place: entry.place.trim(), team: entry.team.trim() },
  heldOn: entry.heldOn,
  link: isPublished(entry.medium) ? entry.link.trim() : null,
  attendance: entry.attendance.trim() === "" ? null : (wholeNumber(entry.attendance) ?? -1),
});

/** Fields that the command would not take, in the order of the form. */
export const outreachProblems = (entry: OutreachEntry): readonly OutreachField[] => {
  const command = outreachCommand(entry, null, "00000000-0000-4000-8000-000000000000");
  const issues = recordOutreachCommand.safeParse(command).error?.issues ?? [];
  return [...new Set(issues.map((issue) => String(issue.path[0]) as OutreachField))];
};
