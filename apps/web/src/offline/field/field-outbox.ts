import type {
  HandoverBody,
  HandoverEvidence,
  PushHandoversCommand,
  PutEvidenceCommand,
} from "@rembuk/domain/handovers/commands";
import { mostBatch, type RecordedOutcome } from "@rembuk/domain/handovers/model";
import {
  evidenceSeal,
  handoverSeal,
  photoPartBytes,
  sealedPlace,
} from "@rembuk/domain/staff/sealing";
import type { PutEvidence } from "@rembuk/services/handovers/put-evidence";
import type { HandoverReceipt } from "@rembuk/services/handovers/receive-on-trip";
import { type CallFailure, callFailure } from "@/lib/trpc-client";
import { sealBytes, sealRecord, toBase64 } from "../seal";
import { lock } from "../vault";
import {
  type FieldDevice,
  type FieldEvidence,
  type FieldRecord,
  fieldDatabase,
  keepFieldFact,
  wipeTrip,
} from "./field-database";

const { records, evidence, sent, drafts } = fieldDatabase;

/** What the phone shows of a record in its list, under the PIN. */
export interface RecordLabel {
  readonly lineId: string | null;
  readonly name: string;
  readonly outcome: RecordedOutcome;
  readonly goodsId: string | null;
  readonly quantity: number;
  readonly correctsId: string | null;
  readonly isProxy: boolean;
  readonly at: string;
}

/** A photo or signature that was just taken. */
export interface TakenEvidence {
  readonly kind: HandoverEvidence["kind"];
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

const sealEvidence = async (
  device: FieldDevice,
  handoverId: string,
  { kind, bytes }: TakenEvidence,
): Promise<{ told: HandoverEvidence; kept: FieldEvidence }> => {
  const id = crypto.randomUUID();
  const sha256 = hex(await crypto.subtle.digest("SHA-256", bytes));
  const { deviceId, publicKey } = device;
  const place = sealedPlace({ deviceId, clientActionId: id, command: evidenceSeal });
  const sealed = await sealBytes(publicKey, place, bytes);
  return {
    told: { id, kind, size: bytes.length, sha256 },
    kept: { id, handoverId, deviceId, sealed, sent: 0, reason: null },
  };
};

/** What is captured of a handover: the body, its photos, and what the list shows of it. */
export interface Captured {
  readonly body: Omit<HandoverBody, "evidence">;
  readonly taken: readonly TakenEvidence[];
  readonly label: Omit<RecordLabel, "at">;
  /** The draft that it ends; null: none. */
  readonly draftOf: string | null;
}

/**
 * Seals a handover with its photos and puts it at the end of the outbox, in one transaction: when this returns,
 * all of it is on the phone's disk and nothing of it is readable there.
 * @throws what IndexedDB throws when the phone is full: then nothing is kept, and the draft stays
 */
export async function captureHandover(
  device: FieldDevice,
  key: CryptoKey,
  { body, taken, label, draftOf }: Captured,
): Promise<string> {
  const clientActionId = crypto.randomUUID();
  const capturedAt = Date.now();
  const { deviceId, publicKey } = device;
  const photos = await Promise.all(taken.map((one) => sealEvidence(device, clientActionId, one)));
  const place = sealedPlace({ deviceId, clientActionId, command: handoverSeal });
  const whole: HandoverBody = { ...body, evidence: photos.map(({ told }) => told) };
  const record = {
    ...{ clientActionId, deviceId, capturedAt, state: "waiting" as const, reason: null },
    sealed: await sealRecord(publicKey, place, whole),
    label: await lock(key, {
      ...label,
      at: new Date(capturedAt).toISOString(),
    } satisfies RecordLabel),
  };
  await fieldDatabase.transaction("rw", [records, evidence, drafts], async () => {
    await records.add(record);
    await evidence.bulkAdd(photos.map(({ kept }) => kept));
    if (draftOf !== null) await drafts.delete(draftOf);
  });
  return clientActionId;
}

/** Hands things to the server; each throws what the transport throws. */
export interface FieldSend {
  readonly push: (command: PushHandoversCommand) => Promise<{
    readonly isRevoked: boolean;
    readonly receipts: readonly HandoverReceipt[];
  }>;
  readonly putEvidence: (command: PutEvidenceCommand) => Promise<PutEvidence>;
}

/** Why sending ended: everything went, or what stood in the way. What waits is kept. */
export type FieldEnd = "sent" | "offline" | "signed-out" | "other-account" | "busy";

const obstacle = ({ code, httpStatus }: CallFailure): FieldEnd | null => {
  if (code === "UNAUTHENTICATED") return "signed-out";
  if (code === "DEVICE_NOT_FOUND") return "other-account";
  if (httpStatus === 0) return "offline";
  return httpStatus === 429 || httpStatus >= 500 ? "busy" : null;
};

/**
 * After the answer, and only then, a record goes; in one transaction with what is told of it. That this phone was
 * revoked is said with the last thing that it hands over: nothing may come between the two.
 */
const settle = (
  batch: readonly FieldRecord[],
  receipts: readonly HandoverReceipt[],
  isRevoked: boolean,
): Promise<void> =>
  fieldDatabase.transaction("rw", fieldDatabase.tables, async () => {
    const answers = new Map(receipts.map((one) => [one.clientActionId, one]));
    for (const { seq, clientActionId, label } of batch) {
      const receipt = answers.get(clientActionId);
      if (!receipt) await records.update(seq, { state: "waiting" });
      else if (receipt.answer === "refused")
        await records.update(seq, { state: "review", reason: receipt.code });
      else {
        const { answer, because } = receipt;
        await records.delete(seq);
        if (!(await sent.get({ clientActionId })))
          await sent.add({ clientActionId, answer, because, label, sentAt: Date.now() });
      }
    }
    await keepFieldFact("lastSync", Date.now());
    if (!isRevoked) return;
    await wipeTrip();
    await keepFieldFact("revoked", { at: Date.now() });
  });

const unsynced = async (): Promise<number> => (await records.count()) + (await evidence.count());

const sendRecords = async (device: FieldDevice, send: FieldSend): Promise<FieldEnd | null> => {
  for (;;) {
    const batch = await records
      .orderBy("seq")
      .filter(({ state }) => state === "waiting")
      .limit(mostBatch)
      .toArray();
    if (batch.length === 0) return null;
    await records.bulkUpdate(batch.map(({ seq }) => ({ key: seq, changes: { state: "sending" } })));
    const bare = batch.map(({ clientActionId, deviceId, capturedAt, sealed }) => ({
      ...{ clientActionId, deviceId, sealed, capturedAt: new Date(capturedAt) },
    }));
    const { isRevoked, receipts } = await send.push({
      ...{ deviceId: device.deviceId, sentAt: new Date(), unsynced: await unsynced() },
      records: bare,
    });
    await settle(batch, receipts, isRevoked);
  }
};

/** Part after part from where the server is; a photo goes from the phone when it is there whole. */
const sendPhoto = async (
  device: FieldDevice,
  send: FieldSend,
  photo: FieldEvidence,
): Promise<void> => {
  const { id: evidenceId, handoverId, sealed } = photo;
  let offset = photo.sent;
  for (;;) {
    const { received, isDone } = await send.putEvidence({
      ...{ deviceId: device.deviceId, sealedFor: photo.deviceId, evidenceId, handoverId },
      ...{ total: sealed.length, offset },
      part: toBase64(sealed.subarray(offset, offset + photoPartBytes)),
    });
    if (isDone) break;
    offset = received;
    await evidence.update(evidenceId, { sent: received });
  }
  await evidence.delete(evidenceId);
};

/** @returns how many it tried */
const sendPhotos = async (device: FieldDevice, send: FieldSend): Promise<number> => {
  const open = new Set((await records.toArray()).map(({ clientActionId }) => clientActionId));
  // A photo follows its record: while that one waits, so does the photo.
  const ready = (await evidence.toArray()).filter(
    (one) => one.reason === null && !open.has(one.handoverId),
  );
  for (const photo of ready) {
    try {
      await sendPhoto(device, send, photo);
    } catch (error) {
      const failure = callFailure(error);
      if (obstacle(failure)) throw error;
      await evidence.update(photo.id, { reason: failure.code });
    }
  }
  return ready.length;
};

/** Whoever holds the lock knows that nobody sends: these are of a tab that died on the way. */
const takeBack = async (): Promise<void> => {
  await records.filter(({ state }) => state === "sending").modify({ state: "waiting" });
};

/** How much is still here, once more: photos that went since the last sending are off the office's list. */
const tellRest = async ({ deviceId }: FieldDevice, send: FieldSend): Promise<void> => {
  await send.push({ deviceId, sentAt: new Date(), unsynced: await unsynced(), records: [] });
};

const sendInOrder = async (device: FieldDevice, send: FieldSend): Promise<FieldEnd> => {
  await takeBack();
  try {
    await sendRecords(device, send);
    if ((await sendPhotos(device, send)) > 0) await tellRest(device, send);
    return "sent";
  } catch (error) {
    await takeBack();
    return obstacle(callFailure(error)) ?? "busy";
  }
};

const LOCK = "rembuk-lapangan";

/**
 * Sends records in order of capture, then their photos, one tab at a time. What the server takes twice (the
 * answer was lost) is one there, by its id.
 */
export const flushField = (device: FieldDevice, send: FieldSend): Promise<FieldEnd> =>
  navigator.locks.request(LOCK, () => sendInOrder(device, send));

/** A person wants refused things tried once more; they keep their place. */
export async function tryFieldAgain(): Promise<void> {
  await records
    .filter(({ state }) => state === "review")
    .modify({ state: "waiting", reason: null });
  await evidence.filter(({ reason }) => reason !== null).modify({ reason: null });
}
