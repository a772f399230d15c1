import type { Database, Transaction } from "@rembuk/db/client";
import type { RelayWay } from "@rembuk/domain/cases/model";
import type { ServiceContext } from "../context";

/** Once, the citizen was told: by whom, how and when. */
export interface RelayDto {
  readonly id: string;
  readonly toldBy: string;
  readonly how: RelayWay;
  readonly toldAt: Date;
}

export const insertRelay = async (
  tx: Transaction,
  ctx: ServiceContext,
  kase: { readonly id: string; readonly subdistrictCode: string },
  relay: RelayDto,
): Promise<void> => {
  await tx.caseRelay.create({
    data: {
      ...relay,
      caseId: kase.id,
      subdistrictCode: kase.subdistrictCode,
      recordedById: ctx.actor.userId,
      createdAt: ctx.now(),
    },
  });
};

/** Answered cases whose citizen nobody has told since, and whose village was not yet reminded. */
export const listUnrelayedCases = async (
  db: Database,
  resolvedBefore: Date,
  limit: number,
): Promise<readonly string[]> => {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM "case" c
    WHERE c.is_open AND c.status = 'resolved' AND c.resolved_at <= ${resolvedBefore} AND NOT c.is_supervisory
      AND (c.reporter_person_id IS NOT NULL OR c.reporter_user_id IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM case_relay r WHERE r.case_id = c.id AND r.told_at >= date_trunc('minute', c.resolved_at))
      AND NOT EXISTS (SELECT 1 FROM case_relay_reminder m WHERE m.case_id = c.id AND m.resolved_at = c.resolved_at)
    ORDER BY c.resolved_at LIMIT ${limit}`;
  return rows.map((row) => row.id);
};

/** True for the one who marks it; the key makes it once, however many sweep. */
export const markReminded = async (
  tx: Transaction,
  caseId: string,
  resolvedAt: Date,
  now: Date,
): Promise<boolean> => {
  const count = await tx.$executeRaw`
    INSERT INTO case_relay_reminder (case_id, resolved_at, created_at)
    VALUES (${caseId}::uuid, ${resolvedAt}, ${now}) ON CONFLICT DO NOTHING`;
  return count === 1;
};
