"use client";

import { useCallback, useSyncExternalStore } from "react";

/** True from `pixels` of window width on. The server assumes a desk. */
export function useWide(pixels: number): boolean {
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
    () => true,
  );
}
