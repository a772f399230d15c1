"use client";

import { useSyncExternalStore } from "react";

const PHONE = "(max-width: 640px)";

const subscribe = (changed: () => void) => {
  const media = window.matchMedia(PHONE);
  media.addEventListener("change", changed);
  return () => media.removeEventListener("change", changed);
};

/** True on a phone, for what cannot be laid out by style alone. */
export const useNarrow = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => window.matchMedia(PHONE).matches,
    () => false,
  );
