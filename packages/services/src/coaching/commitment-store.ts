import type { Database, Prisma, Transaction } from "@rembuk/db/client";
import type {
  Commitment,
  CommitmentEvidence,
  CommitmentStatus,
} from "@rembuk/domain/coaching/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { changedMeanwhile, fromDay, json, placeCodes, toDay } from "./store";

type Row = Prisma.CoachingCommitmentGetPayload<object>;
type StoredEvidence = Omit<CommitmentEvidence, "at"> & { readonly at: string };

const dayOrNull = (date: Date | null): string | null => date && fromDay(date);

export const toCommitment = (row: Row): Commitment => {
  const { regencyCode: _, provinceCode: __, ...plain } = row;
  const evidence = row.evidence as unknown as StoredEvidence | null;
  return {
    ...plain,
    status: row.status as CommitmentStatus,
    ...{ dueOn: fromDay(row.dueOn), waitsSince: dayOrNull(row.waitsSince) },
    ...{ remindedOn: dayOrNull(row.remindedOn), alertedOn: dayOrNull(row.alertedOn) },
    evidence: evidence && { ...evidence, at: new Date(evidence.at) },
  };
};

/** @throws not-found COACHING_NOT_FOUND, also where the fence hides it */
export const getCommitment = async (tx: Transaction, id: string): Promise<Commitment> => {
  const row = await tx.coachingCommitment.findUnique({ where: { id } });
  if (!row) throw new DomainError("not-found", "COACHING_NOT_FOUND");
  return toCommitment(row);
};

/** Commitments that meet a condition, by their day. */
export const findCommitments = async (
  tx: Transaction,
  where: Prisma.CoachingCommitmentWhereInput,
  most = 500,
): Promise<readonly Commitment[]> => {
  const rows = await tx.coachingCommitment.findMany({
    ...{ where, orderBy: [{ dueOn: "asc" }, { id: "asc" }], take: most },
  });
  return rows.map(toCommitment);
};

const day = (text: string | null): Date | null => (text === null ? null : toDay(text));

const columnsOf = (one: Commitment) => ({
  ...{ status: one.status, version: one.version, ownerId: one.ownerId, ownerName: one.ownerName },
  ...{ agreedById: one.agreedById, waitsSince: day(one.waitsSince) },
  ...{ remindedOn: day(one.remindedOn), alertedOn: day(one.alertedOn) },
  ...{ verifiedById: one.verifiedById, returnedReason: one.returnedReason },
  ...{ droppedReason: one.droppedReason, caseId: one.caseId },
  ...(one.evidence ? { evidence: json(one.evidence) } : {}),
});

export const insertCommitment = async (tx: Transaction, one: Commitment): Promise<void> => {
  const { id, engagementId, sessionId, innovationId, text, proposedById, dueOn } = one;
  await tx.coachingCommitment.create({
    data: {
      ...{ ...columnsOf(one), ...placeCodes(one.subdistrictCode) },
      ...{ id, engagementId, sessionId, innovationId, text, proposedById, dueOn: toDay(dueOn) },
    },
    select: { id: true },
  });
};

/** False: somebody else was first. */
export const tryUpdateCommitment = async (
  tx: Transaction,
  before: Commitment,
  after: Commitment,
): Promise<boolean> => {
  const { id, version } = before;
  const { count } = await tx.coachingCommitment.updateMany({
    ...{ where: { id, version }, data: columnsOf(after) },
  });
  return count === 1;
};

/** On the version that was read. @throws conflict COACHING_CHANGED_MEANWHILE */
export const updateCommitment = async (
  tx: Transaction,
  before: Commitment,
  after: Commitment,
): Promise<void> => {
  if (!(await tryUpdateCommitment(tx, before, after))) throw changedMeanwhile();
};

/**
 * Commitments that the worker may have something to do about: evidence waited for since `reminds` or `alerts`
 * without a word, or a day that is over.
 */
export const listChased = async (
  db: Database,
  days: { readonly today: string; readonly reminds: string; readonly alerts: string },
  after: string | null,
  most: number,
): Promise<readonly Commitment[]> => {
  const rows = await db.coachingCommitment.findMany({
    where: {
      OR: [
        { waitsSince: { lte: toDay(days.reminds) }, remindedOn: null },
        { waitsSince: { lte: toDay(days.alerts) }, alertedOn: null },
        { status: { in: ["agreed", "in_progress"] }, dueOn: { lt: toDay(days.today) } },
      ],
      engagement: { status: { in: ["planned", "active", "monitoring"] } },
      ...(after ? { id: { gt: after } } : {}),
    },
    orderBy: { id: "asc" },
    take: most,
  });
  return rows.map(toCommitment);
};
