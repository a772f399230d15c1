import type { Transaction } from "@rembuk/db/client";
import { can } from "@rembuk/domain/access/policy";
import {
  decideReportSettled,
  decideReportUnsettled,
  mayJudge,
} from "@rembuk/domain/cases/carried-reports";
import type { AnswerForReportCommand } from "@rembuk/domain/cases/commands";
import type { Case } from "@rembuk/domain/cases/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requirePermission } from "../kernel/require-permission";
import { actingOn, type Changed, clockOf, loadCase, requireVersion } from "./change-case";
import { enterCase, settleReport } from "./merge-store";
import { readCarrier } from "./related-queries";
import { saveCase } from "./store";
import { reasonNote } from "./write-note";

interface Judged {
  readonly report: Case;
  readonly carrier: Case;
}

/** The report inside the actor's fence, and by way of it the case that carries it. */
const loadJudged = async (
  tx: Transaction,
  ctx: ServiceContext,
  command: AnswerForReportCommand,
): Promise<Judged> => {
  const report = await loadCase(tx, command.caseId);
  requirePermission(ctx, "case.confirm", report);
  const carrier = await readCarrier(tx, report);
  if (!carrier || can(ctx.actor, "case.confirm", carrier))
    throw new DomainError("conflict", "CASE_ACTION_NOT_NOW", { action: "confirm" });
  requireVersion(carrier, command.version);
  if (!mayJudge(ctx.actor, report, carrier))
    throw new DomainError("conflict", "CASE_ACTION_NOT_NOW", { action: "confirm" });
  return { report, carrier };
};

const judged = async (
  tx: Transaction,
  ctx: ServiceContext,
  command: AnswerForReportCommand,
): Promise<Changed> => {
  const { report, carrier } = await loadJudged(tx, ctx, command);
  const own = actingOn(ctx, "case.confirm", report);
  await enterCase(tx, carrier.id);
  if (command.answer === "unsettled") {
    const note = reasonNote(ctx, "partner", command.reason);
    const clock = await clockOf(ctx, carrier);
    const decision = decideReportUnsettled(report, carrier, { noteId: note.id }, clock);
    const result = { id: report.id, version: carrier.version + 1 };
    // Before the case: of two at once the second must wait on the act's key, not on the version.
    await recordEvents(tx, own, [], command, result);
    await saveCase(tx, own, { before: carrier, ...decision, notes: [note], command: null });
    return result;
  }
  const { events } = decideReportSettled(report, carrier);
  const result = { id: report.id, version: carrier.version };
  await recordEvents(tx, own, events, command, result);
  await settleReport(tx, carrier.id, report.id, ctx.now());
  return result;
};

/**
 * The word of who made a merged report, most often another village, about the answer to the case that
 * carries it: settled holds for this report alone, unsettled opens the carrying case again.
 * @throws conflict CASE_CHANGED_MEANWHILE, CASE_ACTION_NOT_NOW when there is no answer to judge, or the
 *   actor settles the carrying case itself
 */
export const answerForReport = (
  ctx: ServiceContext,
  command: AnswerForReportCommand,
): Promise<Changed> =>
  once(ctx, command, (tx) => judged(tx, ctx, command), { caseId: ctx.actor.provenCaseId });
