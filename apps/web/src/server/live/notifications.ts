import "server-only";
import pg from "pg";
import { z } from "zod";
import { env } from "@/env";
import { errorFields, log } from "@/server/log";
import { oncePerProcess } from "@/server/once-per-process";

/** What the worker tells after it dispatched a batch: ids only, nothing that may not be seen. */
const payloadSchema = z.object({
  /** Highest event_dispatch.seq of the batch. */
  seq: z.coerce.number().int().nonnegative(),
  /** `case/<uuid>`, `user/<uuid>`. */
  subjects: z.array(z.string().max(100)),
});

/** Somebody opened or closed a case: told by whoever did, and not kept for later. */
const presenceSchema = z.object({ present: z.uuid() });

export interface Batch {
  readonly seq: number;
  readonly subjects: readonly string[];
}

/** Something that subscribers hear: a batch, a coming or going, or a gap after which all is re-read. */
export type Signal =
  | { readonly batch: Batch }
  | { readonly present: string }
  | { readonly gap: true };

const CHANNEL = "rembuk_live";
const REMEMBERED_BATCHES = 2_000;
const LONGEST_PAUSE_MS = 5_000;

interface State {
  client: pg.Client | undefined;
  stopped: boolean;
  pause: number;
  readonly batches: Batch[];
  readonly subscribers: Set<(signal: Signal) => void>;
}

const state = oncePerProcess(
  "live",
  (): State => ({
    client: undefined,
    stopped: false,
    pause: 100,
    batches: [],
    subscribers: new Set(),
  }),
);

function tell(signal: Signal): void {
  for (const subscriber of state.subscribers) subscriber(signal);
}

function receive(payload: string | undefined): void {
  let json: unknown;
  try {
    json = JSON.parse(payload ?? "");
  } catch {
    json = null;
  }
  const presence = presenceSchema.safeParse(json);
  if (presence.success) {
    tell(presence.data);
    return;
  }
  const parsed = payloadSchema.safeParse(json);
  // A payload that cannot be read still says that something changed.
  if (!parsed.success) {
    tell({ gap: true });
    return;
  }
  state.batches.push(parsed.data);
  if (state.batches.length > REMEMBERED_BATCHES) state.batches.shift();
  tell({ batch: parsed.data });
}

function reconnectLater(): void {
  state.client = undefined;
  if (state.stopped) return;
  setTimeout(() => void listen(), state.pause).unref();
  state.pause = Math.min(state.pause * 2, LONGEST_PAUSE_MS);
}

async function listen(): Promise<void> {
  if (state.client || state.stopped) return;
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    application_name: "rembuk-web-live",
    keepAlive: true,
    connectionTimeoutMillis: 2_000,
  });
  state.client = client;
  let ended = false;
  const lost = () => {
    if (ended) return;
    ended = true;
    client.removeAllListeners("notification");
    void client.end().catch(() => undefined);
    reconnectLater();
  };
  client.on("error", lost);
  client.on("end", lost);
  client.on("notification", ({ payload }) => receive(payload));
  try {
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    state.pause = 100;
    // What was told while nobody listened is unknown.
    state.batches.length = 0;
    tell({ gap: true });
  } catch (error) {
    log.warn(errorFields(error), "live updates: no connection");
    lost();
  }
}

/** Hears every signal from now on; answers the way to stop. The first one opens the connection. */
export function subscribe(hear: (signal: Signal) => void): () => void {
  state.subscribers.add(hear);
  void listen();
  return () => state.subscribers.delete(hear);
}

/**
 * The batches from a sequence number on, oldest first; null when they are no longer remembered.
 * That number itself is told again: a big batch comes in several parts of one number.
 */
export function batchesFrom(seq: number): readonly Batch[] | null {
  const oldest = state.batches[0];
  if (!oldest || oldest.seq > seq + 1) return null;
  return state.batches.filter((batch) => batch.seq >= seq);
}

/** Ends the connection with the process. */
export async function stopListening(): Promise<void> {
  state.stopped = true;
  await state.client?.end().catch(() => undefined);
}
