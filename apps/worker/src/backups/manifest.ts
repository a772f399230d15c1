import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { type Archive, readEntry, writeEntry } from "./archive";

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const tableSchema = z.object({
  name: z.string().min(1),
  columns: z.array(z.string().min(1)).min(1),
  /** How its rows are ordered, so that two copies of the same rows are the same bytes. */
  order: z.string().min(1),
  rows: z.int().min(0),
  bytes: z.int().min(0),
  sha256,
});
export type TableCopy = z.infer<typeof tableSchema>;

const fileSchema = z.object({ path: z.string().min(1), bytes: z.int().min(0), sha256 });
export type FileCopy = z.infer<typeof fileSchema>;

const manifestSchema = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  app: z.string(),
  postgres: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
  tables: z.array(tableSchema),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), isCalled: z.boolean() })),
  files: z.array(fileSchema),
  /** The end of the audit chain as it was copied. */
  auditHead: z.object({ number: z.int(), hash: z.string() }).nullable(),
  /** Ids of the field keys that its sealed fields need. The keys themselves are never in here. */
  fieldKeyIds: z.array(z.string()),
});
/** What a backup holds: enough to prove that what was restored is what was copied. */
export type Manifest = z.infer<typeof manifestSchema>;

const path = "manifest.json";

/** Written last: a directory without it is no backup. */
export const writeManifest = async (archive: Archive, manifest: Manifest): Promise<void> => {
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  await writeEntry(archive, path, Readable.from([Buffer.from(text)]), { gzip: false });
};

/** @throws when it is missing, changed, or of a format that this version does not know */
export const readManifest = async (archive: Archive): Promise<Manifest> => {
  const parts: Buffer[] = [];
  const sink = new Writable({
    write(part: Buffer, _encoding, done) {
      parts.push(part);
      done();
    },
  });
  await pipeline([...readEntry(archive, path, { gzip: false }), sink]);
  return manifestSchema.parse(JSON.parse(Buffer.concat(parts).toString("utf8")));
};
