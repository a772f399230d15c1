import { DomainError } from "../kernel/errors";
import { classified } from "./classification";
import { type AmendedField, caseEvent } from "./events";
import { desk, endHolds, heldBy } from "./holders";
import { requireAction } from "./lifecycle";
import type { Case, CaseCategory, PrivacyMode, SectorLevel } from "./model";
import { isHeldByReported } from "./reported-unit";
import { type Decision, partyOf } from "./routing";
import { type StageClock, startStage } from "./stages";

/** What was taken down wrongly; only what changes is given. */
export interface Amendment {
  readonly villageCode?: string | undefined;
  readonly category: CaseCategory;
  readonly privacy?: PrivacyMode | undefined;
  /** A person taken down anew. */
  readonly reporterPersonId?: string | undefined;
  /** The unit complained of; undefined: as it was. */
  readonly reportedParty?: string | null | undefined;
  /** Who answers for it instead, where the one of before works in that unit. */
  readonly responsibleId?: string | null | undefined;
  readonly noteId: string;
}

const changedFields = (before: Case, after: Case): readonly AmendedField[] => {
  const fields: AmendedField[] = [];
  if (before.villageCode !== after.villageCode) fields.push("village");
  if (before.categoryCode !== after.categoryCode) fields.push("category");
  if (before.privacy !== after.privacy || before.isSupervisory !== after.isSupervisory)
    fields.push("privacy");
  if (before.reporterPersonId !== after.reporterPersonId) fields.push("reporter");
  if (before.reportedParty !== after.reportedParty) fields.push("reported");
  return fields;
};

/** Intake facts that the event keeps of before and after: codes and dates, no words of people. */
const facts = (kase: Case) => ({
  villageCode: kase.villageCode,
  categoryCode: kase.categoryCode,
  ruleId: kase.ruleId,
  privacy: kase.privacy,
  totalDueAt: kase.totalDueAt.toISOString(),
});

/**
 * Corrects the intake while the case is open. Deadlines are computed anew from the first receipt,
 * with the holds that there were; both are kept in the event. Privacy may fall to the category's own
 * and never below it. Found to be a supervisory complaint, the case leaves the office it may be
 * about at once, for the inspectorate; it never comes back by an amendment. Held by the unit that it
 * turns out to complain of, it returns to the desk.
 *
 * @throws invalid AMENDMENT_EMPTY when nothing would change
 */
export const decideAmend = (
  kase: Case,
  amendment: Amendment,
  inspectorate: SectorLevel,
  clock: StageClock,
): Decision => {
  requireAction(kase, "amend");
  const { category } = amendment;
  const { reportedParty = kase.reportedParty } = amendment;
  const intake: Case = { ...kase, reportedParty };
  const asked = amendment.privacy ?? kase.privacy;
  // Handed over it waits for nobody, so what it waited for ends before its days are counted.
  const isTakenAway = isHeldByReported(intake) && kase.holder.kind !== "village";
  const isLeaving = isTakenAway || category.isSupervisory || reportedParty === kase.subdistrictCode;
  const holds = isLeaving ? endHolds(kase.holds, clock.now) : kase.holds;
  const taken = classified(intake, asked, category, clock, holds);
  const amended: Case = {
    ...intake,
    ...taken,
    holds,
    // A section that works on the case keeps it, whatever the new category's own section is.
    sectionCode:
      kase.holder.kind === "section" && !isLeaving ? kase.sectionCode : taken.sectionCode,
    villageCode: amendment.villageCode ?? kase.villageCode,
    responsibleId:
      amendment.responsibleId === undefined ? kase.responsibleId : amendment.responsibleId,
    reporterPersonId: amendment.reporterPersonId ?? kase.reporterPersonId,
  };
  const after = amended.isSupervisory
    ? handedOver(amended, inspectorate, clock)
    : takenAway(amended, clock);
  const fields = changedFields(kase, after);
  if (fields.length === 0) throw new DomainError("invalid", "AMENDMENT_EMPTY");
  const payload = { fields, before: facts(kase), after: facts(after), noteId: amendment.noteId };
  return { after, events: [caseEvent("case.amended", kase, payload)] };
};

const handedOver = (kase: Case, inspectorate: SectorLevel, clock: StageClock): Case => ({
  ...kase,
  status: "assigned",
  ...heldBy({ kind: "sector", code: inspectorate.code, userId: null }),
  responsibleId: null,
  leadSectorCode: inspectorate.code,
  leadParty: partyOf(kase, inspectorate),
  ...startStage(clock, "followUp"),
});

/**
 * The unit complained of never holds the case: it goes back to the desk, on the same total clock. So
 * does one that waits for a disposisi and turns out to be an emergency: the desk routes it at once.
 */
const takenAway = (kase: Case, clock: StageClock): Case => {
  if (kase.isEmergency && kase.holder.kind === "leaders")
    return { ...kase, ...heldBy(desk), ...startStage(clock, "verify") };
  if (!isHeldByReported(kase)) return kase;
  if (kase.holder.kind === "village") return { ...kase, ...heldBy(desk) };
  return {
    ...kase,
    status: "declined",
    ...heldBy(desk),
    leadSectorCode: null,
    leadParty: null,
    ...startStage(clock, "verify"),
  };
};
