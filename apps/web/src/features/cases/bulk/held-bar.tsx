"use client";

import { Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { listKeys } from "@/components/shortcuts/shortcut-table";
import { useShortcutSetting } from "@/components/shortcuts/use-shortcuts";
import { type BulkWindow, useBulks } from "./bulk-windows";

/** Whole seconds until a moment of this browser's clock. */
function useSecondsTo(endsAt: number): number {
  const left = () => Math.max(Math.ceil((endsAt - Date.now()) / 1_000), 0);
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(left()), 250);
    return () => clearInterval(timer);
  });
  return seconds;
}

/** What was accepted and has not happened yet, with the way back. On the list its key is u. */
export function HeldBars({ withKey = false }: { withKey?: boolean }) {
  const { windows } = useBulks();
  const newest = windows.at(-1)?.batchId;
  return windows.map((window) => (
    <HeldBar key={window.batchId} window={window} withKey={withKey && window.batchId === newest} />
  ));
}

function HeldBar({ window, withKey }: { window: BulkWindow; withKey: boolean }) {
  const t = useTranslations("bulk");
  const { undo } = useBulks();
  const shortcuts = useShortcutSetting();
  const seconds = useSecondsTo(window.endsAt);
  const { act, count, batchId } = window;
  return (
    <div className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 bg-text px-4 py-1 text-control text-surface">
      <span role="status" className="font-bold">
        {t(`held.${act}`, { count })}
      </span>
      {seconds > 0 ? (
        <button
          type="button"
          onClick={() => undo(batchId)}
          aria-keyshortcuts={withKey ? listKeys.undo[0] : undefined}
          className="ml-auto inline-flex min-h-(--control-s) items-center gap-1.5 rounded-r2 bg-surface px-3 font-semibold text-text focus-visible:outline-surface focus-visible:outline-offset-[-4px]"
        >
          <Undo2 size={16} aria-hidden />
          {t("undo")}
          {/* The number would be read aloud each second. */}
          <span aria-hidden className="tabular-nums">
            {t("seconds", { seconds })}
          </span>
          {withKey && shortcuts.on ? (
            <kbd aria-hidden className="font-mono text-12 text-text-2 pointer-coarse:hidden">
              {listKeys.undo[0]}
            </kbd>
          ) : null}
        </button>
      ) : (
        <span className="ml-auto">{t("running")}</span>
      )}
    </div>
  );
}
