import { z } from "zod";
import { clientAction } from "../cases/commands";
import { engagementMoves } from "./engagement-lifecycle";
import { sides } from "./model";

/** Coaches read every word here: no number that names a resident stands in it. */
const namesNobody = (text: string): boolean => !/\d(?:[ .-]?\d){15}/.test(text);
const words = (least: number, most = 2_000) =>
  z.string().trim().min(least).max(most).refine(namesNobody);
const lines = z.array(words(3)).max(20).readonly();
const day = z.iso.date();
const name = z.string().trim().min(3).max(120);
const version = z.int().min(0);

const teamMember = z.object({
  id: z.uuid(),
  institution: z.string().trim().min(2).max(120),
  name,
  aliases: z.array(name).max(5).readonly(),
  username: z.string().trim().max(60).nullable(),
});
const team = z.array(teamMember).min(1).max(30).readonly();

/** The winners of an award, each kecamatan with its innovations, and the team that coaches them. */
export const openBatchCommand = z
  .object({
    ...clientAction,
    provinceCode: z.string().regex(/^\d{2}$/),
    award: z.object({
      name: z.string().trim().min(2).max(200),
      giver: z.string().trim().min(2).max(200),
      year: z.int().min(1990).max(2100),
    }),
    title: z.string().trim().min(5).max(200),
    startsOn: day,
    endsOn: day,
    institutions: z.array(z.string().trim().min(2).max(120)).min(1).max(8).readonly(),
    team,
    innovationIds: z.array(z.uuid()).min(1).max(200).readonly(),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ["endsOn"] })
  .refine(({ institutions: known, team: all }) => all.every((m) => known.includes(m.institution)), {
    path: ["team"],
  });
export type OpenBatchCommand = z.infer<typeof openBatchCommand>;

export const saveTeamCommand = z.object({ ...clientAction, batchId: z.uuid(), version, team });
export type SaveTeamCommand = z.infer<typeof saveTeamCommand>;

const ofEngagement = { ...clientAction, engagementId: z.uuid(), version };

export const moveEngagementCommand = z.object({
  ...ofEngagement,
  move: z.enum(engagementMoves),
  /** Of one that lapses or is cancelled. */
  reason: words(5).nullish(),
});
export type MoveEngagementCommand = z.infer<typeof moveEngagementCommand>;

export const savePlanCommand = z.object({
  ...ofEngagement,
  plan: z.object({
    direction: words(10),
    steps: z.array(words(3)).min(1).max(20).readonly(),
    support: words(0),
  }),
});
export type SavePlanCommand = z.infer<typeof savePlanCommand>;

export const agreePlanCommand = z.object({ ...ofEngagement, side: z.enum(sides) });
export type AgreePlanCommand = z.infer<typeof agreePlanCommand>;

/** The camat in office takes over, from the one before. */
export const handOverCommand = z.object({ ...ofEngagement, toUserId: z.uuid(), note: words(5) });
export type HandOverCommand = z.infer<typeof handOverCommand>;

const meeting = { startsAt: z.date(), endsAt: z.date(), place: z.string().trim().min(3).max(200) };
const inOrder = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => startsAt < endsAt;

export const scheduleSessionCommand = z
  .object({ ...clientAction, engagementId: z.uuid(), ...meeting })
  .refine(inOrder, { path: ["endsAt"] });
export type ScheduleSessionCommand = z.infer<typeof scheduleSessionCommand>;

const count = z.int().min(0).max(500);
export const stepSessionCommand = z.object({
  ...clientAction,
  sessionId: z.uuid(),
  version,
  step: z.discriminatedUnion("move", [
    z.object({ move: z.literal("reschedule"), ...meeting }).refine(inOrder, { path: ["endsAt"] }),
    z.object({
      move: z.literal("hold"),
      attendance: z.object({
        present: z.array(z.uuid()).max(30).readonly(),
        absences: z
          .array(z.object({ institution: z.string().max(120), reason: words(3, 300) }))
          .max(8)
          .readonly(),
        office: z.object({ head: count, manager: count, stakeholder: count }),
      }),
    }),
    z.object({
      move: z.literal("write"),
      minutes: z.object({
        ...{ challenges: lines, pride: lines, summary: words(10) },
        ideas: z
          .array(z.object({ id: z.uuid(), text: words(3) }))
          .max(20)
          .readonly(),
      }),
    }),
    z.object({ move: z.literal("agree"), side: z.enum(sides) }),
    z.object({ move: z.literal("miss"), reason: words(5, 300) }),
  ]),
});
export type StepSessionCommand = z.infer<typeof stepSessionCommand>;

export const enterIdeaCommand = z.object({
  ...{ ...clientAction, sessionId: z.uuid(), version, ideaId: z.uuid() },
  name: z.string().trim().min(3).max(300),
});
export type EnterIdeaCommand = z.infer<typeof enterIdeaCommand>;

export const proposeCommitmentCommand = z.object({
  ...{ ...clientAction, engagementId: z.uuid(), sessionId: z.uuid().nullish() },
  innovationId: z.uuid().nullish(),
  ...{ text: words(10), ownerId: z.uuid(), dueOn: day },
});
export type ProposeCommitmentCommand = z.infer<typeof proposeCommitmentCommand>;

export const stepCommitmentCommand = z.object({
  ...clientAction,
  commitmentId: z.uuid(),
  version,
  step: z.discriminatedUnion("move", [
    z.object({ move: z.literal("agree") }),
    z.object({ move: z.literal("start") }),
    z.object({
      ...{ move: z.literal("submit"), note: words(10) },
      link: z
        .url({ protocol: /^https$/ })
        .max(500)
        .nullable(),
    }),
    z.object({ move: z.literal("verify") }),
    z.object({ move: z.literal("return"), reason: words(5) }),
    z.object({ move: z.literal("drop"), reason: words(5) }),
  ]),
});
export type StepCommitmentCommand = z.infer<typeof stepCommitmentCommand>;

/** By the number that stands on the case. */
export const linkCommitmentCaseCommand = z.object({
  ...{ ...clientAction, commitmentId: z.uuid(), version },
  number: z.string().trim().min(5).max(30),
});
export type LinkCommitmentCaseCommand = z.infer<typeof linkCommitmentCaseCommand>;

const pageLimit = z.int().min(1).max(50);
const shownDay = z.iso.date();

/** A page of batches, newest first. */
export const listBatchesInput = z.object({
  cursor: z.object({ startsOn: shownDay, id: z.uuid() }).nullish(),
  limit: pageLimit,
});
export type ListBatchesInput = z.infer<typeof listBatchesInput>;

/** A page of what waits, late first; null: what has no day. */
export const listWaitingInput = z.object({
  cursor: z.object({ dueOn: shownDay.nullable(), id: z.uuid() }).nullish(),
  limit: pageLimit,
});
export type ListWaitingInput = z.infer<typeof listWaitingInput>;

/** Innovations of one page of the health board. */
export const countByInnovationInput = z.object({
  innovationIds: z.array(z.uuid()).min(1).max(50).readonly(),
});
export const listOfInnovationInput = z.object({ innovationId: z.uuid() });

export const listOfCaseInput = z.object({ caseId: z.uuid() });

export const showBatchInput = z.object({ batchId: z.uuid() });
export const showEngagementInput = z.object({ engagementId: z.uuid() });
