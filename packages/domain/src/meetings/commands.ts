import { z } from "zod";
import { clientAction } from "../cases/commands";
import { meetingElements } from "./model";

const line = (most: number, least: number) => z.string().trim().min(least).max(most);
const subdistrictCode = z.string().regex(/^\d{2}\.\d{2}\.\d{2}$/);

/** A meeting that was held, with its minutes and what it decided. */
export const recordMeetingCommand = z.object({
  ...clientAction,
  subdistrictCode,
  /** Bidang */
  sectorCode: line(40, 2),
  programYear: z.int().min(2015).max(2100),
  decreeId: z.uuid().nullish(),
  subject: line(200, 5),
  heldOn: z.iso.date(),
  place: line(200, 2),
  chair: line(120, 2),
  attendees: z
    .array(
      z.object({
        name: line(120, 2),
        position: line(120, 2),
        element: z.enum(meetingElements),
      }),
    )
    .min(1)
    .max(100),
  minutes: line(8_000, 20),
  decisions: z
    .array(z.object({ decision: line(500, 5), owner: line(120, 2), dueOn: z.iso.date().nullish() }))
    .max(30),
});
export type RecordMeetingCommand = z.infer<typeof recordMeetingCommand>;

/** What a decision came to, and on which day. */
export const finishActionCommand = z.object({
  ...clientAction,
  actionId: z.uuid(),
  words: line(500, 5),
  doneOn: z.iso.date(),
});
export type FinishActionCommand = z.infer<typeof finishActionCommand>;

/** The case that a decision became, by the number that stands on it. */
export const linkActionCaseCommand = z.object({
  ...clientAction,
  actionId: z.uuid(),
  number: line(30, 5),
});
export type LinkActionCaseCommand = z.infer<typeof linkActionCaseCommand>;

export const listMeetingsInput = z.object({
  subdistrictCode,
  cursor: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2} [0-9a-f-]{36}$/)
    .nullish(),
});
export type ListMeetingsInput = z.infer<typeof listMeetingsInput>;
