"use client";

import { useTranslations } from "next-intl";

/** Words for an error code; a code without words reads as an unexpected failure. */
export function useErrorWording(): (code: string) => string {
  const t = useTranslations("errors");
  return (code) => (t.has(code as never) ? t(code as never) : t("UNEXPECTED"));
}
