import type { Permission } from "../access/permissions";
import type { Innovation, PipelineStage, ReportStatus } from "./model";
import { pipelineStages } from "./model";
import { reportGaps } from "./report-reading";

export const reportMoves = [
  "submit",
  "begin",
  "return",
  "validate",
  "endorse",
  "review",
  "send",
] as const;
export type ReportMove = (typeof reportMoves)[number];

interface Rule {
  readonly from: readonly ReportStatus[];
  readonly to: ReportStatus;
  readonly permission: Permission;
}

/** Every step of a report: the office checks it, the camat endorses it, the kabupaten reviews and sends it. */
export const reportRules: Readonly<Record<ReportMove, Rule>> = {
  submit: { from: ["draft", "returned"], to: "submitted", permission: "innovation.edit" },
  begin: { from: ["submitted"], to: "under_verification", permission: "innovation.verify" },
  return: { from: ["under_verification"], to: "returned", permission: "innovation.verify" },
  validate: { from: ["under_verification"], to: "validated", permission: "innovation.verify" },
  endorse: { from: ["validated"], to: "endorsed", permission: "innovation.endorse" },
  review: { from: ["endorsed"], to: "reviewed", permission: "innovation.review" },
  send: { from: ["reviewed"], to: "sent", permission: "innovation.review" },
};

/** Why a step cannot be taken; wording `innovations.obstacles.<code>`. */
export type InnovationObstacle =
  | "not-now"
  | "own"
  | "revisions-open"
  | "incomplete"
  | "no-problem"
  | "no-link"
  | "no-idea"
  | "no-start";

/** Who entered it, handed it in or works on it judges nothing of it. */
export const isOwnInnovation = (
  innovation: Pick<Innovation, "createdById" | "submittedById" | "parts">,
  userId: string,
): boolean =>
  [innovation.createdById, innovation.submittedById].includes(userId) ||
  innovation.parts.team.some((member) => member.userId === userId);

const judging: readonly ReportMove[] = ["begin", "return", "validate", "endorse", "review", "send"];

/** What stands in the way of a step; null: nothing. */
export const reportObstacle = (
  innovation: Innovation,
  move: ReportMove,
  actorId: string,
): InnovationObstacle | null => {
  if (!reportRules[move].from.includes(innovation.status)) return "not-now";
  if (judging.includes(move) && isOwnInnovation(innovation, actorId)) return "own";
  if (move === "submit" && innovation.revisions.some((one) => one.answer === null))
    return "revisions-open";
  if (move === "validate" && Object.keys(reportGaps(innovation.profile)).length > 0)
    return "incomplete";
  return null;
};

/** The texts of a report may be changed until it is handed in, and again when it comes back. */
export const takesTexts = (status: ReportStatus): boolean =>
  status === "draft" || status === "returned";

/** The stages beside this one: a step back is always open, with a reason. */
export const nextStage = (stage: PipelineStage): PipelineStage | null =>
  pipelineStages[pipelineStages.indexOf(stage) + 1] ?? null;
export const stageBefore = (stage: PipelineStage): PipelineStage | null =>
  pipelineStages[pipelineStages.indexOf(stage) - 1] ?? null;

const hasProblem = ({ profile: { problems } }: Innovation): boolean =>
  problems.intro !== "" || problems.items.length > 0;
const hasLink = ({ caseIds, meetingIds, parts }: Innovation): boolean =>
  caseIds.length + meetingIds.length + parts.meetings.length > 0;

/** The gate before each stage, where the one before it is done. */
const gates: Readonly<
  Record<PipelineStage, (innovation: Innovation) => InnovationObstacle | null>
> = {
  initiation: () => null,
  problem: () => null,
  idea: (one) => (hasProblem(one) || hasLink(one) ? null : "no-problem"),
  // A problem that somebody really had, in a case or a meeting, and an idea for it.
  implementation: (one) => {
    if (!hasLink(one)) return "no-link";
    return one.profile.idea === "" ? "no-idea" : null;
  },
  evaluation: (one) => (one.profile.startedOn === null ? "no-start" : null),
};

/** What stands before a stage of the pipeline; null: it may be entered. */
export const stageObstacle = (
  innovation: Innovation,
  to: PipelineStage,
): InnovationObstacle | null => {
  if (to === stageBefore(innovation.stage)) return null;
  return to === nextStage(innovation.stage) ? gates[to](innovation) : "not-now";
};
