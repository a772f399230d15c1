"use client";

import { useLocale } from "next-intl";
import { useMemo } from "react";
import { monthNames } from "@/lib/format";

/** Names of the months, 1 to 12, in the reader's language. */
export function useMonthNames() {
  const language = useLocale();
  return useMemo(
    () => ({
      short: (month: number) => monthNames(month, language).short,
      long: (month: number) => monthNames(month, language).long,
    }),
    [language],
  );
}
