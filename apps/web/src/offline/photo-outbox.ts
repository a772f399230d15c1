import type { PutCasePhotoCommand, ToldPhoto } from "@rembuk/domain/cases/phone-photos";
import { casePhotoSeal, sealedPlace, tripCaseSeal } from "@rembuk/domain/staff/sealing";
import type { PutCasePhoto } from "@rembuk/services/files/put-case-photo";
import {
  type DeviceProfile,
  deviceDatabase,
  keepFact,
  type SealedPhoto,
  type SealedRecord,
} from "./device-database";
import { sealBytes, toBase64 } from "./seal";

const { records, photos } = deviceDatabase;

/** Of a line of 50 kbit/s some seven seconds: so much is sent again after a cut. */
const partBytes = 32 * 1024;

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** A photo as its record tells of it, and as it is kept. */
export interface PhotoForRecord {
  readonly told: ToldPhoto;
  readonly kept: SealedPhoto;
}

/** Seals one photo to the server's key: the phone itself cannot open it again. */
export async function sealPhoto(
  { deviceId, publicKey }: Pick<DeviceProfile, "deviceId" | "publicKey">,
  record: Pick<SealedRecord, "clientActionId" | "command" | "capturedAt">,
  bytes: Uint8Array<ArrayBuffer>,
  place: number,
): Promise<PhotoForRecord> {
  const id = crypto.randomUUID();
  const sha256 = hex(await crypto.subtle.digest("SHA-256", bytes));
  const at = sealedPlace({ deviceId, clientActionId: id, command: casePhotoSeal });
  const sealed = await sealBytes(publicKey, at, bytes);
  const { clientActionId: recordId, command, capturedAt } = record;
  return {
    told: { id, size: bytes.length, sha256 },
    kept: { id, recordId, deviceId, command, capturedAt, place, sealed, sent: 0, reason: null },
  };
}

/** Hands one part to the server; throws what the transport throws. */
export type PutPhoto = (photo: SealedPhoto, part: PutCasePhotoCommand) => Promise<PutCasePhoto>;

/** Everything that waits: the office is told how much. */
export const countWaiting = async (): Promise<number> =>
  (await records.count()) + (await photos.count());

/** The same by who wrote it down: a crew on its trip, or a village. */
export const countByOrigin = async (): Promise<{
  readonly ofTrips: number;
  readonly ofVillage: number;
}> => {
  const isOfTrip = ({ command }: { readonly command: string }) => command === tripCaseSeal;
  const ofTrips =
    (await records.filter(isOfTrip).count()) + (await photos.filter(isOfTrip).count());
  return { ofTrips, ofVillage: (await countWaiting()) - ofTrips };
};

/** Part after part from where the server is; a photo goes from the phone when it is there whole. */
export async function sendPhoto(photo: SealedPhoto, put: PutPhoto): Promise<void> {
  const { id: photoId, recordId, deviceId, sealed } = photo;
  const unsynced = await countWaiting();
  let offset = photo.sent;
  for (;;) {
    const part = toBase64(sealed.subarray(offset, offset + partBytes));
    const ids = { deviceId, photoId, recordId };
    const told = { ...ids, total: sealed.length, offset, part, unsynced };
    const { received, isDone } = await put(photo, told);
    if (isDone) break;
    offset = received;
    await photos.update(photoId, { sent: received });
  }
  await deviceDatabase.transaction("rw", deviceDatabase.tables, async () => {
    await photos.delete(photoId);
    await keepFact("lastSync", new Date());
  });
}

/** The next one that may go: its record has gone before, and nothing was refused. */
export async function nextPhoto(): Promise<SealedPhoto | null> {
  const open = new Set((await records.toArray()).map(({ clientActionId }) => clientActionId));
  const ready = await photos
    .filter(({ reason, recordId }) => reason === null && !open.has(recordId))
    .toArray();
  const [first] = ready.sort(
    (one, other) => +one.capturedAt - +other.capturedAt || one.place - other.place,
  );
  return first ?? null;
}

/** A person wants a refused photo tried once more, from its beginning. */
export async function tryPhotoAgain(id: string): Promise<void> {
  await photos.update(id, { reason: null, sent: 0 });
}
