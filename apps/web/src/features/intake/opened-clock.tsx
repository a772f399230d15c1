"use client";

import { Timer } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** Minutes and seconds since the form was opened. It counts; it never presses: no change of colour. */
export function OpenedClock({ since }: { since: number }) {
  const t = useTranslations("intake");
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const tick = () => setSeconds(Math.floor((Date.now() - since) / 1000));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [since]);
  return (
    <span className="flex items-center gap-1.5 text-control">
      <Timer size={16} aria-hidden className="text-text-2" />
      {/* Read on request, not each second. */}
      <b role="timer" aria-live="off" aria-label={t("clock")}>
        {twoDigits(Math.floor(seconds / 60))}.{twoDigits(seconds % 60)}
      </b>
      <span className="text-text-2 max-sm:hidden">{t("sinceOpened")}</span>
    </span>
  );
}
