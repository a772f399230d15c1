import { useLocale } from "next-intl";
import { useMemo } from "react";

/** Names of the months, 1 to 12, in the reader's language. */
export function useMonthNames() {
  const language = useLocale();
  return useMemo(() => {
    const named = (month: "short" | "long") => {
      const format = new Intl.DateTimeFormat(language, { month, timeZone: "UTC" });
      return (n: number) => format.format(new Date(Date.UTC(2026, n - 1, 15)));
    };
    return { short: named("short"), long: named("long") };
  }, [language]);
}
