"use client";

import { useEffect, useRef } from "react";
import type { LiveEvent } from "./live-event";
import { openLiveStream, type Told } from "./live-stream";

const CHANNEL = "rembuk-live";
const LEADER_LOCK = "rembuk-live-leader";

export type LiveStatus = "on" | "off";
type Message = { readonly event: LiveEvent } | { readonly status: LiveStatus };

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** Holds the one stream of this browser until `signal` aborts, and passes on what it hears. */
function lead(send: (message: Message) => void, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    // The tab let go while it waited for the lock: holding it now would silence the browser.
    if (signal.aborted) {
      resolve();
      return;
    }
    let lastEventId: string | undefined;
    let pause = FIRST_PAUSE_MS;
    let close: (() => void) | undefined;
    const open = () => {
      if (signal.aborted) return;
      close = openLiveStream(lastEventId, tell, again);
    };
    const tell = (told: Told) => {
      lastEventId = told.id;
      pause = FIRST_PAUSE_MS;
      send({ event: told.event });
      send({ status: "on" });
    };
    // A restarting server is asked again and again, ever more slowly, and not by all at once.
    const again = () => {
      send({ status: "off" });
      setTimeout(open, pause * (0.5 + Math.random()));
      pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    };
    open();
    signal.addEventListener("abort", () => {
      close?.();
      resolve();
    });
  });
}

/**
 * Live updates for this tab. HTTP/1.1 allows six connections to a server, so the tabs of a browser
 * choose one leader (a lock that passes on when its tab closes) and share its stream.
 * Answers the way to stop.
 */
export function startLive(hear: (message: Message) => void): () => void {
  const stop = new AbortController();
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<Message>) => hear(data);
  const send = (message: Message) => {
    hear(message);
    channel.postMessage(message);
  };
  navigator.locks
    .request(LEADER_LOCK, { signal: stop.signal }, () => lead(send, stop.signal))
    .catch(() => undefined);
  return () => {
    stop.abort();
    channel.close();
  };
}

/** Calls `onEvent` for every change this reader may know of, and `onStatus` when the stream breaks. */
export function useLive(
  onEvent: (event: LiveEvent) => void,
  onStatus?: (status: LiveStatus) => void,
): void {
  const handlers = useRef({ onEvent, onStatus });
  useEffect(() => {
    handlers.current = { onEvent, onStatus };
  });
  useEffect(
    () =>
      startLive((message) => {
        if ("event" in message) handlers.current.onEvent(message.event);
        else handlers.current.onStatus?.(message.status);
      }),
    [],
  );
}
