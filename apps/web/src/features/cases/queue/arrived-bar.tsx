"use client";

import { Button } from "@rembuk/ui/button";
import { RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useShortcutSetting } from "@/components/shortcuts/use-shortcuts";

/** What came or went while the list was read; it moves only when asked to. */
export function ArrivedBar(props: { arrived: number; left: number; onRefresh: () => void }) {
  const { arrived, left, onRefresh } = props;
  const t = useTranslations("queue");
  const shortcuts = useShortcutSetting();
  const isQuiet = arrived === 0 && left === 0;
  return (
    <div role="status">
      {isQuiet ? null : (
        <div className="flex min-h-9 items-center gap-3 border-b border-brand-line bg-brand-soft px-4 text-control">
          <span className="font-semibold">
            {[
              arrived > 0 ? t("arrived", { count: arrived }) : "",
              left > 0 ? t("left", { count: left }) : "",
            ]
              .filter(Boolean)
              .join(", ")}
          </span>
          <Button
            size="small"
            tone="quiet"
            icon={<RefreshCw size={14} aria-hidden />}
            hint={shortcuts.on ? "r" : undefined}
            onClick={onRefresh}
          >
            {t("refresh")}
          </Button>
        </div>
      )}
    </div>
  );
}
