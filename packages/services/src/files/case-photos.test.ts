import { randomUUID } from "node:crypto";
import type { PutCasePhotoCommand, ToldPhoto } from "@rembuk/domain/cases/phone-photos";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ReplayCommand } from "@rembuk/domain/staff/device";
import { casePhotoSeal, mostPhotoBytes, sealedPlace } from "@rembuk/domain/staff/sealing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { replaySealedCase } from "../cases/replay-sealed-case";
import type { ServiceContext } from "../context";
import { decideQuarantined } from "../handovers/decide-quarantined";
import { listQuarantined } from "../handovers/quarantine-queries";
import { type RegisteredDevice, registerDevice } from "../staff/register-device";
import { revokeDevice } from "../staff/revoke-device";
import { photograph, placedJpeg, plainPdf, sha256 } from "../testing/sample-files";
import { sealAsPhone } from "../testing/seal-as-phone";
import { testFiles } from "../testing/test-files";
import {
  at,
  createWorld,
  lingsir,
  murungAbuin,
  paringinSelatan,
  type World,
} from "../testing/world";
import { openFile } from "./open-file";
import { putCasePhoto } from "./put-case-photo";
import { listFiles } from "./queries";

let world: World;
let village: ServiceContext;
let desk: ServiceContext;
let admin: ServiceContext;
let jpeg: Buffer;
const files = testFiles();
beforeAll(async () => {
  world = await createWorld();
  village = await world.contextFor("village-officer", lingsir);
  desk = await world.contextFor("triage-officer", paringinSelatan);
  admin = await world.contextFor("subdistrict-admin", paringinSelatan);
  jpeg = await placedJpeg();
});
afterAll(async () => {
  await world.drop();
  files.drop();
});

const partBytes = 8_000;

interface Photo {
  readonly told: ToldPhoto;
  readonly sealed: Uint8Array;
}

const photoOf = async (device: RegisteredDevice, bytes: Buffer): Promise<Photo> => {
  const id = randomUUID();
  const { deviceId, publicKey } = device;
  const place = sealedPlace({ deviceId, clientActionId: id, command: casePhotoSeal });
  const sealed = await sealAsPhone(publicKey, place, bytes);
  return { told: { id, size: bytes.length, sha256: sha256(bytes) }, sealed };
};

const recordOf = async (
  { deviceId, publicKey }: RegisteredDevice,
  photos: readonly ToldPhoto[],
): Promise<ReplayCommand> => {
  const record = { deviceId, clientActionId: randomUUID(), command: "cases.open" as const };
  const body = {
    ...{ villageCode: lingsir, categoryCode: "VIL-FAC", privacy: null, photos },
    ...{ title: "Talud RT 04 retak", description: "Retak sejak hujan Senin malam." },
    reporter: { name: "Rusmiati (fiktif)" },
  };
  const bytes = await sealAsPhone(publicKey, sealedPlace(record), JSON.stringify(body));
  const sealed = Buffer.from(bytes).toString("base64");
  return { ...record, capturedAt: at("2026-11-23 08:10"), sealed };
};

/** A case that a village took in without network, with what its phone holds of the photos. */
const taken = async (...pictures: Buffer[]) => {
  const device = await registerDevice(village, {
    ...{ clientActionId: randomUUID(), label: "Ponsel Sekdes", villageCode: lingsir },
  });
  const photos = await Promise.all(pictures.map((bytes) => photoOf(device, bytes)));
  const told = photos.map((one) => one.told);
  return { device, photos, record: await recordOf(device, told) };
};
type Taken = Awaited<ReturnType<typeof taken>>;

const part = ({ device, record }: Taken, photo: Photo, offset: number): PutCasePhotoCommand => ({
  ...{ deviceId: device.deviceId, photoId: photo.told.id, recordId: record.clientActionId },
  ...{ total: photo.sealed.length, offset, unsynced: 1 },
  part: Buffer.from(photo.sealed.subarray(offset, offset + partBytes)).toString("base64"),
});

/** Part after part from where the server is, as the phone does. */
const sendPhoto = async (kept: Taken, photo: Photo, by = village): Promise<number> => {
  world.clock.now = new Date(world.clock.now.getTime() + 1_000);
  let offset = 0;
  for (let sent = 1; ; sent += 1) {
    const answer = await putCasePhoto(files.with(by), part(kept, photo, offset));
    if (answer.isDone) return sent;
    offset = answer.received;
  }
};
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "done",
    (error) => (error instanceof DomainError ? error.code : String(error)),
  );
const caseOf = async (number: string | null) =>
  world.everything.case.findFirstOrThrow({ where: { number: number ?? "" } });
const filesOf = async (caseId: string) => (await listFiles(desk, { caseId })).files;
const only = <One>(list: readonly One[]): One => {
  const [one] = list;
  if (one === undefined || list.length > 1) throw new Error(`${list.length} instead of one`);
  return one;
};
const revoke = (deviceId: string) =>
  revokeDevice(admin, { clientActionId: randomUUID(), deviceId, reason: "Ponsel hilang" });

describe("a photo of a case that was taken in without network", () => {
  it("is a file of the case like any other: drawn anew, small pictures, told of once", async () => {
    const kept = await taken(jpeg);
    const { number } = await replaySealedCase(village, kept.record);
    const { id: caseId } = await caseOf(number);
    expect(await filesOf(caseId)).toEqual([]);
    expect(await sendPhoto(kept, only(kept.photos))).toBeGreaterThan(2);
    const file = only(await filesOf(caseId));
    expect(file).toMatchObject({
      ...{ id: only(kept.photos).told.id, name: "Foto 1.jpg", status: "ready" },
      ...{ audience: "partner", mediaType: "image/jpeg", addedByName: village.actor.name },
    });
    const link = file.links.thumbnail;
    const opened = await openFile(files.with(desk), {
      ...{ caseId, fileId: file.id, variant: "original" as const },
      ...{
        until: file.links.original?.until ?? 0,
        signature: file.links.original?.signature ?? "",
      },
    });
    expect([link === null, Buffer.from(opened.bytes).includes("Kenari")]).toEqual([false, false]);
    const events = await world.everything.domainEvent.findMany({
      where: { type: "case.file-added", subject: { endsWith: caseId } },
    });
    expect(events).toHaveLength(1);
    const device = await world.everything.device.findUniqueOrThrow({
      where: { id: kept.device.deviceId },
    });
    expect(device.unsynced).toBe(0);
    expect(await world.everything.sealedUpload.count()).toBe(0);
  });

  it("sent twice, at once or over cut lines, is there once and whole", async () => {
    const kept = await taken(jpeg, await photograph().jpeg().toBuffer());
    const answers = [1, 2].map(() => replaySealedCase(village, kept.record));
    const [first] = await Promise.all(answers);
    const { id: caseId } = await caseOf(first?.number ?? null);
    for (const photo of kept.photos) {
      // A part that came, and whose answer did not; a part ahead of a gap; then on from where the server is.
      expect(await putCasePhoto(files.with(village), part(kept, photo, 0))).toEqual({
        ...{ received: partBytes, isDone: false },
      });
      for (const offset of [0, partBytes * 2]) {
        const again = await putCasePhoto(files.with(village), part(kept, photo, offset));
        expect(again.received).toBe(partBytes);
      }
      await sendPhoto(kept, photo);
      const last = part(kept, photo, photo.sealed.length - (photo.sealed.length % partBytes));
      const more = await Promise.all([1, 2].map(() => putCasePhoto(files.with(village), last)));
      expect(more.map(({ isDone }) => isDone)).toEqual([true, true]);
    }
    const there = await filesOf(caseId);
    expect(there.map(({ name, status }) => [name, status])).toEqual([
      ["Foto 1.jpg", "ready"],
      ["Foto 2.jpg", "ready"],
    ]);
    expect(await world.everything.sealedUpload.count()).toBe(0);
  });

  it("is taken of nobody else's phone, and of no record that nobody knows", async () => {
    const kept = await taken(jpeg);
    const photo = only(kept.photos);
    const neighbour = await world.contextFor("village-officer", murungAbuin);
    expect(await codeOf(sendPhoto(kept, photo, neighbour))).toBe("DEVICE_NOT_FOUND");
    expect(await codeOf(sendPhoto(kept, photo))).toBe("CASE_NOT_FOUND");
    await replaySealedCase(village, kept.record);
    expect(await codeOf(sendPhoto(kept, photo, neighbour))).toBe("DEVICE_NOT_FOUND");
    const theirs = await registerDevice(neighbour, {
      ...{ clientActionId: randomUUID(), label: "Ponsel lain", villageCode: murungAbuin },
    });
    const stolen = { ...kept, device: theirs };
    expect(await codeOf(sendPhoto(stolen, photo, neighbour))).toBe("CASE_NOT_FOUND");
    expect(await world.everything.attachment.count({ where: { id: photo.told.id } })).toBe(0);
  });

  it("is refused in plain words when it is none, too large, or another than was told", async () => {
    const large = Buffer.concat([jpeg, Buffer.alloc(mostPhotoBytes)]);
    const kept = await taken(await plainPdf(), large, jpeg);
    const { number } = await replaySealedCase(village, kept.record);
    const [paper, tooLarge, good] = kept.photos;
    if (!paper || !tooLarge || !good) throw new Error("three");
    expect(await codeOf(sendPhoto(kept, paper))).toBe("PHOTO_KIND_UNKNOWN");
    expect(await codeOf(sendPhoto(kept, tooLarge))).toBe("PHOTO_TOO_LARGE");
    const other = await photoOf(kept.device, await photograph().jpeg().toBuffer());
    const place = { deviceId: kept.device.deviceId, clientActionId: good.told.id };
    const swapped = await sealAsPhone(
      kept.device.publicKey,
      sealedPlace({ ...place, command: casePhotoSeal }),
      await photograph().jpeg().toBuffer(),
    );
    expect(await codeOf(sendPhoto(kept, { ...good, sealed: other.sealed }))).toBe("SEAL_BROKEN");
    expect(await codeOf(sendPhoto(kept, { ...good, sealed: swapped }))).toBe("EVIDENCE_DAMAGED");
    const { id: caseId } = await caseOf(number);
    expect(await filesOf(caseId)).toEqual([]);
    await sendPhoto(kept, good);
    expect(only(await filesOf(caseId)).id).toBe(good.told.id);
  });
});

describe("a photo on a revoked phone", () => {
  it("follows its record into quarantine, and onto the case that it becomes", async () => {
    const kept = await taken(jpeg, await photograph().jpeg().toBuffer());
    const [early, late] = kept.photos;
    if (!early || !late) throw new Error("two");
    await revoke(kept.device.deviceId);
    expect((await replaySealedCase(village, kept.record)).outcome).toBe("quarantined");
    await sendPhoto(kept, early);
    const row = only(
      (await listQuarantined(desk)).filter(({ deviceLabel }) => deviceLabel === "Ponsel Sekdes"),
    );
    expect(row.content).toMatchObject({ kind: "case", photos: 2 });
    const decision = { decision: "accepted", reason: "Dibenarkan sekdes" } as const;
    const command = { clientActionId: randomUUID(), recordId: row.id, ...decision };
    const { number } = await decideQuarantined(files.with(desk), command);
    const { id: caseId } = await caseOf(number);
    expect(only(await filesOf(caseId))).toMatchObject({ id: early.told.id, status: "ready" });
    // What the phone sends after the decision finds the case that its record became.
    await sendPhoto(kept, late);
    expect((await filesOf(caseId)).map(({ name }) => name)).toEqual(["Foto 1.jpg", "Foto 2.jpg"]);
    const waiting = await world.everything.quarantinedRecord.count({
      where: { deviceId: kept.device.deviceId, decision: null },
    });
    expect(waiting).toBe(0);
  });

  it("reaches the case that its record was before", async () => {
    const kept = await taken(jpeg);
    const { number } = await replaySealedCase(village, kept.record);
    await revoke(kept.device.deviceId);
    await sendPhoto(kept, only(kept.photos));
    expect(await filesOf((await caseOf(number)).id)).toHaveLength(1);
  });
});
