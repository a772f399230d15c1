import type { Actor } from "../access/actor";
import type { Permission } from "../access/permissions";
import { canInArea } from "../access/policy";
import {
  type Enrollment,
  type EnrollmentAct,
  enrollmentActs,
  isActOf,
  isOwnAct,
} from "./enrolling";
import { approverOf, type FundingLevel } from "./model";

export const permissionOfAct: Readonly<Record<EnrollmentAct, Permission>> = {
  verify: "enrollment.verify",
  refuse: "enrollment.verify",
  recommend: "enrollment.recommend",
  approve: "enrollment.approve",
  record: "enrollment.verify",
  stop: "enrollment.verify",
};

/** May the actor do it there? Approval only in the office whose funds they are. */
export const mayActOn = (
  actor: Actor,
  act: EnrollmentAct,
  of: { readonly villageCode: string; readonly fundingLevel: FundingLevel },
): boolean => {
  const approver = approverOf(of.fundingLevel);
  const office = actor.assignments.filter((a) => act !== "approve" || a.role === approver);
  return canInArea({ ...actor, assignments: office }, permissionOfAct[act], {
    areaCode: of.villageCode,
  });
};

/** What the actor can do to an enrolment as it stands. */
export const actsFor = (
  actor: Actor,
  enrollment: Enrollment & { readonly villageCode: string },
): readonly EnrollmentAct[] =>
  enrollmentActs.filter(
    (act) =>
      isActOf(act, enrollment) &&
      !isOwnAct(act, enrollment, actor.userId) &&
      mayActOn(actor, act, enrollment),
  );
