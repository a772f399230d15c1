import type { Transaction } from "@rembuk/db/client";
import { handoverEvent } from "@rembuk/domain/handovers/events";
import type { TripStanding } from "@rembuk/domain/handovers/model";
import type { Settlement } from "@rembuk/domain/handovers/settling";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { canOnTrip } from "@rembuk/domain/trips/access";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireOnTrip } from "../trips/change-trip";
import { insertRulings } from "./handover-store";
import { type LockedStanding, lockStanding, saveStanding } from "./standing-store";

export interface ChangedHandover {
  readonly handoverId: string;
  /** Records of the trip that still wait for a decision. */
  readonly openHandovers: number;
}

interface HandoverCommand {
  readonly clientActionId: string;
  readonly handoverId: string;
  readonly reason: string;
}

/** @throws not-found HANDOVER_NOT_FOUND, also where the fence hides it */
const lockTripOf = async (tx: Transaction, handoverId: string): Promise<LockedStanding> => {
  const row = await tx.handover.findUnique({
    where: { id: handoverId },
    select: { tripId: true },
  });
  if (!row) throw new DomainError("not-found", "HANDOVER_NOT_FOUND");
  return lockStanding(tx, row.tripId);
};

const requireDecider = (ctx: ServiceContext, { trip }: LockedStanding): void => {
  if (!canOnTrip(ctx.actor, "handover.read", trip))
    throw new DomainError("not-found", "HANDOVER_NOT_FOUND");
  requireOnTrip(ctx, "handover.decide", trip);
};

/**
 * The five beats of a decision about one record; at most once per client action. Words and rulings are added,
 * no record is changed.
 * @throws not-found HANDOVER_NOT_FOUND; forbidden; what `decide` throws
 */
export const changeHandover = (
  ctx: ServiceContext,
  command: HandoverCommand,
  decide: (standing: TripStanding) => Settlement,
  event: (tripId: string) => Pick<ReturnType<typeof handoverEvent>, "type" | "payload">,
): Promise<ChangedHandover> =>
  once(ctx, command, async (tx) => {
    const locked = await lockTripOf(tx, command.handoverId);
    requireDecider(ctx, locked);
    const { trip, known } = locked;
    const { rulings, handovers } = decide(locked.standing);
    const ruled = rulings.map((ruling) => ({
      ruling,
      villageCode: known.get(ruling.handoverId)?.villageCode ?? "",
    }));
    await insertRulings(tx, ctx, trip, ruled, command.reason || null);
    await saveStanding(tx, ctx, locked, handovers);
    const { handoverId } = command;
    const openHandovers = handovers.filter(
      (one) => one.state === "held" || one.state === "disputed",
    );
    const result = { handoverId, openHandovers: openHandovers.length };
    const { type, payload } = event(trip.id);
    const about = { id: handoverId, subdistrictCode: trip.subdistrictCode };
    await recordEvents(tx, ctx, [handoverEvent(type, about, payload as never)], command, result);
    return result;
  });
