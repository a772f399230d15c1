import type { StepReviewCommand } from "@rembuk/domain/sustainability/commands";
import {
  type SustainabilityRating,
  sustainabilityRatings,
} from "@rembuk/domain/sustainability/model";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

export type ShownReview = inferOutput<ReturnType<typeof useTRPC>["sustainability"]["list"]>[number];
export type ReviewMove = ShownReview["moves"][number]["move"];

/** What is typed for a step; a grade that nobody chose is blank. */
export interface ReviewEntry {
  readonly words: string;
  readonly rating: SustainabilityRating | "";
  readonly grades: Readonly<Record<string, { readonly grade: string; readonly note: string }>>;
}

const leastWords = 5;
const grades = [0, 1, 2, 3] as const;

const answersOf = ({ criteria }: Pick<ShownReview, "criteria">, entry: ReviewEntry) =>
  criteria.criteria.flatMap(({ code }) => {
    const typed = entry.grades[code];
    const grade = grades.find((one) => String(one) === typed?.grade);
    return grade === undefined ? [] : [{ code, grade, note: typed?.note.trim() ?? "" }];
  });

/** The step as it is sent; null: something is missing. */
export const stepOf = (
  review: Pick<ShownReview, "criteria">,
  move: ReviewMove,
  entry: ReviewEntry,
): StepReviewCommand["step"] | null => {
  if (move === "close") return { move };
  if (move === "assess") {
    const answers = answersOf(review, entry);
    return answers.length === review.criteria.criteria.length ? { move, answers } : null;
  }
  const words = entry.words.trim();
  if (words.length < leastWords) return null;
  if (move === "check") return { move, note: words };
  if (move === "agree") return { move, plan: words };
  if (move === "waive") return { move, reason: words };
  const rating = sustainabilityRatings.find((one) => one === entry.rating);
  return rating ? { move, rating, reason: words } : null;
};
