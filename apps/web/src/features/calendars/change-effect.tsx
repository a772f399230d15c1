"use client";

import { Notice } from "@rembuk/ui/notice";
import { useTranslations } from "next-intl";
import type { CalendarChange } from "./use-calendar-change";

/** What an edit would move, told before it is saved. */
export function ChangeEffect({ change }: { change: CalendarChange }) {
  const t = useTranslations("calendar.effect");
  if (change.preview === null) {
    return <p className="text-12 text-text-2">{change.isCounting ? t("counting") : t("fill")}</p>;
  }
  const { moving, checked, isAtLeast } = change.preview;
  return (
    <Notice tone={moving > 0 ? "warn" : "info"} live title={t("moving", { count: moving })}>
      {t(isAtLeast ? "ofAtLeast" : "of", { checked })} {t("confidential")}
    </Notice>
  );
}
