"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { summaryOf, type TripProblems } from "./trip-problems";

/** Errors of a form of trips: nothing is said before the first try, then all of it. */
export function useTripForm(problems: TripProblems, send: () => void) {
  const t = useTranslations("trips.problems");
  const [attempt, setAttempt] = useState(0);
  const word = (key: string) => t(key as "missing");
  const shown: TripProblems = attempt > 0 ? problems : new Map();
  return {
    attempt,
    errors: summaryOf(shown, word),
    errorOf: (field: string) => {
      const key = shown.get(field);
      return key ? word(key) : undefined;
    },
    trySend: () => {
      setAttempt((before) => before + 1);
      if (problems.size === 0) send();
    },
  };
}
