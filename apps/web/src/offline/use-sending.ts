"use client";

import { useEffect } from "react";

const RETRY_MS = 30_000;

/**
 * Calls `flush` when something begins to wait, when the network or the reader comes back, and every half
 * minute. It never reloads the page: that would abort what is on its way.
 */
export function useSending(hasWaiting: boolean, flush: () => void): void {
  useEffect(() => {
    if (!hasWaiting) return;
    const whenSeen = () => document.visibilityState === "visible" && flush();
    flush();
    const timer = setInterval(whenSeen, RETRY_MS);
    window.addEventListener("online", flush);
    document.addEventListener("visibilitychange", whenSeen);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", flush);
      document.removeEventListener("visibilitychange", whenSeen);
    };
  }, [hasWaiting, flush]);
}
