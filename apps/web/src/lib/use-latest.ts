"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";

/**
 * What was given last, for handlers that stay the same: whoever is handed one need not be drawn anew. With what is drawn,
 * not after it: a key that follows at once must find what the eye has seen.
 */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value);
  useLayoutEffect(() => {
    latest.current = value;
  });
  return latest;
}
