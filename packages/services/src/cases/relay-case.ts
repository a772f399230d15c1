import { can } from "@rembuk/domain/access/policy";
import type { RelayCaseCommand } from "@rembuk/domain/cases/commands";
import { decideRelay } from "@rembuk/domain/cases/relaying";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requirePermission } from "../kernel/require-permission";
import { actingBy, type Changed, loadCase } from "./change-case";
import { insertRelay } from "./relay-store";

/**
 * Records that the citizen was told how the case stands. It moves no clock, no state and no version.
 * @throws invalid RELAY_NOBODY, INPUT_INVALID; forbidden; not-found CASE_NOT_FOUND
 */
export const relayCase = (ctx: ServiceContext, command: RelayCaseCommand): Promise<Changed> =>
  once(ctx, command, async (tx) => {
    const kase = await loadCase(tx, command.caseId);
    requirePermission(ctx, "case.relay", kase);
    const { toldBy, how, toldAt } = command;
    const relay = { id: ctx.newId(), toldBy, how, toldAt };
    const events = decideRelay(kase, relay, ctx.now());
    await insertRelay(tx, ctx, kase, relay);
    const result = { id: kase.id, version: kase.version };
    const own = actingBy(ctx, (actor) => can(actor, "case.relay", kase));
    await recordEvents(tx, own, events, command, result);
    return result;
  });
