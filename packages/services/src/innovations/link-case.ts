import { can } from "@rembuk/domain/access/policy";
import type { LinkCaseCommand, UnlinkCaseCommand } from "@rembuk/domain/innovations/commands";
import { decideLink } from "@rembuk/domain/innovations/decisions";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { loadCase } from "../cases/change-case";
import type { ServiceContext } from "../context";
import { type ChangedInnovation, changeInnovation } from "./change-innovation";
import { findCaseId } from "./store";

const unknown = () => new DomainError("not-found", "INNOVATION_CASE_UNKNOWN");

/**
 * A case that shows the problem, by its number; of the innovation's own kecamatan, and one that the actor reads.
 * @throws not-found INNOVATION_CASE_UNKNOWN
 */
export const linkCase = (
  ctx: ServiceContext,
  command: LinkCaseCommand,
): Promise<ChangedInnovation> =>
  changeInnovation(ctx, "innovation.link", command, async (innovation, tx) => {
    const caseId = await findCaseId(tx, command.number.toUpperCase());
    if (caseId === null) throw unknown();
    const kase = await loadCase(tx, caseId);
    // A supervisory case belongs to the inspectorate, and stands as evidence of nothing.
    const isFitting = !kase.isSupervisory && kase.subdistrictCode === innovation.subdistrictCode;
    if (!isFitting || !can(ctx.actor, "case.read", kase)) throw unknown();
    return decideLink(innovation, caseId, true);
  });

/** Takes it off again; the case itself is not touched. */
export const unlinkCase = (
  ctx: ServiceContext,
  command: UnlinkCaseCommand,
): Promise<ChangedInnovation> =>
  changeInnovation(ctx, "innovation.link", command, (innovation) =>
    decideLink(innovation, command.caseId, false),
  );
