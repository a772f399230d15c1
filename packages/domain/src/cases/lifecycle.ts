import type { Actor } from "../access/actor";
import { partyKey } from "../access/party-key";
import type { Permission } from "../access/permissions";
import { can, leaderRoles } from "../access/policy";
import { DomainError } from "../kernel/errors";
import { type Case, type CaseStatus, type HolderKind, openStatuses } from "./model";
import { blockingReferrals } from "./referrals";

/** What a person can do to a case, in the order in which screens offer it. */
export const caseActions = [
  "complete",
  "triage",
  "route",
  "dispose",
  "return-proposal",
  "accept",
  "decline",
  "resolve",
  "confirm",
  "reopen",
  "hold",
  "resume",
  "send-link",
  "close",
  "ask-info",
  "amend",
  "redirect",
  "archive",
  "cancel",
  "merge",
  "undo-merge",
  "split",
] as const;
export type CaseAction = (typeof caseActions)[number];

interface Rule {
  readonly from: readonly CaseStatus[];
  readonly permission: Permission;
  /** Others who may do it in the holder's name, recorded as such. */
  readonly onBehalf?: Permission;
  /** Also out of turn it is one's own word: who brought a case may take it back while a sector works. */
  readonly outOfTurn?: true;
  /** Only for these holders. */
  readonly holders?: readonly HolderKind[];
}

/** The state machine of the domain document, read from the action's side. */
export const rules: Record<CaseAction, Rule> = {
  triage: { from: ["received"], permission: "case.triage" },
  route: { from: ["triaged", "declined", "reopened"], permission: "case.route" },
  dispose: {
    from: ["triaged", "declined", "reopened"],
    permission: "case.dispose",
    holders: ["leaders"],
  },
  "return-proposal": {
    from: ["triaged", "declined", "reopened"],
    permission: "case.return-proposal",
    holders: ["leaders"],
  },
  accept: {
    from: ["assigned"],
    permission: "case.answer-assignment",
    onBehalf: "case.record-on-behalf",
  },
  decline: {
    from: ["assigned"],
    permission: "case.answer-assignment",
    onBehalf: "case.record-on-behalf",
  },
  resolve: {
    from: ["in_progress"],
    permission: "case.resolve",
    onBehalf: "case.record-on-behalf",
  },
  confirm: { from: ["resolved"], permission: "case.confirm" },
  reopen: { from: ["resolved"], permission: "case.confirm" },
  hold: { from: ["in_progress"], permission: "case.hold" },
  resume: { from: ["on_hold"], permission: "case.hold" },
  "send-link": { from: ["assigned"], permission: "case.send-link", holders: ["sector"] },
  close: { from: ["resolved"], permission: "case.close" },
  "ask-info": { from: ["received"], permission: "case.triage" },
  complete: {
    from: ["needs_info"],
    permission: "case.complete",
    onBehalf: "case.record-on-behalf",
    outOfTurn: true,
  },
  amend: { from: openStatuses, permission: "case.amend" },
  redirect: { from: ["received"], permission: "case.triage" },
  archive: { from: ["received"], permission: "case.triage" },
  cancel: {
    from: openStatuses,
    permission: "case.cancel",
    onBehalf: "case.triage",
    outOfTurn: true,
  },
  // While a sector works on it, it is not taken away: it is returned first.
  merge: { from: ["received", "triaged"], permission: "case.merge" },
  "undo-merge": { from: ["duplicate"], permission: "case.merge" },
  split: {
    from: ["received", "triaged", "assigned", "declined", "in_progress", "on_hold", "reopened"],
    permission: "case.split",
  },
};

/** Why an action is not open now; its wording is `nextSteps.blocked.<REASON>`. */
export type BlockReason =
  | "NEEDS_INFO"
  | "NOT_TRIAGED"
  | "NOT_ROUTED"
  | "AWAITS_DISPOSITION"
  | "NOT_ACCEPTED"
  | "NOT_RESOLVED"
  | "ON_HOLD"
  | "WINDOW_OPEN"
  | "CONFIDENTIAL"
  | "REFERRALS_OPEN"
  | "TASKS_OPEN"
  | "ALREADY_DONE";

export interface NextStep {
  readonly action: CaseAction;
  readonly allowed: boolean;
  readonly reason: BlockReason | null;
  /** In the holder's name: who, how and when are asked for. */
  readonly onBehalf: boolean;
  /** The one act that moves the case on, for the person whose turn it is. */
  readonly recommended: boolean;
}

/** The order that a case runs through, to say what is missing before an action. */
const stageOf: Partial<Record<CaseStatus, number>> = {
  received: 0,
  needs_info: 0,
  triaged: 1,
  declined: 1,
  reopened: 1,
  assigned: 2,
  in_progress: 3,
  on_hold: 3,
  resolved: 4,
  closed: 5,
};
const missing: readonly BlockReason[] = [
  "NOT_TRIAGED",
  "NOT_ROUTED",
  "NOT_ACCEPTED",
  "NOT_RESOLVED",
];

/** A supervisory case stays with the inspectorate: it neither returns to the desk nor asks the village. */
const closedToInspectorate: readonly CaseAction[] = [
  "decline",
  "confirm",
  "reopen",
  "route",
  "dispose",
  "return-proposal",
  "triage",
  "ask-info",
  "complete",
  "amend",
  "redirect",
  "archive",
  "cancel",
  "merge",
  "undo-merge",
  "split",
];

/** What is done to a proposal that waits with the leaders; without one there is nothing to do. */
const onProposals: readonly CaseAction[] = ["dispose", "return-proposal"];

/** Null when the case's state and holder allow the action now; else the reason. */
export const blockReason = (kase: Case, action: CaseAction, now?: Date): BlockReason | null => {
  const rule = rules[action];
  if (action === "send-link" && (kase.isSecret || kase.isSupervisory)) return "CONFIDENTIAL";
  if (kase.isSupervisory && closedToInspectorate.includes(action)) return "ALREADY_DONE";
  const awaitsDisposition = kase.holder.kind === "leaders";
  if (onProposals.includes(action) && !awaitsDisposition) return "ALREADY_DONE";
  if (action === "route" && awaitsDisposition) return "AWAITS_DISPOSITION";
  if (action === "close" && kase.confirmBy !== null && now !== undefined && now < kase.confirmBy) {
    if (kase.status === "resolved" && !kase.isSupervisory) return "WINDOW_OPEN";
  }
  if (rule.from.includes(kase.status)) {
    if (action === "resolve" && blockingReferrals(kase).length > 0) return "REFERRALS_OPEN";
    if (action === "resolve" && kase.openMandatoryTasks > 0) return "TASKS_OPEN";
    return rule.holders?.includes(kase.holder.kind) === false ? "NOT_ROUTED" : null;
  }
  if (action === "undo-merge") return "ALREADY_DONE";
  const at = stageOf[kase.status] ?? 5;
  const wanted = stageOf[rule.from[0] ?? "closed"] ?? 5;
  if (kase.status === "needs_info") return "NEEDS_INFO";
  if (kase.status === "on_hold" && wanted >= at && action !== "hold") return "ON_HOLD";
  return at < wanted ? (missing[at] ?? "ALREADY_DONE") : "ALREADY_DONE";
};

/** Throws `conflict` when the state machine does not allow the action. */
export const requireAction = (kase: Case, action: CaseAction, now?: Date): void => {
  const reason = blockReason(kase, action, now);
  if (reason !== null) throw new DomainError("conflict", "CASE_ACTION_NOT_NOW", { action, reason });
};

/**
 * May this actor do it, and in whose name? Null: neither. What only the holder can say (accept,
 * decline, answer) is one's own when it is one's turn; from anybody else it is on behalf, recorded
 * with who, how and when: the Kasi who is responsible does not accept in the dinas's name unseen.
 */
export const grantFor = (
  actor: Actor,
  kase: Case,
  action: CaseAction,
): "own" | "on-behalf" | null => {
  const rule = rules[action];
  const isOwnToSay = rule.onBehalf === undefined || rule.outOfTurn || isTurnOf(actor, kase);
  if (isOwnToSay && can(actor, rule.permission, kase)) return "own";
  if (rule.onBehalf !== undefined && can(actor, rule.onBehalf, kase)) return "on-behalf";
  return null;
};

const recommendedAction: Partial<Record<CaseStatus, CaseAction>> = {
  received: "triage",
  needs_info: "complete",
  triaged: "route",
  declined: "route",
  reopened: "route",
  assigned: "accept",
  in_progress: "resolve",
  on_hold: "resume",
  resolved: "confirm",
};

/** The next act on this case as it stands; a proposal waits for the leaders' word. */
const recommendedOf = (kase: Case): CaseAction | undefined =>
  kase.holder.kind === "leaders" ? "dispose" : recommendedAction[kase.status];

/** Whose turn it is: the actor is one of the persons of the holder. */
export const isTurnOf = (actor: Actor, kase: Case): boolean => {
  const { holder } = kase;
  if (holder.userId !== null) return holder.userId === actor.userId;
  return actor.assignments.some((a) => {
    if (holder.kind === "desk")
      return a.role === "triage-officer" && a.areaCode === kase.subdistrictCode;
    if (holder.kind === "leaders")
      return a.areaCode === kase.subdistrictCode && leaderRoles.includes(a.role);
    if (holder.kind === "section") {
      return a.sectorCode === holder.code && a.areaCode === kase.subdistrictCode;
    }
    if (holder.kind === "sector") {
      const isParty = partyKey(a.areaCode, a.sectorCode ?? "") === kase.leadParty;
      return isParty && can(actor, "case.answer-assignment", kase);
    }
    if (holder.kind === "village")
      return a.areaCode === kase.villageCode && can(actor, "case.confirm", kase);
    return false;
  });
};

/** What can be done next and why not, as the case page shows it: allowed first, blocked ones with their reason. */
export const nextSteps = (kase: Case, actor: Actor, now: Date): readonly NextStep[] => {
  const turn = isTurnOf(actor, kase);
  const steps = caseActions.flatMap((action): NextStep[] => {
    const grant = grantFor(actor, kase, action);
    if (grant === null) return [];
    const reason = blockReason(kase, action, now);
    if (reason === "ALREADY_DONE") return [];
    const allowed = reason === null;
    const recommended = allowed && turn && recommendedOf(kase) === action;
    return [{ action, allowed, reason, onBehalf: grant === "on-behalf", recommended }];
  });
  return steps.sort((a, b) => rank(a) - rank(b));
};
/** Beside the way from receipt to settlement: always possible, seldom meant. */
const besides: readonly CaseAction[] = [
  "amend",
  "redirect",
  "archive",
  "cancel",
  "merge",
  "undo-merge",
  "split",
];
const rank = (s: NextStep): number => {
  if (s.recommended) return 0;
  if (besides.includes(s.action)) return 3;
  return s.allowed ? 1 : 2;
};
