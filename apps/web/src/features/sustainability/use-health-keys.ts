"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { boardKeys } from "@/components/shortcuts/shortcut-table";
import { bindKeys, useKeys, useShortcutSetting } from "@/components/shortcuts/use-shortcuts";
import type { HealthRow } from "./health-words";

/** Of the line of an innovation on the board, to bring it into sight. */
export const lineId = (innovationId: string) => `papan-${innovationId}`;

/** Where the board has room for an innovation beside it: the breakpoint of its pane. */
export const hasPane = () => window.matchMedia("(min-width: 1280px)").matches;

/** The board by keys: down, up, the innovation itself, and its pane away. */
export function useHealthKeys(
  rows: readonly HealthRow[],
  chosenId: string | null,
  onChoose: (id: string | null) => void,
): void {
  const router = useRouter();
  const { on } = useShortcutSetting();
  // Two keys may come before the address has followed the first.
  const latest = useRef(chosenId);
  useEffect(() => {
    latest.current = chosenId;
  }, [chosenId]);
  const go = (step: number) => {
    const at = rows.findIndex(({ id }) => id === latest.current);
    const next = rows[at < 0 ? 0 : at + step];
    // Without a pane nothing would show which one was chosen.
    if (!next || !hasPane()) return;
    latest.current = next.id;
    onChoose(next.id);
    document.getElementById(lineId(next.id))?.scrollIntoView({ block: "nearest" });
  };
  const isChosen = rows.some(({ id }) => id === chosenId);
  useKeys(
    bindKeys(boardKeys, {
      down: () => go(1),
      up: () => go(-1),
      open: isChosen ? () => router.push(`/inovasi/${chosenId}#keberlanjutan`) : undefined,
      close: isChosen ? () => onChoose(null) : undefined,
    }),
    on,
  );
}
