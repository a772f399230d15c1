import { randomUUID } from "node:crypto";
import {
  type FileParts,
  fileSettings,
  openFileParts,
} from "@rembuk/services/integrations/file-parts";
import type pg from "pg";
import type { Env } from "./env";
import { errorName } from "./log";

const sample = 20;

type Store = FileParts["store"];

export interface FileStoreState {
  readonly driver: "disk" | "s3";
  /** "ok", or what failed. */
  readonly state: string;
  /** The newest files that the database calls ready, and how many of them the store does not have. */
  readonly sampled: number;
  readonly missing: number;
}

/** Takes, gives back and drops a few bytes under a key of its own. */
const tryStore = async (store: Store): Promise<string> => {
  const key = `doctor-${randomUUID()}/probe`;
  const bytes = new TextEncoder().encode(key);
  try {
    await store.put(key, bytes);
    const back = await store.get(key);
    await store.remove(key);
    return back && Buffer.from(back).equals(bytes) ? "ok" : "does not give back what it took";
  } catch (error) {
    return `cannot be written (${errorName(error)})`;
  }
};

const countMissing = async (store: Store, pool: pg.Pool) => {
  const { rows } = await pool.query<{ store_key: string }>(
    `SELECT store_key FROM (
       SELECT store_key, added_at FROM attachment WHERE status = 'ready' AND wiped_at IS NULL
       UNION ALL SELECT store_key, added_at FROM document WHERE status = 'ready' AND wiped_at IS NULL) stored
     ORDER BY added_at DESC LIMIT ${sample}`,
  );
  const found = await Promise.all(rows.map((row) => store.get(`${row.store_key}/original`)));
  return { sampled: rows.length, missing: found.filter((bytes) => bytes === null).length };
};

/** Whether the file store works, and whether it holds what the database says it holds. */
export const examineFiles = async (env: Env, pool: pg.Pool): Promise<FileStoreState> => {
  const settings = fileSettings(env);
  const { store } = openFileParts(settings);
  const driver = settings.s3 ? "s3" : "disk";
  const state = await tryStore(store);
  if (state !== "ok") return { driver, state, sampled: 0, missing: 0 };
  return { driver, state, ...(await countMissing(store, pool)) };
};
