"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import type { Place } from "../app-shell/navigation";
import { jumpKey, placeKeys } from "./shortcut-table";
import { isTaken } from "./use-shortcuts";

/** So long is the letter of a place waited for. */
const PATIENCE_MS = 2_000;

/**
 * `g`, then the letter of a place. The second letter is heard before the page's own keys, so that it
 * means the place and not an act on a case.
 * @returns whether the letter of a place is waited for
 */
export function useJump(places: readonly Place[], on: boolean): boolean {
  const router = useRouter();
  const [isWaiting, setWaiting] = useState(false);
  const waits = isWaiting && on;
  useEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Shift" || isTaken(event)) return;
      if (!waits) {
        if (event.key !== jumpKey) return;
        event.preventDefault();
        setWaiting(true);
        return;
      }
      setWaiting(false);
      event.preventDefault();
      event.stopPropagation();
      const place = places.find(({ key }) => placeKeys[key] === event.key);
      if (place) router.push(place.href);
    };
    document.addEventListener("keydown", onKey, true);
    const timer = waits ? setTimeout(() => setWaiting(false), PATIENCE_MS) : undefined;
    return () => {
      document.removeEventListener("keydown", onKey, true);
      clearTimeout(timer);
    };
  }, [on, waits, places, router]);
  return waits;
}
