import { z } from "zod";
import { clientAction } from "../cases/commands";
import { sustainabilityRatings } from "./model";

const subdistrict = z.string().regex(/^\d{2}\.\d{2}\.\d{2}$/);
const words = (least: number) => z.string().trim().min(least).max(4_000);

/** One step of a review with what it brings along. */
export const stepReviewCommand = z.object({
  ...clientAction,
  reviewId: z.uuid(),
  version: z.int().min(0),
  step: z.discriminatedUnion("move", [
    z.object({
      move: z.literal("assess"),
      answers: z
        .array(
          z.object({
            code: z.string().min(2).max(31),
            grade: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
            note: z.string().trim().max(2_000),
          }),
        )
        .max(30)
        .readonly(),
    }),
    z.object({ move: z.literal("check"), note: words(3) }),
    z.object({ move: z.literal("rate"), rating: z.enum(sustainabilityRatings), reason: words(5) }),
    z.object({ move: z.literal("agree"), plan: words(5) }),
    z.object({ move: z.literal("close") }),
    z.object({ move: z.literal("waive"), reason: words(5) }),
  ]),
});
export type StepReviewCommand = z.infer<typeof stepReviewCommand>;

/** What reviews ask about from now on, in this order; a code of null is a new criterion. */
export const saveCriteriaCommand = z.object({
  ...clientAction,
  /** The version that was changed. */
  base: z.int().min(1),
  criteria: z
    .array(
      z.object({
        code: z.string().min(2).max(31).nullable(),
        name: z.string().trim().min(3).max(80),
        question: z.string().trim().min(5).max(300),
      }),
    )
    .min(1)
    .max(20)
    .readonly(),
});
export type SaveCriteriaCommand = z.infer<typeof saveCriteriaCommand>;

export const listReviewsInput = z.object({ innovationId: z.uuid() });

/** The board: which kecamatan, which rating ("none": not rated yet), and whether only what shows signs of decay. */
export const listHealthInput = z.object({
  subdistrictCode: subdistrict.nullish(),
  rating: z.enum([...sustainabilityRatings, "none"]).nullish(),
  frail: z.boolean().optional(),
  /** The last row that was seen. */
  cursor: z.object({ subdistrictCode: subdistrict, id: z.uuid() }).nullish(),
  limit: z.int().min(1).max(50),
});
export type ListHealthInput = z.infer<typeof listHealthInput>;
