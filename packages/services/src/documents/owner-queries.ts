import type { Transaction } from "@rembuk/db/client";
import { canOnEngagement } from "@rembuk/domain/coaching/access";
import { isRunningEngagement, refuse } from "@rembuk/domain/coaching/engagement-lifecycle";
import type { CoachingEngagement, Commitment } from "@rembuk/domain/coaching/model";
import { type DocumentOwner, takesEvidence } from "@rembuk/domain/documents/model";
import { canOnInnovation, readsNames } from "@rembuk/domain/innovations/access";
import type { Innovation } from "@rembuk/domain/innovations/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { requireOnEngagement } from "../coaching/change-engagement";
import { getCommitment } from "../coaching/commitment-store";
import { getEngagement } from "../coaching/store";
import type { ServiceContext } from "../context";
import { requireOnInnovation } from "../innovations/change-innovation";
import { getInnovation } from "../innovations/store";
import { lockCommitment } from "./store";

/** What an owner lets the reader do with its documents. */
export interface Standing {
  readonly subdistrictCode: string;
  /** Of what the events of its documents tell. */
  readonly subject: string;
  /** May open their content; without it their kind and validity are known alone. */
  readonly mayOpen: boolean;
  /** Null: may add and take off. */
  readonly refusal: DomainError | null;
}

const forbidden = () => new DomainError("forbidden", "FORBIDDEN");

/** An attachment may name people: it is opened by who reads the names on the profile. */
export const standingOfInnovation = (ctx: ServiceContext, innovation: Innovation): Standing => ({
  subdistrictCode: innovation.subdistrictCode,
  subject: `innovation/${innovation.id}`,
  mayOpen: readsNames(ctx.actor, innovation),
  refusal: canOnInnovation(ctx.actor, "innovation.edit", innovation) ? null : forbidden(),
});

/** Evidence is for both sides of the engagement; the office adds it until it is handed in. */
export const standingOfCommitment = (
  ctx: ServiceContext,
  engagement: CoachingEngagement,
  { status }: Commitment,
): Standing => {
  const isOpen = isRunningEngagement(engagement.status) && takesEvidence(status);
  const mayWork = canOnEngagement(ctx.actor, "coaching.work", engagement);
  return {
    subdistrictCode: engagement.subdistrictCode,
    subject: `coaching/${engagement.id}`,
    mayOpen: true,
    refusal: mayWork ? (isOpen ? null : refuse("submit", "not-now")) : forbidden(),
  };
};

/**
 * What the reader may do with the documents of an owner, which is held until the transaction ends.
 * @throws not-found where it may not be known
 */
export const loadStanding = async (
  tx: Transaction,
  ctx: ServiceContext,
  { of, id }: DocumentOwner,
): Promise<Standing> => {
  if (of === "innovation") {
    const innovation = await getInnovation(tx, id);
    requireOnInnovation(ctx, "innovation.read", innovation);
    return standingOfInnovation(ctx, innovation);
  }
  await lockCommitment(tx, id);
  const commitment = await getCommitment(tx, id);
  const engagement = await getEngagement(tx, commitment.engagementId);
  requireOnEngagement(ctx, "coaching.read", engagement);
  return standingOfCommitment(ctx, engagement, commitment);
};
