import type { Database, Transaction } from "@rembuk/db/client";
import { presentSince } from "@rembuk/domain/cases/presence";
import type { ServiceContext } from "../context";

/** Somebody who has a case open: the name that stands on screens, and nothing else. */
export interface Present {
  readonly name: string;
}

/** Keeps the reader present. @returns whether they were not so a moment ago */
export const keepPresence = async (
  tx: Transaction,
  ctx: ServiceContext,
  caseId: string,
): Promise<boolean> => {
  const { userId } = ctx.actor;
  const known = await tx.casePresence.findUnique({
    where: { caseId_userId: { caseId, userId } },
    select: { seenAt: true },
  });
  const seenAt = ctx.now();
  await tx.$executeRaw`INSERT INTO case_presence (case_id, user_id, seen_at)
    VALUES (${caseId}::uuid, ${userId}::uuid, ${seenAt})
    ON CONFLICT (case_id, user_id) DO UPDATE SET seen_at = excluded.seen_at`;
  return known === null || known.seenAt < presentSince(seenAt);
};

/** Nothing is deleted by the app: who left was last seen long ago. @returns whether they were present */
export const endPresenceOf = async (
  tx: Transaction,
  ctx: ServiceContext,
  caseId: string,
): Promise<boolean> => {
  const count = await tx.$executeRaw`UPDATE case_presence SET seen_at = 'epoch'
    WHERE case_id = ${caseId}::uuid AND user_id = ${ctx.actor.userId}::uuid
      AND seen_at > ${presentSince(ctx.now())}`;
  return count > 0;
};

/** The others who have the case open now; the case must be open to the reader. */
export const listOthers = async (
  tx: Transaction,
  ctx: ServiceContext,
  caseId: string,
): Promise<readonly Present[]> => tx.$queryRaw<Present[]>`
  SELECT u.display_name AS name FROM case_presence p JOIN "user" u ON u.id = p.user_id
  WHERE p.case_id = ${caseId}::uuid AND p.user_id <> ${ctx.actor.userId}::uuid
    AND p.seen_at > ${presentSince(ctx.now())} ORDER BY u.display_name`;

/**
 * Says on the live channel that somebody came or went: the case's id and nothing else. After the
 * transaction, whose commit it would serialise (docs/adr/0002-live-updates-by-postgresql.md).
 */
export const tellPresence = async (db: Database, caseId: string): Promise<void> => {
  await db.$executeRaw`SELECT pg_notify('rembuk_live', ${JSON.stringify({ present: caseId })})`;
};
