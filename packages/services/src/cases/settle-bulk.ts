import type { BulkKind } from "@rembuk/domain/cases/bulk";
import type { BulkRef } from "@rembuk/domain/cases/bulk-commands";
import { DomainError, type ErrorCode, isDomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { acceptAssignment } from "./accept-assignment";
import { addMilestone } from "./add-milestone";
import { addNote } from "./add-note";
import { type BulkReport, reportOf } from "./bulk-queries";
import { type BatchItem, claimBatch, closeBatch, findBatch, type Settled } from "./bulk-store";
import { declineAssignment } from "./decline-assignment";
import { resolveCase } from "./resolve-case";
import { routeCase } from "./route-case";
import { triageCase } from "./triage-case";

/** Side by side, so that fifty take no longer than a few seconds and others find a connection too. */
const abreast = 4;

const run: Record<BulkKind, (ctx: ServiceContext, command: never) => Promise<unknown>> = {
  triage: triageCase,
  route: routeCase,
  accept: acceptAssignment,
  note: addNote,
  milestone: addMilestone,
  resolve: resolveCase,
  decline: declineAssignment,
};

/** One case by its own use case, as if it had been sent alone. @returns why not, null when done */
const carryOut = async (ctx: ServiceContext, item: BatchItem): Promise<ErrorCode | null> => {
  try {
    await run[item.kind](ctx, item.command as never);
    return null;
  } catch (error) {
    // What is no refusal (the database is gone) leaves the batch to whoever follows.
    if (!isDomainError(error) || error.kind === "unavailable") throw error;
    return error.code;
  }
};

const carryOutAll = async (
  ctx: ServiceContext,
  items: readonly BatchItem[],
): Promise<readonly Settled[]> => {
  const waiting = items.filter((item) => item.command !== null);
  const settled: Settled[] = [];
  const work = async () => {
    for (let item = waiting.shift(); item; item = waiting.shift())
      settled.push({ place: item.place, code: await carryOut(ctx, item) });
  };
  await Promise.all(Array.from({ length: abreast }, work));
  return settled;
};

/**
 * Carries out a batch whose window is over: each case by its own use case, in its own transaction, with
 * its own id, permission, version and entry in the audit. The batch's id is the key of this act: asked
 * twice, it is done once, and what a dead process had done already is answered from its first time.
 * @returns how it stands; still `held` before the window is over, `running` while another carries it
 * @throws not-found BULK_NOT_FOUND
 */
export const settleBulk = async (
  ctx: ServiceContext,
  { batchId }: BulkRef,
): Promise<BulkReport> => {
  const claimed = await inTransaction(ctx, async (tx) => {
    if (!(await findBatch(tx, batchId))) throw new DomainError("not-found", "BULK_NOT_FOUND");
    return claimBatch(tx, batchId, ctx.now());
  });
  const load = () => inTransaction(ctx, (tx) => findBatch(tx, batchId));
  const batch = await load();
  if (!batch) throw new DomainError("not-found", "BULK_NOT_FOUND");
  if (!claimed) return reportOf(batch, ctx.now());
  const items = await carryOutAll(ctx, batch.items);
  await inTransaction(ctx, (tx) => closeBatch(tx, { id: batchId, items, now: ctx.now() }));
  return reportOf((await load()) ?? batch, ctx.now());
};
