import { tripCaseSeal } from "@rembuk/domain/staff/sealing";
import { z } from "zod";
import { deviceDatabase } from "../device-database";
import { fromBase64, toBase64 } from "../seal";
import { fieldDatabase } from "./field-database";

const { records, evidence, sent } = fieldDatabase;
const { records: matters, photos: matterPhotos, sent: mattersSent } = deviceDatabase;

const id = z.uuid();
const capturedAt = z.iso.datetime();
const photo = z.base64().max(500_000);
const command = z.literal(tripCaseSeal);

/** Unsent records as a file: each is sealed to the server's key, so whoever finds it reads nothing. */
const carried = z.object({
  kind: z.literal("rembuk-unsent"),
  /** 1: handovers alone. */
  version: z.literal([1, 2]),
  records: z
    .array(
      z.object({ clientActionId: id, deviceId: id, capturedAt, sealed: z.base64().max(32_000) }),
    )
    .max(5000),
  evidence: z.array(z.object({ id, handoverId: id, deviceId: id, sealed: photo })).max(10_000),
  /** What the crew was told of in the villages. */
  matters: z
    .array(
      z.object({
        ...{ clientActionId: id, deviceId: id, command, capturedAt },
        sealed: z.base64().max(64_000),
      }),
    )
    .max(2000)
    .default([]),
  matterPhotos: z
    .array(
      z.object({
        ...{ id, recordId: id, deviceId: id, command, capturedAt, sealed: photo },
        place: z.int().min(1).max(3),
      }),
    )
    .max(6000)
    .default([]),
});
export type CarriedRecords = z.infer<typeof carried>;

const handoversHere = async (): Promise<Pick<CarriedRecords, "records" | "evidence">> => ({
  records: (await records.orderBy("seq").toArray()).map((one) => ({
    ...{ clientActionId: one.clientActionId, deviceId: one.deviceId, sealed: one.sealed },
    capturedAt: new Date(one.capturedAt).toISOString(),
  })),
  evidence: (await evidence.toArray()).map(({ id: photoId, handoverId, deviceId, sealed }) => ({
    ...{ id: photoId, handoverId, deviceId, sealed: toBase64(sealed) },
  })),
});

const mattersHere = async (): Promise<Pick<CarriedRecords, "matters" | "matterPhotos">> => {
  const isOfTrip = (one: { readonly command: string }) => one.command === tripCaseSeal;
  const waiting = (await matters.orderBy("seq").toArray()).filter(isOfTrip);
  const photos = (await matterPhotos.toArray()).filter(isOfTrip);
  return {
    matters: waiting.map((one) => ({
      ...{ clientActionId: one.clientActionId, deviceId: one.deviceId, command: tripCaseSeal },
      ...{ sealed: one.sealed, capturedAt: one.capturedAt.toISOString() },
    })),
    matterPhotos: photos.map((one) => ({
      ...{ id: one.id, recordId: one.recordId, deviceId: one.deviceId, command: tripCaseSeal },
      ...{ place: one.place, capturedAt: one.capturedAt.toISOString() },
      sealed: toBase64(one.sealed),
    })),
  };
};

/** All that waits on this phone of its trips; it stays here too until the server has it. */
export async function writeCarryFile(): Promise<CarriedRecords> {
  return {
    ...{ kind: "rembuk-unsent", version: 2 },
    ...(await handoversHere()),
    ...(await mattersHere()),
  };
}

/** Gives the file to the browser to save. */
export async function saveCarryFile(): Promise<void> {
  const text = JSON.stringify(await writeCarryFile());
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = `rembuk-belum-terkirim-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const takeHandovers = (file: CarriedRecords): Promise<number> =>
  fieldDatabase.transaction("rw", [records, evidence, sent], async () => {
    let count = 0;
    for (const one of file.records) {
      const { clientActionId } = one;
      if ((await records.get({ clientActionId })) || (await sent.get({ clientActionId }))) continue;
      const at = Date.parse(one.capturedAt);
      await records.add({ ...one, capturedAt: at, label: null, state: "waiting", reason: null });
      count += 1;
    }
    for (const one of file.evidence)
      if (!(await evidence.get(one.id)))
        await evidence.add({ ...one, sealed: fromBase64(one.sealed), sent: 0, reason: null });
    return count;
  });

const takeMatters = (file: CarriedRecords): Promise<number> =>
  deviceDatabase.transaction("rw", [matters, matterPhotos, mattersSent], async () => {
    let count = 0;
    for (const one of file.matters) {
      const { clientActionId } = one;
      const isKnown =
        (await matters.get({ clientActionId })) ?? (await mattersSent.get({ clientActionId }));
      if (isKnown) continue;
      const at = new Date(one.capturedAt);
      await matters.add({ ...one, capturedAt: at, about: null, state: "waiting", reason: null });
      count += 1;
    }
    for (const one of file.matterPhotos) {
      if (await matterPhotos.get(one.id)) continue;
      const bytes = { sealed: fromBase64(one.sealed), capturedAt: new Date(one.capturedAt) };
      await matterPhotos.add({ ...one, ...bytes, sent: 0, reason: null });
    }
    return count;
  });

/**
 * Takes another phone's records in, to be sent from here; what is known here already is one.
 * @returns how many records came, or null when it is no such file
 * @throws what IndexedDB throws when the phone is full: handovers come all or none, and matters too; what came stays,
 * and the file read again brings the rest
 */
export async function readCarryFile(text: string): Promise<number | null> {
  const read = carried.safeParse(parse(text));
  if (!read.success) return null;
  return (await takeHandovers(read.data)) + (await takeMatters(read.data));
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
