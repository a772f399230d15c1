import type { Database, Prisma, Transaction } from "@rembuk/db/client";
import { publishedStatuses } from "@rembuk/domain/innovations/access";
import type { InnovationParts } from "@rembuk/domain/innovations/model";
import type { DecayFacts } from "@rembuk/domain/sustainability/triggers";

/** An innovation that lives, so far as anybody knows: endorsed, and in implementation or evaluation. */
export const isLive = {
  status: { in: [...publishedStatuses] },
  stage: { in: ["implementation", "evaluation"] },
} satisfies Prisma.InnovationWhereInput;

export const listLiveInnovations = (db: Database, after: string | null, most: number) =>
  db.innovation.findMany({
    where: { ...isLive, ...(after ? { id: { gt: after } } : {}) },
    orderBy: { id: "asc" },
    take: most,
    select: {
      ...{ id: true, subdistrictCode: true, createdById: true, createdAt: true, parts: true },
      evidence: { select: { weeks: true } },
    },
  });
export type LiveInnovation = Awaited<ReturnType<typeof listLiveInnovations>>[number];

const toDay = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** Did a camat of the kecamatan, or the one who registered it, leave office since a day? */
const hasRotated = async (
  tx: Transaction,
  { subdistrictCode, createdById }: LiveInnovation,
  since: string,
  today: string,
): Promise<boolean> => {
  const left = await tx.assignment.count({
    where: {
      endsOn: { gte: toDay(since), lt: toDay(today) },
      OR: [
        { role: "subdistrict-head", areaCode: subdistrictCode },
        { role: "innovation-manager", userId: createdById },
      ],
    },
  });
  return left > 0;
};

const aDay = 86_400_000;

/** Complaints of its categories in the last 90 days and in the 90 before; no confidential one. */
const complaintsOf = async (
  tx: Transaction,
  { subdistrictCode }: LiveInnovation,
  categories: readonly string[],
  now: Date,
): Promise<DecayFacts["complaints"]> => {
  const at = (days: number) => new Date(now.getTime() - days * aDay);
  const count = (from: Date, to: Date) =>
    tx.case.count({
      where: {
        ...{ subdistrictCode, kind: "complaint", categoryCode: { in: [...categories] } },
        ...{ isSecret: false, isSupervisory: false, receivedAt: { gte: from, lt: to } },
      },
    });
  if (categories.length === 0) return { latest: 0, before: 0 };
  return { latest: await count(at(90), now), before: await count(at(180), at(90)) };
};

/** What is known of an innovation today, for the signs of decay. @param since the day of its last review */
export const decayFactsOf = async (
  tx: Transaction,
  innovation: LiveInnovation,
  since: string,
  { today, now }: { readonly today: string; readonly now: Date },
): Promise<DecayFacts> => {
  const parts = innovation.parts as unknown as InnovationParts;
  const { categories, countsTrips } = parts.operations;
  const isCounted = categories.length > 0 || countsTrips;
  return {
    today,
    hasRotated: await hasRotated(tx, innovation, since, today),
    decreeEnds: parts.decrees.map(({ endsOn }) => endsOn),
    budgetYears: parts.budget.map(({ year }) => year),
    weeks: isCounted ? (innovation.evidence?.weeks ?? null) : null,
    complaints: await complaintsOf(tx, innovation, categories, now),
  };
};

/** Reviews whose day is over and that nobody has answered. */
export const listLateReviews = (db: Database, today: string, most: number) =>
  db.sustainabilityReview.findMany({
    where: { status: "due", dueOn: { lt: toDay(today) } },
    orderBy: { dueOn: "asc" },
    take: most,
  });
