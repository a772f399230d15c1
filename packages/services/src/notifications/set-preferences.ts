import type { SetPreferencesCommand } from "@rembuk/domain/notifications/preferences";
import type { ServiceContext } from "../context";
import { inTransaction, once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { type PersonalPreferences, preferencesOf, savePreferences } from "./preference-store";

/** One's own choices and the zone that quiet hours and the digest's hour are read in. */
export const readPreferences = (
  ctx: ServiceContext,
): Promise<Pick<PersonalPreferences, "preferences" | "zone">> =>
  inTransaction(ctx, async (tx) => {
    const { preferences, zone } = await preferencesOf(tx, ctx.actor.userId, ctx.now());
    return { preferences, zone };
  });

/**
 * Chooses what one is told of, how and when. It holds for what is on its way too: a mail is asked
 * about again when it leaves. No event: it concerns nobody else.
 */
export const setPreferences = (
  ctx: ServiceContext,
  command: SetPreferencesCommand,
): Promise<{ readonly saved: true }> =>
  once(ctx, command, async (tx) => {
    const result = { saved: true } as const;
    await savePreferences(tx, ctx.actor.userId, command, ctx.now());
    await recordEvents(tx, ctx, [], command, result);
    return result;
  });
