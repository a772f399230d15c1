import type { Transaction } from "@rembuk/db/client";
import { canOnBatch } from "@rembuk/domain/coaching/access";
import { isOpenCommitment } from "@rembuk/domain/coaching/engagement-lifecycle";
import type {
  CoachingBatch,
  CoachingEngagement,
  CoachingSession,
  Commitment,
  EngagementStatus,
} from "@rembuk/domain/coaching/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireHeld } from "../kernel/require-permission";
import { officeToday } from "../staff/running-queries";
import { coachingScope, placeNames } from "./scope-queries";
import { findEngagements, toBatch } from "./store";

export interface EngagementRow {
  readonly id: string;
  readonly subdistrictCode: string;
  readonly placeName: string;
  readonly status: EngagementStatus;
  readonly innovations: readonly { readonly id: string; readonly name: string }[];
  readonly leaderName: string | null;
  readonly sessions: readonly Pick<CoachingSession, "id" | "status" | "startsAt" | "endsAt">[];
  readonly commitments: { readonly all: number; readonly verified: number; readonly late: number };
  readonly hasPlan: boolean;
}
export interface ShownBatch extends Omit<CoachingBatch, "createdById" | "team"> {
  readonly team: readonly {
    readonly id: string;
    readonly institution: string;
    readonly name: string;
    readonly aliases: readonly string[];
    readonly username: string | null;
  }[];
  readonly engagements: readonly EngagementRow[];
  readonly mayOpen: boolean;
}
/** Open commitments whose day is over, or about which coach and camat were told. */
export const isLate = (one: Commitment, today: string): boolean =>
  isOpenCommitment(one.status) &&
  one.status !== "evidence_submitted" &&
  (one.dueOn < today || one.alertedOn !== null);

interface CommitmentCounts {
  readonly engagement_id: string;
  readonly all: number;
  readonly verified: number;
  readonly late: number;
}
/** Counted in the database: a batch has thousands of commitments. */
const countCommitments = (tx: Transaction, engagementIds: readonly string[], today: string) =>
  tx.$queryRaw<CommitmentCounts[]>`
    SELECT engagement_id, count(*)::int AS "all", count(*) FILTER (WHERE status = 'verified')::int AS verified,
      count(*) FILTER (WHERE status IN ('proposed', 'agreed', 'in_progress', 'overdue', 'returned')
        AND (due_on < ${today}::date OR alerted_on IS NOT NULL))::int AS late
    FROM coaching_commitment WHERE engagement_id = ANY (${engagementIds}::uuid[]) AND status <> 'dropped'
    GROUP BY engagement_id`;

const around = async (
  tx: Transaction,
  engagements: readonly CoachingEngagement[],
  today: string,
) => {
  const ids = engagements.map(({ id }) => id);
  const innovationIds = engagements.flatMap((one) => one.innovationIds);
  const counts = await countCommitments(tx, ids, today);
  return {
    // Without minutes and attendance, which are read at the engagement.
    sessions: await tx.coachingSession.findMany({
      where: { engagementId: { in: ids } },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      select: { id: true, engagementId: true, status: true, startsAt: true, endsAt: true },
    }),
    commitments: new Map(counts.map(({ engagement_id: id, ...one }) => [id, one])),
    innovations: await tx.innovation.findMany({
      where: { id: { in: innovationIds } },
      select: { id: true, name: true },
    }),
  };
};

const rowOf = (
  engagement: CoachingEngagement,
  { sessions, commitments, innovations }: Awaited<ReturnType<typeof around>>,
  placeName: string,
): EngagementRow => {
  const { id, subdistrictCode, status, innovationIds, leaders, plan } = engagement;
  return {
    ...{ id, subdistrictCode, placeName, status, hasPlan: plan !== null },
    innovations: innovations.filter((one) => innovationIds.includes(one.id)),
    leaderName: leaders.at(-1)?.name ?? null,
    sessions: sessions
      .filter((one) => one.engagementId === id)
      .map((one) => ({
        ...{ id: one.id, startsAt: one.startsAt, endsAt: one.endsAt },
        status: one.status as CoachingSession["status"],
      })),
    commitments: commitments.get(id) ?? { all: 0, verified: 0, late: 0 },
  };
};

/** A batch with the engagements of it that the reader may see. @throws forbidden; not-found COACHING_NOT_FOUND */
export const showBatch = async (
  ctx: ServiceContext,
  { batchId }: { readonly batchId: string },
): Promise<ShownBatch> => {
  requireHeld(ctx, "coaching.read");
  const today = officeToday(ctx.now());
  const found = await inTransaction(ctx, async (tx) => {
    const row = await tx.coachingBatch.findUnique({
      where: { id: batchId },
      include: { award: true },
    });
    const engagements = await findEngagements(tx, { batchId, OR: coachingScope(ctx.actor) });
    if (!row || engagements.length === 0) throw new DomainError("not-found", "COACHING_NOT_FOUND");
    const batch = toBatch(row);
    const users = await tx.user.findMany({
      where: { id: { in: batch.team.flatMap(({ userId }) => userId ?? []) } },
      select: { id: true, username: true },
    });
    return { batch, engagements, users, facts: await around(tx, engagements, today) };
  });
  const { createdById: _, ...batch } = found.batch;
  const name = await placeNames(
    ctx,
    found.engagements.map(({ subdistrictCode }) => subdistrictCode),
  );
  const mayOpen = canOnBatch(ctx.actor, "coaching.open", batch.provinceCode);
  return {
    ...batch,
    mayOpen,
    team: batch.team.map(({ userId, ...member }) => ({
      ...member,
      username: mayOpen ? (found.users.find(({ id }) => id === userId)?.username ?? null) : null,
    })),
    engagements: found.engagements.map((one) => rowOf(one, found.facts, name(one.subdistrictCode))),
  };
};
