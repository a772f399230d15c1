import type { Transaction } from "@rembuk/db/client";
import type { Permission } from "@rembuk/domain/access/permissions";
import { canOnInnovation } from "@rembuk/domain/innovations/access";
import type { InnovationDecision } from "@rembuk/domain/innovations/decisions";
import type { Innovation } from "@rembuk/domain/innovations/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { getInnovation, updateInnovation } from "./store";

export interface ChangedInnovation {
  readonly innovationId: string;
  readonly version: number;
}

interface InnovationCommand {
  readonly clientActionId: string;
  readonly innovationId: string;
  readonly version: number;
}

/** What the actor may not even read reads as not found. @throws not-found, forbidden */
export const requireOnInnovation = (
  ctx: ServiceContext,
  permission: Permission,
  innovation: Innovation,
): void => {
  if (canOnInnovation(ctx.actor, permission, innovation)) return;
  if (canOnInnovation(ctx.actor, "innovation.read", innovation))
    throw new DomainError("forbidden", "FORBIDDEN", { permission });
  throw new DomainError("not-found", "INNOVATION_NOT_FOUND");
};

/**
 * The five beats of every change of an innovation, on the version that was seen; at most once per client
 * action. @throws conflict INNOVATION_CHANGED_MEANWHILE, INNOVATION_STEP_NOT_NOW; not-found INNOVATION_NOT_FOUND
 */
export const changeInnovation = (
  ctx: ServiceContext,
  permission: Permission,
  command: InnovationCommand,
  decide: (
    innovation: Innovation,
    tx: Transaction,
  ) => Promise<InnovationDecision> | InnovationDecision,
): Promise<ChangedInnovation> =>
  once(ctx, command, async (tx) => {
    const innovation = await getInnovation(tx, command.innovationId);
    requireOnInnovation(ctx, permission, innovation);
    const { version } = innovation;
    if (version !== command.version)
      throw new DomainError("conflict", "INNOVATION_CHANGED_MEANWHILE", { version });
    const { after, events } = await decide(innovation, tx);
    const result = { innovationId: innovation.id, version: after.version };
    await recordEvents(tx, ctx, events, command, result);
    await updateInnovation(tx, ctx, innovation, after);
    return result;
  });
