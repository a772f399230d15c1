import { canInArea } from "@rembuk/domain/access/policy";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { tripEvent } from "@rembuk/domain/trips/events";
import type { RelayOutreachCommand } from "@rembuk/domain/trips/outreach";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { officeToday } from "../staff/running-queries";
import { findOutreach, markRelayed } from "./outreach-store";

/**
 * The village passed on to its people what it was told: how and when.
 * @throws not-found OUTREACH_NOT_FOUND; forbidden; conflict OUTREACH_RELAYED; invalid OUTREACH_NOT_HELD for a day
 *   before it was held or to come
 */
export const relayOutreach = (
  ctx: ServiceContext,
  command: RelayOutreachCommand,
): Promise<{ readonly outreachId: string }> =>
  once(ctx, command, async (tx) => {
    const { outreachId, relayedOn } = command;
    const row = await findOutreach(tx, outreachId);
    if (!row || !canInArea(ctx.actor, "outreach.read", { areaCode: row.villageCode }))
      throw new DomainError("not-found", "OUTREACH_NOT_FOUND");
    const { villageCode, heldOn } = row;
    requireInArea(ctx, "outreach.relay", villageCode);
    if (relayedOn > officeToday(ctx.now()) || relayedOn < heldOn.toISOString().slice(0, 10))
      throw new DomainError("invalid", "OUTREACH_NOT_HELD");
    await markRelayed(tx, ctx, command);
    const subject = { id: outreachId, subdistrictCode: villageCode.slice(0, 8) };
    const event = tripEvent("outreach.relayed", subject, { villageCode });
    await recordEvents(tx, ctx, [event], command, { outreachId });
    return { outreachId };
  });
