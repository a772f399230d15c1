"use client";

import { useCallback, useEffect, useState } from "react";
import { type PlaceSearch, seekPlace } from "./seek-place";

/** Where this phone is: asked when the form opens, and anew when the person says so. */
export function usePlace(): { readonly search: PlaceSearch; readonly askAgain: () => void } {
  const [search, setSearch] = useState<PlaceSearch>({ state: "asking" });
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each asking is a search of its own
  useEffect(
    () => seekPlace("geolocation" in navigator ? navigator.geolocation : undefined, setSearch),
    [asked],
  );
  return { search, askAgain: useCallback(() => setAsked((before) => before + 1), []) };
}
