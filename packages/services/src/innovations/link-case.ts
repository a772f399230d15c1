import type { LinkCaseCommand, UnlinkCaseCommand } from "@rembuk/domain/innovations/commands";
import { decideLink } from "@rembuk/domain/innovations/decisions";
import { findLinkedCase } from "../cases/find-linked-case";
import type { ServiceContext } from "../context";
import { type ChangedInnovation, changeInnovation } from "./change-innovation";

/**
 * A case that shows the problem, by its number; of the innovation's own kecamatan, and one that the actor reads.
 * @throws not-found LINKED_CASE_UNKNOWN
 */
export const linkCase = (
  ctx: ServiceContext,
  command: LinkCaseCommand,
): Promise<ChangedInnovation> =>
  changeInnovation(ctx, "innovation.link", command, async (innovation, tx) => {
    const kase = await findLinkedCase(tx, ctx, command.number, innovation.subdistrictCode);
    return decideLink(innovation, kase.id, true);
  });

/** Takes it off again; the case itself is not touched. */
export const unlinkCase = (
  ctx: ServiceContext,
  command: UnlinkCaseCommand,
): Promise<ChangedInnovation> =>
  changeInnovation(ctx, "innovation.link", command, (innovation) =>
    decideLink(innovation, command.caseId, false),
  );
