"use client";

import { useSearchParams } from "next/navigation";
import { useCallback } from "react";

export type Step = 1 | 2 | 3 | 4;

const toStep = (text: string | null): Step =>
  text === "2" || text === "3" || text === "4" ? (Number(text) as Step) : 1;

/** The step stands in the address, so that the phone's back key goes one step back; no network. */
export function useStep() {
  const step = toStep(useSearchParams().get("langkah"));
  const goTo = useCallback((next: Step) => {
    window.history.pushState(null, "", `?langkah=${next}`);
  }, []);
  return { step, goTo };
}
