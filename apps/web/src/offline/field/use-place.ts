"use client";

import { useEffect, useState } from "react";
import type { HandoverEntry } from "./handover-entry";

const patience = { enableHighAccuracy: true, timeout: 20_000, maximumAge: 30_000 };

/** Where this phone is, with how far that may be off; asked once, when the form opens. */
export function usePlace(
  onFound: (place: HandoverEntry["place"]) => void,
): "asking" | "none" | "found" {
  const [state, setState] = useState<"asking" | "none" | "found">("asking");
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once; the entry takes the answer
  useEffect(() => {
    if (!("geolocation" in navigator)) return setState("none");
    let gone = false;
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => {
        if (gone) return;
        setState("found");
        onFound({ latitude, longitude, accuracyMeters: Math.round(accuracy) });
      },
      () => gone || setState("none"),
      patience,
    );
    return () => {
      gone = true;
    };
  }, []);
  return state;
}
