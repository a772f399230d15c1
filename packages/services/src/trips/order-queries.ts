import { DomainError } from "@rembuk/domain/kernel/errors";
import type { Signer } from "@rembuk/domain/letters/model";
import { signersOf } from "@rembuk/domain/letters/signers";
import { findOffice, type OfficeSummary } from "../areas/queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { findSetting } from "../letters/setting-store";
import { findLeaderPosts } from "../letters/store";
import { type ShownTrip, showTrip } from "./queries";

/** What stands on a surat tugas. */
export interface TripOrder {
  readonly trip: ShownTrip;
  readonly office: OfficeSummary;
  /** Kop: lines under the office's name; none: its address and telephone. */
  readonly letterhead: readonly string[];
  readonly signer: Signer | null;
}

/** @throws not-found TRIP_NOT_FOUND; conflict TRIP_STEP_NOT_NOW while the camat has not ordered it */
export const readTripOrder = async (ctx: ServiceContext, tripId: string): Promise<TripOrder> => {
  const trip = await showTrip(ctx, { tripId });
  if (trip.orderNumber === null)
    throw new DomainError("conflict", "TRIP_STEP_NOT_NOW", { obstacle: "letter-missing" });
  const office = await findOffice(ctx.db, trip.subdistrictCode);
  if (!office) throw new DomainError("not-found", "TRIP_NOT_FOUND");
  const { posts, letterhead } = await inTransaction(ctx, async (tx) => ({
    posts: await findLeaderPosts(tx, trip.subdistrictCode, trip.orderedAt ?? ctx.now()),
    letterhead: (await findSetting(tx, trip.subdistrictCode)).letterhead,
  }));
  const signers = signersOf(posts, office.name);
  const signer = signers.find(({ userId }) => userId === trip.orderedById) ?? signers[0] ?? null;
  return { trip, office, letterhead, signer };
};
