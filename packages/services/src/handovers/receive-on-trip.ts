import type { Transaction } from "@rembuk/db/client";
import { handoverBody, type SealedHandover } from "@rembuk/domain/handovers/commands";
import { readDeviceClock } from "@rembuk/domain/handovers/device-clock";
import { handoverEvent } from "@rembuk/domain/handovers/events";
import type { Handover, HeldReason, ReceivedHandover } from "@rembuk/domain/handovers/model";
import { receive } from "@rembuk/domain/handovers/receiving";
import { DomainError, type ErrorCode, isDomainError } from "@rembuk/domain/kernel/errors";
import { handoverSeal, sealedPlace } from "@rembuk/domain/staff/sealing";
import type { Trip } from "@rembuk/domain/trips/model";
import type { ServiceContext } from "../context";
import { openSealed } from "../kernel/device-sealing";
import { recordEvents } from "../kernel/record-events";
import type { FieldDevice } from "../staff/device-store";
import {
  hashOfHandover,
  insertHandovers,
  insertRulings,
  type OpenedHandover,
  personKeyOf,
} from "./handover-store";
import { type LockedStanding, lockStanding, saveStanding } from "./standing-store";

/** What became of one record of a sending. */
export interface HandoverReceipt {
  readonly clientActionId: string;
  /** already: it came before; quarantined: its phone was revoked, a person decides. */
  readonly answer: "kept" | "held" | "already" | "refused" | "quarantined";
  /** Of a held one. */
  readonly because: HeldReason | null;
  /** Of a refused one; wording `errors.<CODE>`. */
  readonly code: ErrorCode | null;
}

export const receipt = (
  clientActionId: string,
  answer: HandoverReceipt["answer"],
  more: Partial<Pick<HandoverReceipt, "because" | "code">> = {},
): HandoverReceipt => ({ clientActionId, answer, because: null, code: null, ...more });

/** @throws invalid SEAL_BROKEN, INPUT_INVALID */
export const openHandover = (
  ctx: Pick<ServiceContext, "keys">,
  record: SealedHandover,
  device: Pick<FieldDevice, "userId">,
): OpenedHandover => {
  const { clientActionId: id, deviceId, capturedAt } = record;
  const place = sealedPlace({ deviceId, clientActionId: id, command: handoverSeal });
  const text = openSealed(ctx.keys, place, Buffer.from(record.sealed, "base64"));
  const body = handoverBody.safeParse(JSON.parse(text));
  if (!body.success) {
    const fields = body.error.issues.map((issue) => issue.path.join("."));
    throw new DomainError("invalid", "INPUT_INVALID", { fields });
  }
  return { id, deviceId, capturedAt, recordedById: device.userId, body: body.data };
};

const toHandover = (
  ctx: ServiceContext,
  { standing }: LockedStanding,
  { id, recordedById, body }: OpenedHandover,
): Handover => {
  const line = standing.lines.find((one) => one.id === body.lineId);
  const nik = body.person?.nik ?? null;
  return {
    ...{ id, recordedById, lineId: body.lineId, outcome: body.outcome, quantity: body.quantity },
    goodsId: line ? line.goodsId : body.goodsId,
    personKey: line ? line.personKey : nik && personKeyOf(ctx, nik),
    correctsId: body.correctsId,
  };
};

/** A record that is known under its id must be that record. @throws conflict CLIENT_ACTION_REUSED */
const requireSame = ({ known }: LockedStanding, opened: OpenedHandover): void => {
  const before = known.get(opened.id);
  if (before && before.bodyHash !== Buffer.from(hashOfHandover(opened)).toString("hex"))
    throw new DomainError("conflict", "CLIENT_ACTION_REUSED");
};

const eventOf = (trip: Trip, { id, outcome, heldBecause }: ReceivedHandover) => {
  const about = { id, subdistrictCode: trip.subdistrictCode };
  return heldBecause
    ? handoverEvent("handover.held", about, { tripId: trip.id, because: heldBecause })
    : handoverEvent("handover.kept", about, { tripId: trip.id, outcome });
};

/** Counter-records that count: what each puts right is corrected from now on. */
const correctionsOf = (locked: LockedStanding, after: readonly ReceivedHandover[]) => {
  const before = new Map(locked.standing.handovers.map((one) => [one.id, one.state]));
  return after
    .filter(({ id, state }) => state === "corrected" && before.get(id) !== "corrected")
    .map(({ id }) => ({
      ruling: { handoverId: id, state: "corrected" as const },
      villageCode: locked.known.get(id)?.villageCode ?? locked.trip.stops[0]?.villageCode ?? "",
    }));
};

export interface Sending {
  /** By the clock of the phone. */
  readonly sentAt: Date;
  readonly opened: readonly OpenedHandover[];
}

const save = async (
  tx: Transaction,
  ctx: ServiceContext,
  locked: LockedStanding,
  sending: Sending,
  after: readonly ReceivedHandover[],
): Promise<void> => {
  const { trip, known, lines } = locked;
  const fresh = after.filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return;
  const byId = new Map(sending.opened.map((one) => [one.id, one]));
  const arrivals = fresh.flatMap((received) => {
    const opened = byId.get(received.id);
    if (!opened) return [];
    const { capturedAt } = opened;
    const clock = readDeviceClock({ capturedAt, sentAt: sending.sentAt, receivedAt: ctx.now() });
    const residentId = lines.get(received.lineId ?? "")?.residentId ?? null;
    // A record that another of the same sending corrects arrived as one that counts.
    const state = received.state === "corrected" ? "synced" : received.state;
    return [{ opened, received: { ...received, state }, clock, residentId }];
  });
  await insertHandovers(tx, ctx, trip, arrivals);
  await insertRulings(tx, ctx, trip, correctionsOf(locked, after), null);
  await saveStanding(tx, ctx, locked, after);
  const events = fresh.map((one) => eventOf(trip, one));
  await recordEvents(tx, ctx, events, null, {});
};

/**
 * The records of one trip, in their order, each with an answer of its own.
 * @param allow throws where this record may not be received from this actor
 */
export const receiveWithin = async (
  tx: Transaction,
  ctx: ServiceContext,
  tripId: string,
  sending: Sending,
  allow: (trip: Trip, opened: OpenedHandover) => void,
): Promise<readonly HandoverReceipt[]> => {
  const locked = await lockStanding(tx, tripId);
  const refused = new Map<string, HandoverReceipt>();
  const good = sending.opened.filter((opened) => {
    try {
      allow(locked.trip, opened);
      requireSame(locked, opened);
      return true;
    } catch (error) {
      refused.set(opened.id, refusal(opened.id, error));
      return false;
    }
  });
  const arriving = good.map((one) => toHandover(ctx, locked, one));
  const { answers, handovers } = receive(locked.standing, arriving);
  await save(tx, ctx, locked, sending, handovers);
  const now = new Map(handovers.map((one) => [one.id, one]));
  const told = answers.map(({ id, answer }) => {
    const one = now.get(id);
    return receipt(id, answer, { because: one?.state === "held" ? one.heldBecause : null });
  });
  return [...told, ...refused.values()];
};

/** A refusal of one record; what is no refusal ends the sending, and the phone keeps everything. */
export const refusal = (clientActionId: string, error: unknown): HandoverReceipt => {
  if (isDomainError(error) && error.kind !== "unavailable")
    return receipt(clientActionId, "refused", { code: error.code });
  throw error;
};
