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
import { findCommitments } from "./commitment-store";
import { coachingScope, placeNames } from "./scope-queries";
import { findEngagements, findSessions, toBatch } from "./store";

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
export type BatchItem = Pick<
  ShownBatch,
  "id" | "title" | "award" | "startsOn" | "endsOn" | "institutions"
> & {
  readonly places: number;
  readonly innovations: number;
  readonly late: number;
};

/** Open commitments whose day is over, or about which coach and camat were told. */
export const isLate = (one: Commitment, today: string): boolean =>
  isOpenCommitment(one.status) &&
  one.status !== "evidence_submitted" &&
  (one.dueOn < today || one.alertedOn !== null);

const around = async (tx: Transaction, engagements: readonly CoachingEngagement[]) => {
  const ids = engagements.map(({ id }) => id);
  const innovationIds = engagements.flatMap((one) => one.innovationIds);
  return {
    sessions: await findSessions(tx, ids),
    commitments: await findCommitments(tx, { engagementId: { in: ids } }, 20_000),
    innovations: await tx.innovation.findMany({
      where: { id: { in: innovationIds } },
      select: { id: true, name: true },
    }),
  };
};

/** Batches that the reader has a part in, newest first. @throws forbidden */
export const listBatches = async (ctx: ServiceContext): Promise<readonly BatchItem[]> => {
  requireHeld(ctx, "coaching.read");
  const today = officeToday(ctx.now());
  return inTransaction(ctx, async (tx) => {
    const engagements = await findEngagements(tx, { OR: coachingScope(ctx.actor) });
    const { commitments } = await around(tx, engagements);
    const rows = await tx.coachingBatch.findMany({
      where: { id: { in: [...new Set(engagements.map(({ batchId }) => batchId))] } },
      orderBy: [{ startsOn: "desc" }, { id: "desc" }],
      include: { award: true },
    });
    return rows.map(toBatch).map(({ id, title, award, startsOn, endsOn, institutions }) => {
      const own = engagements.filter(({ batchId }) => batchId === id);
      const ids = new Set(own.map((one) => one.id));
      return {
        ...{ id, title, award, startsOn, endsOn, institutions, places: own.length },
        innovations: own.reduce((sum, one) => sum + one.innovationIds.length, 0),
        late: commitments.filter((one) => ids.has(one.engagementId) && isLate(one, today)).length,
      };
    });
  });
};

const rowOf = (
  engagement: CoachingEngagement,
  { sessions, commitments, innovations }: Awaited<ReturnType<typeof around>>,
  placeName: string,
  today: string,
): EngagementRow => {
  const { id, subdistrictCode, status, innovationIds, leaders, plan } = engagement;
  const own = commitments.filter((one) => one.engagementId === id && one.status !== "dropped");
  return {
    ...{ id, subdistrictCode, placeName, status, hasPlan: plan !== null },
    innovations: innovations.filter((one) => innovationIds.includes(one.id)),
    leaderName: leaders.at(-1)?.name ?? null,
    sessions: sessions
      .filter((one) => one.engagementId === id)
      .map((one) => ({
        ...{ id: one.id, status: one.status, startsAt: one.startsAt, endsAt: one.endsAt },
      })),
    commitments: {
      all: own.length,
      verified: own.filter((one) => one.status === "verified").length,
      late: own.filter((one) => isLate(one, today)).length,
    },
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
    return { batch, engagements, users, facts: await around(tx, engagements) };
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
    engagements: found.engagements.map((one) =>
      rowOf(one, found.facts, name(one.subdistrictCode), today),
    ),
  };
};
