"use client";

import { useRouter } from "next/navigation";
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
  const at = rows.findIndex(({ id }) => id === chosenId);
  const go = (step: number) => {
    const next = rows[at < 0 ? 0 : at + step];
    // Without a pane nothing would show which one was chosen.
    if (!next || !hasPane()) return;
    onChoose(next.id);
    document.getElementById(lineId(next.id))?.scrollIntoView({ block: "nearest" });
  };
  const isChosen = at >= 0;
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
