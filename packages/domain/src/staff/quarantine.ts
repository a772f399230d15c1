import { z } from "zod";
import { DomainError } from "../kernel/errors";

export const quarantineDecisions = ["accepted", "set_aside"] as const;
export type QuarantineDecision = (typeof quarantineDecisions)[number];

export const decideQuarantinedCommand = z.object({
  clientActionId: z.uuid(),
  recordId: z.uuid(),
  decision: z.enum(quarantineDecisions),
  reason: z.string().trim().min(5).max(500),
});
export type DecideQuarantinedCommand = z.infer<typeof decideQuarantinedCommand>;

/** A record of a revoked phone as a decision reads it. */
export interface Quarantined {
  /** Whose phone it was. */
  readonly ownerId: string;
  /** Set without a decision: somebody is accepting it. */
  readonly decidedById: string | null;
  readonly decision: QuarantineDecision | null;
}

/**
 * Nobody lets in what their own phone sent. What was set aside may still be accepted later; what was accepted
 * stands. @throws forbidden QUARANTINE_OWN; conflict QUARANTINE_DECIDED, QUARANTINE_TAKEN
 */
export const requireDecidable = (
  record: Quarantined,
  deciderId: string,
  decision: QuarantineDecision,
): void => {
  if (record.ownerId === deciderId) throw new DomainError("forbidden", "QUARANTINE_OWN");
  if (record.decision === "accepted" || record.decision === decision)
    throw new DomainError("conflict", "QUARANTINE_DECIDED");
  const isTaken = record.decision === null && record.decidedById !== null;
  if (isTaken && record.decidedById !== deciderId)
    throw new DomainError("conflict", "QUARANTINE_TAKEN");
  // Half accepted: it may have become a case already.
  if (isTaken && decision === "set_aside") throw new DomainError("conflict", "QUARANTINE_TAKEN");
};
