"use client";

import { useCallback, useSyncExternalStore } from "react";
import { useNarrowGuess } from "./narrow-guess";

/** True from `pixels` of window width on. The server goes by the kind of device. */
export function useWide(pixels: number): boolean {
  const isNarrow = useNarrowGuess();
  const query = `(min-width: ${pixels}px)`;
  const watch = useCallback(
    (onChange: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener("change", onChange);
      return () => list.removeEventListener("change", onChange);
    },
    [query],
  );
  return useSyncExternalStore(
    watch,
    () => window.matchMedia(query).matches,
    () => !isNarrow,
  );
}
