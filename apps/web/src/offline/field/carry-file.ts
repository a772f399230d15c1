import { z } from "zod";
import { fromBase64, toBase64 } from "../seal";
import { fieldDatabase } from "./field-database";

const { records, evidence, sent } = fieldDatabase;

/** Unsent records as a file: each is sealed to the server's key, so whoever finds it reads nothing. */
const carried = z.object({
  kind: z.literal("rembuk-unsent"),
  version: z.literal(1),
  records: z
    .array(
      z.object({
        clientActionId: z.uuid(),
        deviceId: z.uuid(),
        capturedAt: z.iso.datetime(),
        sealed: z.base64().max(32_000),
      }),
    )
    .max(5000),
  evidence: z
    .array(
      z.object({
        id: z.uuid(),
        handoverId: z.uuid(),
        deviceId: z.uuid(),
        sealed: z.base64().max(500_000),
      }),
    )
    .max(10_000),
});
export type CarriedRecords = z.infer<typeof carried>;

/** All that waits on this phone; it stays here too until the server has it. */
export async function writeCarryFile(): Promise<CarriedRecords> {
  const waiting = await records.orderBy("seq").toArray();
  const photos = await evidence.toArray();
  return {
    ...{ kind: "rembuk-unsent", version: 1 },
    records: waiting.map(({ clientActionId, deviceId, capturedAt, sealed }) => ({
      ...{ clientActionId, deviceId, sealed, capturedAt: new Date(capturedAt).toISOString() },
    })),
    evidence: photos.map(({ id, handoverId, deviceId, sealed }) => ({
      ...{ id, handoverId, deviceId, sealed: toBase64(sealed) },
    })),
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

/**
 * Takes another phone's records in, to be sent from here; what is known here already is one.
 * @returns how many records came, or null when it is no such file
 * @throws what IndexedDB throws when the phone is full: then none of it came
 */
export async function readCarryFile(text: string): Promise<number | null> {
  const read = carried.safeParse(parse(text));
  if (!read.success) return null;
  const isNew = async ({ clientActionId }: { readonly clientActionId: string }) =>
    !(await records.get({ clientActionId })) && !(await sent.get({ clientActionId }));
  return fieldDatabase.transaction("rw", [records, evidence, sent], async () => {
    let count = 0;
    for (const one of read.data.records) {
      if (!(await isNew(one))) continue;
      const capturedAt = Date.parse(one.capturedAt);
      await records.add({ ...one, capturedAt, label: null, state: "waiting", reason: null });
      count += 1;
    }
    for (const one of read.data.evidence)
      if (!(await evidence.get(one.id)))
        await evidence.add({ ...one, sealed: fromBase64(one.sealed), sent: 0, reason: null });
    return count;
  });
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
