import { DomainError } from "@rembuk/domain/kernel/errors";
import type { RevokeDecreeCommand } from "@rembuk/domain/trips/commands";
import { tripEvent } from "@rembuk/domain/trips/events";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import type { IssuedDecree } from "./issue-decree";
import { findDecree, markDecreeRevoked } from "./store";

/** An SK that ends before its time: no trip is ordered under it from now on. @throws not-found, conflict */
export const revokeDecree = (
  ctx: ServiceContext,
  command: RevokeDecreeCommand,
): Promise<IssuedDecree> =>
  once(ctx, command, async (tx) => {
    const decree = await findDecree(tx, command.decreeId);
    if (!decree) throw new DomainError("not-found", "DECREE_NOT_FOUND");
    requireInArea(ctx, "decree.issue", decree.subdistrictCode);
    const result = { decreeId: decree.id };
    await recordEvents(tx, ctx, [tripEvent("decree.revoked", decree, result)], command, result);
    await markDecreeRevoked(tx, { ...decree, version: command.version }, ctx.now());
    return result;
  });
