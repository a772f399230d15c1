import { lineCode } from "@rembuk/domain/handovers/line-code";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { canOnTrip } from "@rembuk/domain/trips/access";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { readManifest } from "../trips/manifest-queries";
import { type ShownTrip, showTrip } from "../trips/queries";
import { getTrip } from "../trips/store";

/** One person on the paper, with the code by which a phone finds the line again. */
export interface SheetLine {
  readonly code: string;
  readonly name: string;
  readonly maskedNik: string | null;
  readonly provisionalCode: string | null;
  readonly programName: string;
  readonly goodsName: string;
  readonly unit: string;
  readonly quantity: number;
}

/** The paper that goes along when phones may fail: a page for each stop. */
export interface HandoverSheet {
  readonly trip: ShownTrip;
  readonly stops: readonly {
    readonly villageName: string;
    readonly place: string | null;
    readonly lines: readonly SheetLine[];
  }[];
}

/**
 * Names as the reader knows them: for who goes along whole.
 * @throws not-found TRIP_NOT_FOUND; forbidden to who neither goes along nor decides; conflict TRIP_STEP_NOT_NOW
 * while nobody is on the manifest
 */
export const readHandoverSheet = async (
  ctx: ServiceContext,
  tripId: string,
): Promise<HandoverSheet> => {
  const shown = await showTrip(ctx, { tripId });
  const { trip, manifest } = await inTransaction(ctx, async (tx) => {
    const found = await getTrip(tx, tripId);
    return { trip: found, manifest: await readManifest(tx, ctx, found) };
  });
  const isTheirs = (["handover.record", "handover.decide"] as const).some((permission) =>
    canOnTrip(ctx.actor, permission, trip),
  );
  if (!isTheirs) throw new DomainError("forbidden", "FORBIDDEN", { permission: "handover.record" });
  if (manifest.lines.length === 0)
    throw new DomainError("conflict", "TRIP_STEP_NOT_NOW", { obstacle: "manifest-empty" });
  const goods = new Map(manifest.goods.map((one) => [one.id, one]));
  return {
    trip: shown,
    stops: manifest.stops.map(({ id, villageName }) => ({
      villageName,
      place: trip.stops.find((stop) => stop.id === id)?.appointment?.place ?? null,
      lines: manifest.lines
        .filter(({ stopId }) => stopId === id)
        .map(({ id: lineId, name, maskedNik, provisionalCode, programName, ...line }) => ({
          ...{ code: lineCode(lineId), name, maskedNik, provisionalCode, programName },
          ...{ goodsName: goods.get(line.goodsId)?.name ?? "", quantity: line.quantity },
          unit: goods.get(line.goodsId)?.unit ?? "",
        })),
    })),
  };
};
