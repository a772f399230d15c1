import { outcomes } from "@rembuk/domain/cases/model";
import { z } from "zod";

const linkProof = {
  token: z.string().min(20).max(64),
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/),
};
export const openLinkInput = z.object(linkProof);
export type LinkProof = z.infer<typeof openLinkInput>;

const words = z.string().trim().min(1).max(4000);
/** `version` is the case's, or of a link to a referral the referral's. */
const act = { ...linkProof, clientActionId: z.uuid(), version: z.int() };
export const answerByLinkCommand = z.discriminatedUnion("answer", [
  z.object({ ...act, answer: z.literal("accept") }),
  z.object({ ...act, answer: z.literal("decline"), reason: words }),
  z.object({
    ...act,
    answer: z.literal("resolve"),
    outcome: z.enum(outcomes),
    response: words,
    solution: words,
    followUp: words,
  }),
  z.object({ ...act, answer: z.literal("milestone"), words, happenedOn: z.iso.date() }),
  z.object({ ...act, answer: z.literal("finish"), words }),
  z.object({ ...act, answer: z.literal("fail"), words }),
]);
export type AnswerByLinkCommand = z.infer<typeof answerByLinkCommand>;
