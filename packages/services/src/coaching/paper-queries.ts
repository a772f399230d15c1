import { refuse } from "@rembuk/domain/coaching/engagement-lifecycle";
import type { CoachingBatch } from "@rembuk/domain/coaching/model";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { type ShownBatch, showBatch } from "./batch-queries";
import { requireOnEngagement } from "./change-engagement";
import { type ShownEngagement, showEngagement } from "./queries";
import { placeNames } from "./scope-queries";
import { getBatch, getEngagement, getSession } from "./store";

/** What an invitation to a session says. */
export interface Invitation {
  readonly subdistrictCode: string;
  readonly placeName: string;
  readonly leaderName: string | null;
  readonly innovations: readonly string[];
  readonly batch: Pick<CoachingBatch, "title" | "award" | "institutions">;
  readonly team: readonly { readonly name: string; readonly institution: string }[];
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly zone: string;
}

/** A session that is to come, for the letter to its kecamatan. @throws not-found; conflict COACHING_STEP_NOT_NOW */
export const readInvitation = async (
  ctx: ServiceContext,
  sessionId: string,
): Promise<Invitation> => {
  const { session, engagement, batch, innovations } = await inTransaction(ctx, async (tx) => {
    const found = await getSession(tx, sessionId);
    const own = await getEngagement(tx, found.engagementId);
    requireOnEngagement(ctx, "coaching.read", own);
    if (found.status !== "scheduled") throw refuse("invite", "not-now");
    const ids = { in: [...own.innovationIds] };
    return {
      session: found,
      engagement: own,
      batch: await getBatch(tx, own.batchId),
      innovations: await tx.innovation.findMany({ where: { id: ids }, select: { name: true } }),
    };
  });
  const { subdistrictCode, leaders } = engagement;
  const name = await placeNames(ctx, [subdistrictCode]);
  const area = await ctx.db.area.findUnique({ where: { code: subdistrictCode } });
  return {
    ...{ subdistrictCode, placeName: name(subdistrictCode), zone: area?.zone ?? "WIB" },
    leaderName: leaders.at(-1)?.name ?? null,
    innovations: innovations.map((one) => one.name),
    batch: { title: batch.title, award: batch.award, institutions: batch.institutions },
    team: batch.team.map((one) => ({ name: one.name, institution: one.institution })),
    ...{ startsAt: session.startsAt, endsAt: session.endsAt, place: session.place },
  };
};

export interface BatchReport {
  readonly batch: ShownBatch;
  readonly engagements: readonly ShownEngagement[];
}

/** A batch with what happened in each engagement that the reader may see. @throws not-found COACHING_NOT_FOUND */
export const readBatchReport = async (
  ctx: ServiceContext,
  batchId: string,
): Promise<BatchReport> => {
  const batch = await showBatch(ctx, { batchId });
  const engagements: ShownEngagement[] = [];
  for (const { id } of batch.engagements)
    engagements.push(await showEngagement(ctx, { engagementId: id }));
  return { batch, engagements };
};
