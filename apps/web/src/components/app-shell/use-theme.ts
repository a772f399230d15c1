"use client";

import { useCallback, useSyncExternalStore } from "react";
import { type Theme, toTheme } from "@/i18n/preferences";

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const read = (): Theme => toTheme(document.documentElement.dataset.theme);

/** The theme of the page and a way to change it at once; the cookie keeps it for the next page. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, read, () => "sistem" as const);
  const change = useCallback((next: Theme) => {
    document.documentElement.dataset.theme = next;
    for (const listener of listeners) listener();
  }, []);
  return [theme, change];
}
