import type { Transaction } from "@rembuk/db/client";
import type { DomainEvent } from "@rembuk/domain/kernel/event";
import { uuidv7 } from "uuidv7";
import type { ServiceContext } from "../context";
import { bodyHash } from "./in-transaction";

/** Rows of `domain_event`, as jsonb_to_recordset reads them. Ids are made now; `occurredAt` is the decision's time. */
export const eventRows = (
  ctx: ServiceContext,
  events: readonly DomainEvent<string, object>[],
  clientActionId: string | null,
) =>
  events.map((e) => ({
    id: uuidv7(),
    type: e.type,
    subject: e.subject,
    subdistrict_code: e.subdistrictCode,
    actor_id: ctx.actor.userId,
    payload: ctx.actor.actingAs ? { ...e.payload, actingAs: ctx.actor.actingAs } : e.payload,
    occurred_at: ctx.now().toISOString(),
    client_action_id: clientActionId,
  }));

/** The remembered answer of an act; null where an act has no client (worker). */
export const actionRow = (
  ctx: ServiceContext,
  command: { readonly clientActionId: string } | null,
  result: object,
) =>
  command === null
    ? null
    : {
        actor_id: ctx.actor.userId,
        id: command.clientActionId,
        body_hash: `\\x${Buffer.from(bodyHash(command)).toString("hex")}`,
        result,
        created_at: ctx.now().toISOString(),
      };

/** For slices without a store of their own statement: events and the answer, in the caller's transaction. */
export const recordEvents = async (
  tx: Transaction,
  ctx: ServiceContext,
  events: readonly DomainEvent<string, object>[],
  command: { readonly clientActionId: string } | null,
  result: object,
): Promise<void> => {
  const action = actionRow(ctx, command, result);
  await tx.$executeRawUnsafe(
    `WITH acted AS (INSERT INTO client_action SELECT * FROM jsonb_populate_recordset(NULL::client_action, $2::jsonb))
     INSERT INTO domain_event SELECT * FROM jsonb_populate_recordset(NULL::domain_event, $1::jsonb)`,
    JSON.stringify(eventRows(ctx, events, command?.clientActionId ?? null)),
    JSON.stringify(action ? [action] : []),
  );
};
