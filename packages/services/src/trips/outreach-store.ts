import type { Transaction } from "@rembuk/db/client";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { RecordOutreachCommand, RelayOutreachCommand } from "@rembuk/domain/trips/outreach";
import type { ServiceContext } from "../context";

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
