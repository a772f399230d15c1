import { z } from "zod";
import { bulkLimit, bulkNoteLength } from "./bulk";
import { clientAction } from "./commands";
import { noteAudiences, outcomes } from "./model";

const words = z.string().trim().min(1).max(2000);
const target = z.string().min(2).max(40);

/**
 * What is done to every case of a batch:
 * - triage: verified as they stand, in their own category
 * - route: each to the target that its own category names
 * - assign: all to one section or sector
 * - accept: taken on by its holder
 * - note: one message for all; who was only asked for help writes it as a step of the help
 * - resolve: one answer for all, in its three fields
 * - macro: a prepared reply, filled in for each; a note of it goes to the audience that is named
 */
export const bulkActSchema = z.discriminatedUnion("act", [
  z.object({ act: z.literal("triage") }),
  z.object({ act: z.literal("route"), instruction: words }),
  z.object({ act: z.literal("assign"), target, instruction: words }),
  z.object({ act: z.literal("accept") }),
  z.object({
    act: z.literal("note"),
    body: z.string().trim().min(1).max(bulkNoteLength),
    audience: z.enum(noteAudiences),
  }),
  z.object({
    act: z.literal("resolve"),
    outcome: z.enum(outcomes),
    response: words,
    solution: words,
    followUp: words,
  }),
  z.object({ act: z.literal("macro"), replyId: z.uuid(), audience: z.enum(noteAudiences) }),
]);
export type BulkActInput = z.infer<typeof bulkActSchema>;
export type BulkAct = BulkActInput["act"];
/** A batch does one act on all, or the replies of a filled-in sheet: one of its own on each. */
export type BatchAct = BulkAct | "sheet";

const caseRef = z.object({
  caseId: z.uuid(),
  /** The version that the list showed. */
  version: z.int().nonnegative(),
});
export type BulkCaseRef = z.infer<typeof caseRef>;

const eachOnce = (cases: readonly { caseId: string }[]): boolean =>
  new Set(cases.map((one) => one.caseId)).size === cases.length;

export const previewBulkInput = z.object({
  act: bulkActSchema,
  cases: z.array(caseRef).min(1).max(bulkLimit).refine(eachOnce),
});
export type PreviewBulkInput = z.infer<typeof previewBulkInput>;

export const submitBulkCommand = z.object({
  ...clientAction,
  act: bulkActSchema,
  /** Each is an act of its own, with an id of its own. */
  cases: z
    .array(caseRef.extend(clientAction))
    .min(1)
    .max(bulkLimit)
    .refine(eachOnce)
    .refine((cases) => new Set(cases.map((one) => one.clientActionId)).size === cases.length),
});
export type SubmitBulkCommand = z.infer<typeof submitBulkCommand>;

export const bulkRef = z.object({ batchId: z.uuid() });
export type BulkRef = z.infer<typeof bulkRef>;
export const undoBulkCommand = bulkRef.extend(clientAction);
export type UndoBulkCommand = z.infer<typeof undoBulkCommand>;
