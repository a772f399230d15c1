import { addDays, localDate } from "../calendars/local-date";
import type { CriteriaVersion, ReviewStatus, ReviewTrigger, SustainabilityReview } from "./model";

const answerDays = 14;
const ended: readonly ReviewStatus[] = ["closed", "waived"];
export const isRunning = (status: ReviewStatus): boolean => !ended.includes(status);

/** The same day half a year on; the last day of a shorter month. */
export const halfYearAfter = (day: string): string => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + 6, 0)).getUTCDate();
  return new Date(Date.UTC(year, month + 5, Math.min(date, last))).toISOString().slice(0, 10);
};

/** What came before, for the question whether a review opens today. */
export interface ReviewHistory {
  /** The last review that was opened, ended or not; null: none. */
  readonly last: Pick<SustainabilityReview, "status" | "opensOn" | "triggers"> | null;
  /** The day from which half a year is counted when there is none. */
  readonly since: string;
}

/**
 * Why a review opens today; empty: it does not. One runs at a time. A sign of decay that the last review was opened for
 * opens the next one only when half a year is over: what was just spoken of is not asked again tomorrow.
 */
export const triggersToday = (
  { last, since }: ReviewHistory,
  decay: readonly ReviewTrigger[],
  today: string,
): readonly ReviewTrigger[] => {
  if (last && isRunning(last.status)) return [];
  const isHalfYear = halfYearAfter(last?.opensOn ?? since) <= today;
  const news = decay.filter((trigger) => isHalfYear || !last?.triggers.includes(trigger));
  return [...(isHalfYear ? (["half-year"] as const) : []), ...news];
};

/** A review that opens today. */
export const openedReview = (
  innovation: { readonly id: string; readonly subdistrictCode: string },
  id: string,
  triggers: readonly ReviewTrigger[],
  criteria: CriteriaVersion,
  today: string,
): SustainabilityReview => ({
  ...{ id, innovationId: innovation.id, subdistrictCode: innovation.subdistrictCode },
  ...{ status: "due", version: 0, triggers, criteria, opensOn: today },
  dueOn: addDays(localDate(today), answerDays),
  ...{ answers: [], assessedById: null, checkNote: null, checkedById: null },
  ...{ rating: null, ratingReason: null, ratedById: null },
  ...{ plan: null, planAgreedById: null, waivedReason: null },
});
