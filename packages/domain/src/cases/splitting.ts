import { DomainError } from "../kernel/errors";
import { classified, stricterPrivacy } from "./classification";
import { caseEvent } from "./events";
import { desk, heldBy } from "./holders";
import { requireAction } from "./lifecycle";
import type { Case, CaseCategory } from "./model";
import type { Decision } from "./routing";
import { type StageClock, startStage } from "./stages";

export interface SecondMatter {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly description: string;
  readonly category: CaseCategory;
  /** The Kasi who is responsible for the category. */
  readonly responsibleId: string | null;
  readonly noteId: string;
}

export interface SplitDecision {
  readonly original: Decision;
  readonly child: Decision;
}

/**
 * One report with two problems becomes two cases. The second keeps reporter, place, way in and the
 * moment of receipt, so its total clock runs from there; its first stage starts at the desk now. It is
 * at least as confidential as the first.
 * @throws invalid SPLIT_SUPERVISORY for a supervisory category: such a complaint is
 *   opened of its own, so that no ordinary file points to it
 */
export const decideSplit = (kase: Case, second: SecondMatter, clock: StageClock): SplitDecision => {
  requireAction(kase, "split");
  const { category } = second;
  if (category.isSupervisory) throw new DomainError("invalid", "SPLIT_SUPERVISORY");
  const privacy = stricterPrivacy(kase.privacy, category);
  // A secret half would show in the ordinary one: who may read that would know of it.
  if ((privacy === "SECRET") !== kase.isSecret) throw new DomainError("invalid", "MERGE_PRIVACY");
  const child: Case = {
    ...kase,
    ...classified(kase, privacy, category, clock),
    id: second.id,
    number: second.number,
    title: second.title,
    description: second.description,
    status: "received",
    version: 0,
    responsibleId: second.responsibleId,
    leadSectorCode: null,
    leadParty: null,
    ...heldBy(desk),
    escalationLevel: 0,
    ...startStage(clock, "verify"),
    firstFollowUpAt: null,
    holds: [],
    outcome: null,
    answer: null,
    resolvedAt: null,
    confirmBy: null,
    closedAt: null,
    merged: null,
    splitFromId: kase.id,
    referrals: [],
    openMandatoryTasks: 0,
  };
  const opened = {
    status: child.status,
    holder: "desk",
    categoryCode: category.code,
    villageCode: kase.villageCode,
    ruleId: category.ruleId,
    splitFromId: kase.id,
  } as const;
  return {
    original: {
      after: kase,
      events: [caseEvent("case.split", kase, { intoId: child.id, noteId: second.noteId })],
    },
    child: { after: child, events: [caseEvent("case.opened", child, opened)] },
  };
};
