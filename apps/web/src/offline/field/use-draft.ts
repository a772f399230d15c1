"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { isStorageFull } from "../storage-full";
import { lock, unlock } from "../vault";
import { fieldDatabase } from "./field-database";
import type { HandoverEntry } from "./handover-entry";

const PAUSE_MS = 400;

/**
 * An entry that outlives its tab: kept under the PIN a moment after each change, and read again when the form is
 * opened. A counter-record starts anew and keeps no draft.
 */
export function useDraft(
  key: CryptoKey,
  name: string | null,
  empty: HandoverEntry,
): {
  readonly entry: HandoverEntry | null;
  readonly change: (part: Partial<HandoverEntry>) => void;
  /** The phone has no room for what is being typed: it stands in the form alone. */
  readonly isFull: boolean;
} {
  const [entry, setEntry] = useState<HandoverEntry | null>(name === null ? empty : null);
  const [isFull, setFull] = useState(false);
  const first = useRef(empty);
  const isTouched = useRef(false);
  useEffect(() => {
    if (name === null) return;
    const read = async () => {
      const draft = await fieldDatabase.drafts.get(name);
      return draft ? unlock<HandoverEntry>(key, draft.content) : first.current;
    };
    read().then(setEntry, () => setEntry(first.current));
  }, [key, name]);
  useEffect(() => {
    if (name === null || !entry || !isTouched.current) return;
    const keep = async () => {
      await fieldDatabase.drafts.put({ lineId: name, content: await lock(key, entry) });
    };
    const timer = setTimeout(() => {
      keep().then(
        () => setFull(false),
        (error: unknown) => setFull(isStorageFull(error)),
      );
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [key, name, entry]);
  const change = useCallback((part: Partial<HandoverEntry>) => {
    isTouched.current = true;
    setEntry((before) => before && { ...before, ...part });
  }, []);
  return { entry, change, isFull };
}
