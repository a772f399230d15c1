import { caseEvent } from "./events";
import { desk, heldBy, leaders } from "./holders";
import { requireAction } from "./lifecycle";
import type { Case, SectorLevel } from "./model";
import { type Decision, decideRoute, routed } from "./routing";
import { type StageClock, startStage } from "./stages";

/** What an office decided about its own way out (see `office_setting`). */
export interface DispositionRule {
  readonly isFirst: boolean;
  /** Working days in which the leaders decide: their own stage. */
  readonly limitDays: number;
}

/** Until an office says otherwise nothing waits. */
export const noDisposition: DispositionRule = { isFirst: false, limitDays: 1 };

/** Does routing here leave the office? Its sections and its own secretariat are inside. */
const leavesOffice = (after: Pick<Case, "holder">, sector: SectorLevel | null): boolean =>
  after.holder.kind === "sector" && sector?.level !== "section";

/**
 * Routes at once, or proposes to the leaders where the office wants their disposisi first. What they
 * route themselves is their disposisi; an emergency waits for nobody; inside the office nothing leaves.
 * The proposal moves the holder, so that the stage clock counts for the leaders; the total runs on.
 *
 * @throws as `decideRoute`: a target that could not be routed to cannot be proposed
 */
export const decideRouteOrPropose = (
  kase: Case,
  command: { readonly target: string; readonly noteId: string },
  sector: SectorLevel | null,
  clock: StageClock,
  office: { readonly rule: DispositionRule; readonly byLeader: boolean },
): Decision => {
  const direct = decideRoute(kase, command, sector, clock);
  const { rule, byLeader } = office;
  if (!rule.isFirst || byLeader || kase.isEmergency || !leavesOffice(direct.after, sector))
    return direct;
  const after: Case = {
    ...kase,
    ...heldBy(leaders),
    proposedTarget: command.target,
    stageStartedAt: clock.now,
    stageLimitDays: rule.limitDays,
    // The leaders sit in the kecamatan, whatever days the proposed office keeps.
    stageDueAt: clock.deadline(clock.now, rule.limitDays).dueAt,
  };
  const { target, noteId } = command;
  return { after, events: [caseEvent("case.disposition-asked", kase, { target, noteId })] };
};

/** The disposisi: the case leaves for the proposed sector with the leaders' instruction. */
export const decideDispose = (
  kase: Case,
  command: { readonly noteId: string },
  sector: SectorLevel | null,
  clock: StageClock,
): Decision => {
  requireAction(kase, "dispose");
  return routed(kase, { ...command, target: kase.proposedTarget ?? "" }, sector, clock);
};

/** Not so: back to the desk with a reason, on the same total clock and with a stage of its own. */
export const decideReturnProposal = (
  kase: Case,
  command: { readonly noteId: string; readonly withdrawn: boolean },
  clock: StageClock,
): Decision => {
  requireAction(kase, "return-proposal");
  const payload = { target: kase.proposedTarget ?? "", ...command };
  return {
    after: { ...kase, ...heldBy(desk), ...startStage(clock, "verify") },
    events: [caseEvent("case.disposition-returned", kase, payload)],
  };
};
