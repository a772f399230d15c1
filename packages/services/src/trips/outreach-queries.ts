import { canInArea, holds } from "@rembuk/domain/access/policy";
import type { ListOutreachInput, OutreachMedium } from "@rembuk/domain/trips/outreach";
import { villageNames } from "../beneficiaries/registry-queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireHeld } from "../kernel/require-permission";

export interface OutreachDto {
  readonly id: string;
  readonly villageCode: string;
  readonly villageName: string;
  readonly tripId: string | null;
  readonly topic: string;
  readonly place: string;
  readonly heldOn: string;
  readonly medium: OutreachMedium;
  readonly link: string | null;
  readonly team: string;
  readonly attendance: number | null;
  readonly relayedHow: string | null;
  readonly relayedOn: string | null;
  readonly mayRelay: boolean;
}

const newest = 30;

/** The newest sosialisasi of a trip or of a village, within the reader's places. @throws forbidden */
export const listOutreach = async (
  ctx: ServiceContext,
  input: ListOutreachInput,
): Promise<readonly OutreachDto[]> => {
  requireHeld(ctx, "outreach.read");
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.outreach.findMany({
      where: input,
      orderBy: [{ heldOn: "desc" }, { id: "desc" }],
      take: newest,
    });
    const reads = rows.filter(({ villageCode: areaCode }) =>
      canInArea(ctx.actor, "outreach.read", { areaCode }),
    );
    const names = await villageNames(
      tx,
      reads.map((row) => row.villageCode),
    );
    return reads.map((row) => {
      const { id, villageCode, tripId, topic, place, link, team, attendance, relayedHow } = row;
      return {
        ...{ id, villageCode, tripId, topic, place, link, team, attendance, relayedHow },
        villageName: names.get(villageCode) ?? villageCode,
        heldOn: row.heldOn.toISOString().slice(0, 10),
        medium: row.medium as OutreachMedium,
        relayedOn: row.relayedOn?.toISOString().slice(0, 10) ?? null,
        mayRelay:
          row.relayedAt === null &&
          canInArea(ctx.actor, "outreach.relay", { areaCode: villageCode }),
      };
    });
  });
};

/** What was told to the villages of a trip, as far as the reader reads it: a crew is told none. */
export const readOutreachOfTrip = async (
  ctx: ServiceContext,
  tripId: string,
): Promise<readonly OutreachDto[]> =>
  holds(ctx.actor, "outreach.read") ? listOutreach(ctx, { tripId }) : [];
