import type { LinkCommitmentCaseCommand } from "@rembuk/domain/coaching/commands";
import { decideCaseLink } from "@rembuk/domain/coaching/commitment-lifecycle";
import { coachingEvent } from "@rembuk/domain/coaching/events";
import { findLinkedCase } from "../cases/find-linked-case";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireOnEngagement } from "./change-engagement";
import { getCommitment, updateCommitment } from "./commitment-store";
import type { ChangedCommitment } from "./move-commitment";
import { changedMeanwhile, getEngagement } from "./store";

/**
 * The case that a commitment opened, by its number: of the same kecamatan, and one that the actor reads. The coach
 * sees that there is one, and nothing of it. @throws not-found LINKED_CASE_UNKNOWN; conflict COACHING_STEP_NOT_NOW
 */
export const linkCommitmentCase = (
  ctx: ServiceContext,
  command: LinkCommitmentCaseCommand,
): Promise<ChangedCommitment> =>
  once(ctx, command, async (tx) => {
    const before = await getCommitment(tx, command.commitmentId);
    const engagement = await getEngagement(tx, before.engagementId);
    requireOnEngagement(ctx, "coaching.work", engagement);
    if (before.version !== command.version) throw changedMeanwhile();
    const { id: caseId } = await findLinkedCase(
      tx,
      ctx,
      command.number,
      engagement.subdistrictCode,
    );
    const after = decideCaseLink(before, caseId);
    const result = { commitmentId: before.id, version: after.version };
    const payload = { commitmentId: before.id, caseId };
    const event = coachingEvent("coaching.case-linked", engagement, payload);
    await recordEvents(tx, ctx, [event], command, result);
    await updateCommitment(tx, before, after);
    return result;
  });
