import { classified } from "./classification";
import { caseEvent } from "./events";
import { desk, heldBy } from "./holders";
import type { Case, CaseCategory, Channel, Holder, PrivacyMode, SectorLevel } from "./model";
import { type Decision, partyOf } from "./routing";
import { type StageClock, startStage } from "./stages";

export interface Opening {
  readonly id: string;
  readonly number: string;
  readonly villageCode: string;
  readonly subdistrictCode: string;
  readonly regencyCode: string;
  readonly channel: Channel;
  readonly title: string;
  readonly description: string;
  readonly privacy: PrivacyMode | null;
  readonly createdById: string;
  readonly reporterUserId: string | null;
  readonly reportedParty: string | null;
  readonly reporterPersonId: string | null;
  readonly responsibleId: string | null;
  readonly receivedAt: Date;
}

/**
 * A case as it is received. A supervisory complaint goes to the inspectorate at once and never
 * crosses the desk of the office it may be about. A category's privacy can be raised, not lowered.
 */
export const decideOpening = (
  o: Opening,
  category: CaseCategory,
  inspectorate: SectorLevel,
  clock: StageClock,
): Decision => {
  const taken = classified(o, o.privacy, category, clock);
  const direct = taken.isSupervisory;
  const holder: Holder = direct ? { kind: "sector", code: inspectorate.code, userId: null } : desk;
  const after: Case = {
    ...o,
    ...taken,
    responsibleId: direct ? null : o.responsibleId,
    status: direct ? "assigned" : "received",
    version: 0,
    leadSectorCode: direct ? inspectorate.code : null,
    leadParty: direct ? partyOf(o, inspectorate) : null,
    ...heldBy(holder),
    escalationLevel: 0,
    ...startStage({ ...clock, now: o.receivedAt }, direct ? "followUp" : "verify"),
    firstFollowUpAt: null,
    holds: [],
    outcome: null,
    answer: null,
    resolvedAt: null,
    confirmBy: null,
    closedAt: null,
    referrals: [],
    openMandatoryTasks: 0,
    merged: null,
    splitFromId: null,
  };
  return {
    after,
    events: [
      caseEvent("case.opened", after, {
        status: after.status,
        holder: holder.kind,
        categoryCode: category.code,
        ruleId: category.ruleId,
        villageCode: o.villageCode,
      }),
    ],
  };
};
