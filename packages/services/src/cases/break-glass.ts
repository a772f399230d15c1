import type { Transaction } from "@rembuk/db/client";
import { can } from "@rembuk/domain/access/policy";
import { type BreakGlassCommand, decideGlass } from "@rembuk/domain/cases/breaking-glass";
import { parseCaseNumber } from "@rembuk/domain/cases/case-number";
import type { Case } from "@rembuk/domain/cases/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { logAccess } from "../kernel/log-access";
import { recordEvents } from "../kernel/record-events";
import { requireHeld } from "../kernel/require-permission";
import { insertOpening } from "./glass-store";
import { findIdByNumber } from "./merge-store";
import { findCase } from "./store";

export interface BrokenGlass {
  readonly caseId: string;
  readonly until: Date;
}

/** Unknown, out of reach, supervisory, about the own unit: one answer for all. */
const findBreakable = async (
  tx: Transaction,
  ctx: ServiceContext,
  numberText: string,
): Promise<Case> => {
  const parsed = parseCaseNumber(numberText);
  const id = parsed.ok ? await findIdByNumber(tx, parsed.number) : null;
  const kase = id === null ? null : await findCase(tx, id);
  if (kase && can(ctx.actor, "case.read", kase))
    throw new DomainError("conflict", "GLASS_NOT_NEEDED", { caseId: kase.id });
  if (!kase || !can(ctx.actor, "glass.break", kase))
    throw new DomainError("not-found", "CASE_NOT_FOUND");
  return kase;
};

/**
 * Break-glass: opens one secret case of the own office for a day, to be read. The overseer and the
 * responsible are told; the reason stays with the opening and in the log of reads.
 * @throws not-found CASE_NOT_FOUND, also where it exists and may not be opened; conflict
 *   GLASS_NOT_NEEDED where the actor reads it already
 */
export const breakGlass = async (
  ctx: ServiceContext,
  command: BreakGlassCommand,
): Promise<BrokenGlass> => {
  requireHeld(ctx, "glass.break");
  const answered = await once(ctx, command, async (tx) => {
    const kase = await findBreakable(tx, ctx, command.number);
    const { reason } = command;
    const decision = decideGlass(kase, ctx.actor, { id: ctx.newId(), reason }, ctx.now());
    await insertOpening(tx, decision.opening);
    await logAccess(tx, ctx, { kase, act: "break-glass", reason });
    const result = { caseId: kase.id, until: decision.opening.until.toISOString() };
    await recordEvents(tx, ctx, decision.events, command, result);
    return result;
  });
  return { caseId: answered.caseId, until: new Date(answered.until) };
};
