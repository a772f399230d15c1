import { DomainError } from "../kernel/errors";
import { type InnovationEvent, innovationEvent } from "./events";
import {
  type ReportMove,
  reportObstacle,
  reportRules,
  stageObstacle,
  takesTexts,
} from "./lifecycle";
import type {
  Innovation,
  InnovationParts,
  InnovationProfile,
  PipelineStage,
  RevisionRequest,
} from "./model";

export interface InnovationDecision {
  readonly after: Innovation;
  readonly events: readonly InnovationEvent[];
}

const refuse = (move: string, obstacle: string) =>
  new DomainError("conflict", "INNOVATION_STEP_NOT_NOW", { move, obstacle });

const next = (innovation: Innovation, change: Partial<Innovation>): Innovation => ({
  ...innovation,
  ...change,
  version: innovation.version + 1,
});

/** Who did a step that later ones ask about. */
const doers: Partial<Record<ReportMove, "submittedById" | "validatedById" | "endorsedById">> = {
  submit: "submittedById",
  validate: "validatedById",
  endorse: "endorsedById",
};

/** A step of the report. @throws conflict INNOVATION_STEP_NOT_NOW with what stands in the way */
export const decideReportMove = (
  innovation: Innovation,
  move: Exclude<ReportMove, "return">,
  actorId: string,
): InnovationDecision => {
  const obstacle = reportObstacle(innovation, move, actorId);
  if (obstacle) throw refuse(move, obstacle);
  const { to } = reportRules[move];
  const doer = doers[move];
  return {
    after: next(innovation, { status: to, ...(doer ? { [doer]: actorId } : {}) }),
    events: [innovationEvent("innovation.moved", innovation, { from: innovation.status, to })],
  };
};

/** Given back with what is to be changed, each request at its place. @throws conflict INNOVATION_STEP_NOT_NOW */
export const decideReturn = (
  innovation: Innovation,
  asked: readonly Pick<RevisionRequest, "id" | "field" | "note">[],
  actorId: string,
  now: Date,
): InnovationDecision => {
  const obstacle = reportObstacle(innovation, "return", actorId);
  if (obstacle) throw refuse("return", obstacle);
  const requests = asked.map((one) => ({ ...one, askedById: actorId, askedAt: now, answer: null }));
  const fields = asked.map((one) => one.field);
  return {
    after: next(innovation, {
      status: "returned",
      revisions: [...innovation.revisions, ...requests],
    }),
    events: [
      innovationEvent("innovation.moved", innovation, { from: innovation.status, to: "returned" }),
      innovationEvent("innovation.revision-asked", innovation, { fields }),
    ],
  };
};

/** What was done about a request. @throws not-found INNOVATION_REVISION_NOT_FOUND; conflict INNOVATION_STEP_NOT_NOW */
export const decideAnswer = (
  innovation: Innovation,
  revisionId: string,
  answer: string,
): InnovationDecision => {
  const found = innovation.revisions.find((one) => one.id === revisionId);
  if (!found) throw new DomainError("not-found", "INNOVATION_REVISION_NOT_FOUND");
  if (!takesTexts(innovation.status)) throw refuse("answer", "not-now");
  const revisions = innovation.revisions.map((one) =>
    one.id === revisionId ? { ...one, answer } : one,
  );
  const { field } = found;
  return {
    after: next(innovation, { revisions }),
    events: [innovationEvent("innovation.revision-answered", innovation, { field })],
  };
};

/** Names of what differs. */
const changedFields = (before: object, after: object): readonly string[] =>
  Object.entries(after)
    .filter(([key, value]) => {
      const old = (before as Readonly<Record<string, unknown>>)[key];
      return JSON.stringify(old) !== JSON.stringify(value);
    })
    .map(([key]) => key);

/** Other texts. The idea belongs to the pipeline and may change at any time. @throws conflict INNOVATION_STEP_NOT_NOW */
export const decideProfile = (
  innovation: Innovation,
  profile: InnovationProfile,
): InnovationDecision => {
  const fields = changedFields(innovation.profile, profile);
  const texts = fields.filter((field) => field !== "idea");
  if (texts.length > 0 && !takesTexts(innovation.status)) throw refuse("edit", "not-now");
  return {
    after: next(innovation, { profile }),
    events: [innovationEvent("innovation.changed", innovation, { fields })],
  };
};

/** Budget, team, awards, SK, meetings, operation: facts that go on after the report was sent. */
export const decideParts = (
  innovation: Innovation,
  change: Partial<InnovationParts>,
): InnovationDecision => {
  const parts = { ...innovation.parts, ...change };
  const fields = changedFields(innovation.parts, parts);
  return {
    after: next(innovation, { parts }),
    events: [innovationEvent("innovation.changed", innovation, { fields })],
  };
};

/** The next stage of the pipeline, or the one before. @throws conflict INNOVATION_STEP_NOT_NOW */
export const decideStage = (innovation: Innovation, to: PipelineStage): InnovationDecision => {
  const obstacle = stageObstacle(innovation, to);
  if (obstacle) throw refuse(to, obstacle);
  return {
    after: next(innovation, { stage: to }),
    events: [innovationEvent("innovation.stage-moved", innovation, { from: innovation.stage, to })],
  };
};

/** A case that shows the problem, joined or taken off. */
export const decideLink = (
  innovation: Innovation,
  caseId: string,
  isLinked: boolean,
): InnovationDecision => {
  const others = innovation.caseIds.filter((one) => one !== caseId);
  const type = isLinked ? "innovation.case-linked" : "innovation.case-unlinked";
  return {
    after: next(innovation, { caseIds: isLinked ? [...others, caseId] : others }),
    events: [innovationEvent(type, innovation, { caseId })],
  };
};

/** A recorded meeting that identified the problem, joined or taken off. */
export const decideMeetingLink = (
  innovation: Innovation,
  meetingId: string,
  isLinked: boolean,
): InnovationDecision => {
  const others = innovation.meetingIds.filter((one) => one !== meetingId);
  const type = isLinked ? "innovation.meeting-linked" : "innovation.meeting-unlinked";
  return {
    after: next(innovation, { meetingIds: isLinked ? [...others, meetingId] : others }),
    events: [innovationEvent(type, innovation, { meetingId })],
  };
};
