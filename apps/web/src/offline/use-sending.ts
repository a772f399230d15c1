"use client";

import { useEffect } from "react";
import { askToSendLater } from "./background-sync";

const RETRY_MS = 30_000;

/** Without network the browser is asked to go on by itself, should this page be closed before there is any. */
const leaveIt = () => void askToSendLater();

/**
 * Calls `flush` when something begins to wait, when the network or the reader comes back, and every half
 * minute. It never reloads the page: that would abort what is on its way.
 */
export function useSending(hasWaiting: boolean, flush: () => void): void {
  useEffect(() => {
    if (!hasWaiting) return;
    const whenSeen = () => document.visibilityState === "visible" && flush();
    const whenTurned = () => (document.visibilityState === "visible" ? flush() : leaveIt());
    flush();
    if (!navigator.onLine) leaveIt();
    const timer = setInterval(whenSeen, RETRY_MS);
    window.addEventListener("online", flush);
    window.addEventListener("offline", leaveIt);
    document.addEventListener("visibilitychange", whenTurned);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", flush);
      window.removeEventListener("offline", leaveIt);
      document.removeEventListener("visibilitychange", whenTurned);
    };
  }, [hasWaiting, flush]);
}
