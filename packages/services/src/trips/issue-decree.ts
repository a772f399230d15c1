import type { IssueDecreeCommand } from "@rembuk/domain/trips/commands";
import { tripEvent } from "@rembuk/domain/trips/events";
import type { Decree } from "@rembuk/domain/trips/model";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { insertDecree } from "./store";

export interface IssuedDecree {
  readonly decreeId: string;
}

/** Records an SK Camat with its two teams. @throws forbidden; conflict DECREE_NUMBER_TAKEN */
export const issueDecree = async (
  ctx: ServiceContext,
  command: IssueDecreeCommand,
): Promise<IssuedDecree> => {
  requireInArea(ctx, "decree.issue", command.subdistrictCode);
  const { clientActionId: _, members, ...plain } = command;
  return once(ctx, command, async (tx) => {
    const decree: Decree = {
      ...plain,
      ...{ id: ctx.newId(), revokedAt: null, version: 0 },
      members: members.map((one) => ({ ...one, id: ctx.newId(), userId: one.userId ?? null })),
    };
    const result = { decreeId: decree.id };
    const event = tripEvent("decree.issued", decree, result);
    await recordEvents(tx, ctx, [event], command, result);
    await insertDecree(tx, ctx, decree);
    return result;
  });
};
