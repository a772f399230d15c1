import { z } from "zod";
import { clientAction } from "../cases/commands";
import {
  iidStages,
  initiatorTypes,
  innovationForms,
  innovationKinds,
  pipelineStages,
  reportRowKeys,
  reportStatuses,
  revisionFields,
} from "./model";

const line = (most: number, least = 1) => z.string().trim().min(least).max(most);
/** A text of a report: whatever was written, without the blanks around it. */
const text = z.string().trim().max(20_000);
const day = z.iso.date();
const subdistrict = z.string().regex(/^\d{2}\.\d{2}\.\d{2}$/);
const village = z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/);
const numbered = z.object({ intro: text, items: z.array(text.min(1)).max(30).readonly() });

/** Profil inovasi, as it is stored too. */
export const profileSchema = z.object({
  ...{ agency: line(300, 0), name: line(300, 0), initiatorName: line(300, 0) },
  iidStage: z.enum(iidStages).nullable(),
  initiatorType: z.enum(initiatorTypes).nullable(),
  form: z.enum(innovationForms).nullable(),
  kind: z.enum(innovationKinds).nullable(),
  ...{ startedOn: day.nullable(), developedOn: day.nullable() },
  ...{ design: text, purpose: text, benefit: text, outcome: text, cover: text, legalBasis: text },
  ...{ problems: numbered, strategicIssues: text, methods: text, before: text, after: text },
  ...{ strengths: text, steps: numbered, idea: text },
  written: z.partialRecord(z.enum(reportRowKeys), text),
});

const year = z.int().min(1990).max(2100);
export const partsSchema = z.object({
  budget: z
    .array(z.object({ year, source: line(200, 2), amount: z.int().min(0).max(1e12) }))
    .max(40)
    .readonly(),
  team: z
    .array(
      z.object({
        ...{ name: line(120, 2), position: line(120, 2) },
        userId: z.uuid().nullable(),
      }),
    )
    .max(60)
    .readonly(),
  awards: z
    .array(z.object({ name: line(200, 2), giver: line(200, 2), year }))
    .max(30)
    .readonly(),
  decrees: z
    .array(
      z
        .object({
          ...{ number: line(120, 2), subject: line(300, 2), startsOn: day },
          endsOn: day.nullable(),
        })
        .refine(({ startsOn, endsOn }) => endsOn === null || startsOn <= endsOn, {
          path: ["endsOn"],
        }),
    )
    .max(30)
    .readonly(),
  meetings: z
    .array(z.object({ minutes: line(200, 2), heldOn: day }))
    .max(60)
    .readonly(),
  operations: z.object({
    categories: z.array(line(24, 2)).max(20).readonly(),
    countsTrips: z.boolean(),
  }),
});

/** A new innovation: a name, and what a pasted report or proposal says, read again by the server. */
export const registerInnovationCommand = z.object({
  ...clientAction,
  subdistrictCode: subdistrict,
  villageCode: village.nullish(),
  name: line(300, 3),
  pasted: z.string().max(200_000).nullish(),
});
export type RegisterInnovationCommand = z.infer<typeof registerInnovationCommand>;

const ref = { ...clientAction, innovationId: z.uuid(), version: z.int().min(0) };

/** Some fields of the profile; what is not named stays. */
export const saveProfileCommand = z.object({
  ...ref,
  profile: profileSchema.omit({ written: true }).partial(),
});
export type SaveProfileCommand = z.infer<typeof saveProfileCommand>;

export const saveInnovationPartsCommand = z.object({ ...ref, parts: partsSchema.partial() });
export type SaveInnovationPartsCommand = z.infer<typeof saveInnovationPartsCommand>;

/** A report or a proposal into an innovation that there is. */
export const importInnovationCommand = z.object({ ...ref, pasted: z.string().min(1).max(200_000) });
export type ImportInnovationCommand = z.infer<typeof importInnovationCommand>;

export const moveInnovationCommand = z.object({
  ...ref,
  move: z.enum(["submit", "begin", "validate", "endorse", "review", "send"]),
});
export type MoveInnovationCommand = z.infer<typeof moveInnovationCommand>;

export const requestRevisionCommand = z.object({
  ...ref,
  requests: z
    .array(z.object({ field: z.enum(revisionFields), note: line(1_000, 5) }))
    .min(1)
    .max(30)
    .readonly(),
});
export type RequestRevisionCommand = z.infer<typeof requestRevisionCommand>;

export const answerRevisionCommand = z.object({
  ...ref,
  revisionId: z.uuid(),
  answer: line(1_000, 3),
});
export type AnswerRevisionCommand = z.infer<typeof answerRevisionCommand>;

export const moveStageCommand = z.object({ ...ref, to: z.enum(pipelineStages) });
export type MoveStageCommand = z.infer<typeof moveStageCommand>;

/** By the number that stands on the case. */
export const linkCaseCommand = z.object({ ...ref, number: line(30, 5) });
export type LinkCaseCommand = z.infer<typeof linkCaseCommand>;
export const unlinkCaseCommand = z.object({ ...ref, caseId: z.uuid() });
export type UnlinkCaseCommand = z.infer<typeof unlinkCaseCommand>;

/** A recorded meeting of the office. */
export const linkMeetingCommand = z.object({ ...ref, meetingId: z.uuid() });
export type LinkMeetingCommand = z.infer<typeof linkMeetingCommand>;

/** A year of assessment: a new one, or one on the version that was seen. */
export const saveAssessmentYearCommand = z
  .object({
    ...clientAction,
    id: z.string().regex(/^[A-Z]{2,8}-\d{4}$/),
    version: z.int().min(0),
    isNew: z.boolean(),
    ...{ implementedFrom: day, implementedTo: day },
    designWords: z.int().min(0).max(10_000),
    source: line(300, 5),
    isActive: z.boolean(),
  })
  .refine(({ implementedFrom, implementedTo }) => implementedFrom <= implementedTo, {
    path: ["implementedTo"],
  });
export type SaveAssessmentYearCommand = z.infer<typeof saveAssessmentYearCommand>;

export const listInnovationsInput = z.object({
  status: z.enum(reportStatuses).nullish(),
  stage: z.enum(pipelineStages).nullish(),
  cursor: z.uuid().nullish(),
  limit: z.int().min(1).max(50),
});
export type ListInnovationsInput = z.infer<typeof listInnovationsInput>;

export const showInnovationInput = z.object({ innovationId: z.uuid() });
