"use client";

import { type RefObject, useEffect, useRef } from "react";

/** What was given last, for handlers that stay the same: whoever is handed one need not be drawn anew. */
export function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
