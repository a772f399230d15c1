/**
 * Changes the key under which fields are encrypted:
 *
 *   npm run rotate-keys                   a new key, then every row under it; goes on where it was cut off
 *   npm run rotate-keys -- --batch-rows 50   fewer rows in one transaction (200)
 *   npm run rotate-keys -- --status       which key seals how much
 *   npm run rotate-keys -- --remove k1    takes an old key out of the file, once no row uses it
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { connect, type Database } from "@rembuk/db/client";
import { countFieldsByKey, rotateFieldKeys } from "@rembuk/services/rotate-field-keys";
import { parseFieldKeys } from "@rembuk/services/system-context";
import { readKeys, replaceKeys, withNewKey, withoutKey } from "./key-file";

type Say = (line: string) => void;
interface Parts {
  readonly db: Database;
  readonly file: string;
  readonly say: Say;
}

/** Fields by the id of the key that seals them; files too, which keep the key of their first day. */
const usesOf = async (
  db: Database,
  { withFiles }: { readonly withFiles: boolean },
): Promise<ReadonlyMap<string, number>> => {
  const byKey = new Map<string, number>();
  for (const { keyId, rows, isRotated } of await countFieldsByKey(db))
    if (isRotated || withFiles) byKey.set(keyId, (byKey.get(keyId) ?? 0) + rows);
  return byKey;
};

const tellStatus = async ({ db, file, say }: Parts) => {
  const { current, keys } = readKeys(file).encryption;
  const uses = await usesOf(db, { withFiles: true });
  for (const id of new Set([...Object.keys(keys), ...uses.keys()])) {
    const where = id === current ? "current" : keys[id] ? "in the file" : "NOT IN THE FILE";
    say(`${id}: ${uses.get(id) ?? 0} fields and files, ${where}`);
  }
};

/**
 * A rotation that was cut off is finished first: only when every row is under the current key does
 * another run make a new one.
 */
export const rotate = async (parts: Parts & { readonly batchRows?: number }): Promise<void> => {
  const { db, file, say } = parts;
  const before = readKeys(file);
  const { current } = before.encryption;
  const stale = [...(await usesOf(db, { withFiles: false }))].filter(([id]) => id !== current);
  const unknown = stale.filter(([id]) => !before.encryption.keys[id]);
  if (unknown.length > 0)
    throw new Error(
      `fields are sealed under ${unknown.map(([id]) => id).join(", ")}, not in ${file}`,
    );
  if (stale.length > 0) say(`${current} is new already: going on where it was cut off`);
  else replaceKeys(file, withNewKey(before));
  const keys = parseFieldKeys(readFileSync(file, "utf8"));
  const now = keys.encryption.current;
  say(`current key ${now}; keep a copy of ${file} before anything else happens to it`);
  const onBatch = (done: number) => say(`${done} rows under ${now}`);
  const batch = parts.batchRows === undefined ? {} : { batchRows: parts.batchRows };
  const rows = await rotateFieldKeys({ db, keys, onBatch, ...batch });
  say(`done: ${rows} rows re-encrypted, every field is under ${now}`);
};

/** Backups made before the rotation still need the old key: it moves to a file, it is not destroyed. */
export const removeKey = async ({ db, file, say }: Parts, id: string): Promise<void> => {
  const keys = readKeys(file);
  const without = withoutKey(keys, id);
  const uses = (await usesOf(db, { withFiles: true })).get(id) ?? 0;
  if (uses > 0)
    throw new Error(
      `${uses} fields or files are still sealed under ${id}: rotate first; files stay`,
    );
  const kept = `${file}.retired-${id}`;
  if (!existsSync(kept)) {
    const text = JSON.stringify({ id, key: keys.encryption.keys[id] }, null, 2);
    writeFileSync(kept, `${text}\n`, { mode: 0o600, flag: "wx" });
  }
  replaceKeys(file, without);
  say(
    `${id} is out of ${file}. Backups made before the rotation still need it: it lies in ${kept}`,
  );
};

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      status: { type: "boolean" },
      remove: { type: "string" },
      "batch-rows": { type: "string", default: "200" },
    },
  });
  const { DATABASE_URL: url, FIELD_KEYS_FILE: file } = process.env;
  if (!url || !file) throw new Error("DATABASE_URL and FIELD_KEYS_FILE are not set");
  const db = connect({ url, poolSize: 1, name: "rotate-keys" });
  const parts = { db, file, say: (line: string) => process.stdout.write(`${line}\n`) };
  try {
    if (values.status) await tellStatus(parts);
    else if (values.remove) await removeKey(parts, values.remove);
    else await rotate({ ...parts, batchRows: Number(values["batch-rows"]) });
  } finally {
    await db.$disconnect();
  }
};

if (process.argv[1]?.endsWith("rotate-keys.ts")) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
