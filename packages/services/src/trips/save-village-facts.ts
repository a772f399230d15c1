import { toLocalDate } from "@rembuk/domain/calendars/working-days";
import { zoneOfProvince } from "@rembuk/domain/calendars/zone-of-province";
import { type SaveVillageFactsCommand, villageEvent } from "@rembuk/domain/trips/village-facts";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { writeVillageFacts } from "./facts-store";

/**
 * How far away a village is: hours, signal, road in dry and rainy season, and who says so. Today's day is kept with it.
 * @throws forbidden outside the actor's place; conflict VILLAGE_FACTS_CHANGED
 */
export const saveVillageFacts = async (
  ctx: ServiceContext,
  command: SaveVillageFactsCommand,
): Promise<{ readonly version: number }> => {
  requireInArea(ctx, "village-facts.save", command.villageCode);
  return once(ctx, command, async (tx) => {
    const today = toLocalDate(ctx.now(), zoneOfProvince(command.villageCode) ?? "WIB");
    await writeVillageFacts(tx, ctx, command, today);
    const { villageCode, hoursToOffice, signal, access, rainyAccess } = command;
    const event = villageEvent("village.facts-saved", {
      ...{ villageCode, hoursToOffice, signal, access, rainyAccess },
    });
    const result = { version: command.version + 1 };
    await recordEvents(tx, ctx, [event], command, result);
    return result;
  });
};
