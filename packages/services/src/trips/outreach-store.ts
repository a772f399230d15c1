import type { Transaction } from "@rembuk/db/client";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { PostponeReason, Trip } from "@rembuk/domain/trips/model";
import type {
  OutreachKind,
  RecordOutreachCommand,
  RelayOutreachCommand,
} from "@rembuk/domain/trips/outreach";
import type { ServiceContext } from "../context";
import { officeToday } from "../staff/running-queries";

const toDay = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** What was held, as it was told. */
export const insertOutreach = async (
  tx: Transaction,
  ctx: ServiceContext,
  command: RecordOutreachCommand,
): Promise<string> => {
  const { villageCode, topic, place, medium, team } = command;
  const id = ctx.newId();
  await tx.outreach.create({
    data: {
      ...{ id, villageCode, topic, place, medium, team },
      subdistrictCode: villageCode.slice(0, 8),
      tripId: command.tripId ?? null,
      heldOn: toDay(command.heldOn),
      link: command.link ?? null,
      attendance: command.attendance ?? null,
      ...{ recordedById: ctx.actor.userId, recordedAt: ctx.now() },
    },
    select: { id: true },
  });
  return id;
};

/** That a trip does not come as it was said. */
export interface TripWord {
  readonly kind: Exclude<OutreachKind, "session">;
  /** Of what is postponed. */
  readonly reason: PostponeReason | null;
}

/**
 * A word to each village that waits for the trip: people on its list, or a time that was set. Before the list is
 * emptied: who stood on it is who is to be told.
 */
export const insertWords = async (
  tx: Transaction,
  ctx: ServiceContext,
  trip: Trip,
  { kind, reason }: TripWord,
): Promise<void> => {
  const lines = await tx.tripManifestLine.findMany({
    where: { tripId: trip.id, releasedAt: null },
    select: { villageCode: true, residentId: true },
  });
  const words = trip.stops.map(({ villageCode, appointment }) => {
    const own = lines.filter((line) => line.villageCode === villageCode);
    return {
      villageCode,
      appointment,
      residentIds: [...new Set(own.map(({ residentId }) => residentId))],
    };
  });
  await tx.outreach.createMany({
    data: words
      .filter(({ appointment, residentIds }) => appointment !== null || residentIds.length > 0)
      .map(({ villageCode, appointment, residentIds }) => ({
        ...{ id: ctx.newId(), villageCode, subdistrictCode: villageCode.slice(0, 8), residentIds },
        ...{ tripId: trip.id, kind, reason, topic: trip.purpose, place: appointment?.place ?? "" },
        ...{ medium: "village_officials", team: "", heldOn: toDay(officeToday(ctx.now())) },
        ...{ recordedById: ctx.actor.userId, recordedAt: ctx.now() },
      })),
  });
};

/** Inside the fence; null: there is none. */
export const findOutreach = (tx: Transaction, id: string) =>
  tx.outreach.findUnique({ where: { id }, select: { id: true, villageCode: true, heldOn: true } });

/** The first word counts. @throws conflict OUTREACH_RELAYED */
export const markRelayed = async (
  tx: Transaction,
  ctx: ServiceContext,
  { outreachId, how, relayedOn }: RelayOutreachCommand,
): Promise<void> => {
  const { count } = await tx.outreach.updateMany({
    where: { id: outreachId, relayedAt: null },
    data: {
      ...{ relayedHow: how, relayedOn: toDay(relayedOn) },
      ...{ relayedById: ctx.actor.userId, relayedAt: ctx.now() },
    },
  });
  if (count !== 1) throw new DomainError("conflict", "OUTREACH_RELAYED");
};
