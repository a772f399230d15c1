import type { LiveEvent } from "./live-event";
import { transportAddress } from "./trpc-client";
import { wireFormat } from "./wire-format";

/** What the stream tells once: the event, and how to go on behind it. */
export interface Told {
  readonly id: string;
  readonly event: LiveEvent;
}

/** The server says every five seconds that it is there (`procedures.ts`): longer silence is a lost line. */
const LONGEST_SILENCE_MS = 15_000;

/** Names of tRPC's own events, which carry nothing to tell. */
const ALIVE = ["connected", "ping"] as const;
const OVER = ["return", "serialized-error", "error"] as const;

/**
 * Opens the subscription `live.events` in the browser's own way: tRPC's part for it, which can also
 * do what nobody here asks for, weighed as much as the list of cases.
 * @param lastEventId to go on behind it; undefined begins now
 * @param onEnd called once, whichever way the stream ended; never after closing it
 * @returns closes it
 */
export function openLiveStream(
  lastEventId: string | undefined,
  onTold: (told: Told) => void,
  onEnd: () => void,
): () => void {
  const input = JSON.stringify(wireFormat.serialize({ lastEventId }));
  const query = lastEventId === undefined ? "" : `?${new URLSearchParams({ input })}`;
  const source = new EventSource(`${transportAddress}/live.events${query}`);
  const close = () => {
    clearTimeout(silence);
    source.close();
  };
  const end = () => {
    close();
    onEnd();
  };
  let silence = setTimeout(end, LONGEST_SILENCE_MS);
  const isAlive = () => {
    clearTimeout(silence);
    silence = setTimeout(end, LONGEST_SILENCE_MS);
  };
  for (const name of ALIVE) source.addEventListener(name, isAlive);
  // Not left to the browser, which asks again at once and forever: whoever opens it waits ever longer.
  for (const name of OVER) source.addEventListener(name, end);
  source.addEventListener("message", ({ data, lastEventId: id }: MessageEvent<string>) => {
    isAlive();
    onTold({ id, ...(wireFormat.deserialize(JSON.parse(data)) as Omit<Told, "id">) });
  });
  return close;
}
