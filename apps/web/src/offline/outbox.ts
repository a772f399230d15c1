import { type SealedCommand, sealedPlace } from "@rembuk/domain/staff/sealing";
import type { Replayed } from "@rembuk/services/cases/replay-sealed-case";
import { type CallFailure, callFailure } from "@/lib/trpc-client";
import {
  type DeviceProfile,
  deviceDatabase,
  keepFact,
  readFact,
  type SealedRecord,
  wipeDownloaded,
} from "./device-database";
import { nextPhoto, type PutPhoto, sealPhoto, sendPhoto } from "./photo-outbox";
import type { SealedBody } from "./replayable-commands";
import { sealRecord } from "./seal";

const { records, sent, photos: photoTable } = deviceDatabase;
const sentShown = 20;

const newRecord = <Command extends SealedCommand>(deviceId: string, command: Command) => ({
  ...{ clientActionId: crypto.randomUUID(), deviceId, command, capturedAt: new Date() },
});

/**
 * Seals what was entered and puts it at the end of the outbox. When this returns, it is on the
 * device's disk and nothing readable of it is.
 * @throws what IndexedDB throws when the device is full
 */
export async function sealIntoOutbox<Command extends SealedCommand>(
  device: Phone,
  command: Command,
  body: SealedBody<Command>,
  about: string | null = null,
): Promise<Date> {
  const record = newRecord(device.deviceId, command);
  const sealed = await sealRecord(device.publicKey, sealedPlace(record), body);
  await records.add({ ...record, about, sealed, state: "waiting", reason: null });
  return record.capturedAt;
}

type Phone = Pick<DeviceProfile, "deviceId" | "publicKey">;

/**
 * The same for a new case with its photos, all of it or nothing.
 * @param pictures JPEG, made small and drawn anew (photo.ts)
 * @throws what IndexedDB throws when the device is full
 */
export async function sealCaseIntoOutbox<Command extends "cases.open" | "trips.open-case">(
  device: Phone,
  command: Command,
  body: Omit<SealedBody<Command>, "photos">,
  pictures: readonly Uint8Array<ArrayBuffer>[],
): Promise<Date> {
  const record = newRecord(device.deviceId, command);
  const photos = await Promise.all(
    pictures.map((bytes, at) => sealPhoto(device, record, bytes, at + 1)),
  );
  const whole = { ...body, photos: photos.map(({ told }) => told) };
  const sealed = await sealRecord(device.publicKey, sealedPlace(record), whole);
  await deviceDatabase.transaction("rw", [records, photoTable], async () => {
    await records.add({ ...record, about: null, sealed, state: "waiting", reason: null });
    await photoTable.bulkAdd(photos.map(({ kept }) => kept));
  });
  return record.capturedAt;
}

/** Hands one record to the server; throws what the transport throws. */
export type Send = (record: SealedRecord) => Promise<Replayed>;

/** Why sending ended: everything went, or what stood in the way. The records are kept. */
export type FlushEnd = "sent" | "offline" | "signed-out" | "other-account" | "busy";

/** What stops the whole outbox; null when only this one record was refused. */
function obstacle({ code, httpStatus }: CallFailure): FlushEnd | null {
  if (code === "UNAUTHENTICATED") return "signed-out";
  if (code === "DEVICE_NOT_FOUND") return "other-account";
  if (httpStatus === 0) return "offline";
  return httpStatus === 429 || httpStatus >= 500 ? "busy" : null;
}

/** After the answer, and only then, the record goes; in one transaction with what is told of it. */
const settle = (record: SealedRecord, { outcome, number }: Replayed): Promise<void> =>
  deviceDatabase.transaction("rw", deviceDatabase.tables, async () => {
    await records.delete(record.seq);
    await keepFact("lastSync", new Date());
    if (outcome === "quarantined") {
      const before = await readFact("revoked");
      await keepFact("revoked", { at: new Date(), handedOver: (before?.handedOver ?? 0) + 1 });
      // A record of the phone's former life must not wipe a profile that was given since.
      if ((await readFact("device"))?.deviceId === record.deviceId) await wipeDownloaded();
      return;
    }
    const { clientActionId, command, about } = record;
    const isNoted = outcome === "noted";
    const told = { clientActionId, command, about, isNoted, number: number ?? "" };
    await sent.add({ ...told, sentAt: new Date() });
    const old = await sent.orderBy("seq").reverse().offset(sentShown).primaryKeys();
    await sent.bulkDelete(old);
  });

const sendOne = async (record: SealedRecord, send: Send): Promise<FlushEnd | null> => {
  await records.update(record.seq, { state: "sending" });
  try {
    await settle(record, await send(record));
    return null;
  } catch (error) {
    const failure = callFailure(error);
    const end = obstacle(failure);
    await records.update(record.seq, {
      state: end ? "waiting" : "review",
      reason: end ? null : failure.code,
    });
    return end;
  }
};

const LOCK = "rembuk-outbox";

/** Whoever holds the lock knows that nobody sends: these are of a tab that died on the way. */
const takeBack = async (): Promise<void> => {
  await records.filter(({ state }) => state === "sending").modify({ state: "waiting" });
};

const sendRecords = async (send: Send): Promise<FlushEnd | null> => {
  for (;;) {
    const next = await records
      .orderBy("seq")
      .filter(({ state }) => state === "waiting")
      .first();
    if (!next) return null;
    const end = await sendOne(next, send);
    if (end) return end;
  }
};

const sendPhotos = async (put: PutPhoto): Promise<FlushEnd | null> => {
  for (;;) {
    const next = await nextPhoto();
    if (!next) return null;
    try {
      await sendPhoto(next, put);
    } catch (error) {
      const failure = callFailure(error);
      const end = obstacle(failure);
      if (end) return end;
      await photoTable.update(next.id, { reason: failure.code });
    }
  }
};

/** Records first: words are light, and a photo needs the case that it belongs to. */
const sendInOrder = async (send: Send, put: PutPhoto): Promise<FlushEnd> => {
  await takeBack();
  return (await sendRecords(send)) ?? (await sendPhotos(put)) ?? "sent";
};

/**
 * Sends what waits, in order of capture, one tab at a time; photos after all records. A record that the server takes twice
 * (the answer was lost) is one there, by its clientActionId.
 */
export const flushOutbox = (send: Send, put: PutPhoto): Promise<FlushEnd> =>
  navigator.locks.request(LOCK, () => sendInOrder(send, put));

/** Without network: what a dead tab left as being sent waits again. */
export const recoverOutbox = (): Promise<void> =>
  navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock) await takeBack();
  });

/** A person wants a refused record tried once more; it keeps its place. */
export async function tryAgain(seq: number): Promise<void> {
  await records.update(seq, { state: "waiting", reason: null });
}
