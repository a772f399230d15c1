import type { Actor } from "../access/actor";
import { can } from "../access/policy";
import { caseEvent } from "./events";
import { requireAction } from "./lifecycle";
import type { Case } from "./model";
import type { Decision } from "./routing";
import type { StageClock } from "./stages";
import { decideReopen } from "./working";

/**
 * Whether who made a merged report reads the answer to the case that carries it, and may judge it: they
 * told of the same matter. Nothing that only those who need to know may read.
 */
export const sharesAnswer = (report: Case, carrier: Case): boolean =>
  [report, carrier].every((kase) => !kase.isSecret && !kase.isSupervisory) &&
  carrier.reportedParty === null;

/** Who settles the carrying case itself does it there: a report is judged by those who only have the report. */
export const mayJudge = (actor: Actor, report: Case, carrier: Case): boolean =>
  report.merged?.intoId === carrier.id &&
  carrier.status === "resolved" &&
  sharesAnswer(report, carrier) &&
  can(actor, "case.confirm", report) &&
  !can(actor, "case.confirm", carrier);

/**
 * Settled here: said of this report alone, and told on both sides. One of several closes nothing that the
 * others are still waiting for.
 */
export const decideReportSettled = (report: Case, carrier: Case): Pick<Decision, "events"> => {
  requireAction(carrier, "confirm");
  const payload = { reportId: report.id, settled: true };
  return {
    events: [
      caseEvent("case.report-judged", report, payload),
      caseEvent("case.report-judged", carrier, payload),
    ],
  };
};

/** Not settled here: the matter is not settled, so the carrying case is opened again. */
export const decideReportUnsettled = (
  report: Case,
  carrier: Case,
  command: { readonly noteId: string },
  clock: StageClock,
): Decision => {
  const { after, events } = decideReopen(carrier, command, clock);
  const judged = caseEvent("case.report-judged", report, { reportId: report.id, settled: false });
  return { after, events: [...events, judged] };
};
