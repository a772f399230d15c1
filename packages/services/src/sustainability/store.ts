import type { Database, Transaction } from "@rembuk/db/client";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type {
  CriteriaVersion,
  CriterionAnswer,
  ReviewStatus,
  ReviewTrigger,
  SustainabilityRating,
  SustainabilityReview,
} from "@rembuk/domain/sustainability/model";

const toDay = (text: string): Date => new Date(`${text}T00:00:00Z`);
const fromDay = (date: Date): string => date.toISOString().slice(0, 10);
const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as object;

type Row = NonNullable<Awaited<ReturnType<Transaction["sustainabilityReview"]["findFirst"]>>>;

export const toReview = (row: Row): SustainabilityReview => ({
  ...row,
  status: row.status as ReviewStatus,
  triggers: row.triggers as ReviewTrigger[],
  criteria: row.criteria as unknown as CriteriaVersion,
  answers: row.answers as unknown as readonly CriterionAnswer[],
  rating: row.rating as SustainabilityRating | null,
  opensOn: fromDay(row.opensOn),
  dueOn: fromDay(row.dueOn),
});

/** @throws not-found REVIEW_NOT_FOUND, also where the fence hides it */
export const getReview = async (tx: Transaction, id: string): Promise<SustainabilityReview> => {
  const row = await tx.sustainabilityReview.findUnique({ where: { id } });
  if (!row) throw new DomainError("not-found", "REVIEW_NOT_FOUND");
  return toReview(row);
};

/** Reviews of an innovation, latest first. */
export const findReviews = async (
  tx: Pick<Transaction, "sustainabilityReview">,
  innovationId: string,
  most: number,
): Promise<readonly SustainabilityReview[]> => {
  const rows = await tx.sustainabilityReview.findMany({
    where: { innovationId },
    orderBy: [{ opensOn: "desc" }, { id: "desc" }],
    take: most,
  });
  return rows.map(toReview);
};

/** The criteria in force. @throws when there are none, which no migrated database is */
export const currentCriteria = async (
  db: Pick<Database, "reviewCriteria">,
): Promise<CriteriaVersion> => {
  const row = await db.reviewCriteria.findFirstOrThrow({ orderBy: { version: "desc" } });
  const { version, criteria } = row;
  return { version, criteria: criteria as unknown as CriteriaVersion["criteria"] };
};

/** False: another worker was first, one runs already. */
export const insertReview = async (
  tx: Transaction,
  review: SustainabilityReview,
): Promise<boolean> => {
  const { triggers, criteria, answers, opensOn, dueOn, ...plain } = review;
  const { count } = await tx.sustainabilityReview.createMany({
    data: {
      ...plain,
      ...{ triggers: [...triggers], criteria: json(criteria), answers: json(answers) },
      ...{ opensOn: toDay(opensOn), dueOn: toDay(dueOn) },
    },
    skipDuplicates: true,
  });
  return count === 1;
};

/** On the version that was read. @throws conflict REVIEW_CHANGED_MEANWHILE */
export const updateReview = async (
  tx: Transaction,
  before: SustainabilityReview,
  after: SustainabilityReview,
): Promise<void> => {
  const { id, innovationId: _, subdistrictCode: __, triggers: ___, ...rest } = after;
  const { criteria: ____, opensOn: _____, dueOn: ______, answers, ...data } = rest;
  const { count } = await tx.sustainabilityReview.updateMany({
    where: { id, version: before.version },
    data: { ...data, answers: json(answers) },
  });
  if (count !== 1) throw new DomainError("conflict", "REVIEW_CHANGED_MEANWHILE");
};
