"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { boardKeys } from "@/components/shortcuts/shortcut-table";
import { bindKeys, useKeys, useShortcutSetting } from "@/components/shortcuts/use-shortcuts";
import type { HealthRow } from "./health-words";

/** Of the line of an innovation on the board, to bring it into sight. */
export const lineId = (innovationId: string) => `papan-${innovationId}`;

/** Where the board has room for an innovation beside it: the breakpoint of its pane. */
export const hasPane = () => window.matchMedia("(min-width: 1280px)").matches;

/**
 * The board by keys: down, up, the innovation itself, and its pane away. Keys may come quicker than the address follows:
 * what was wanted last counts until it has.
 * @returns chooses by other ways than keys
 */
export function useHealthKeys(
  rows: readonly HealthRow[],
  chosenId: string | null,
  onChoose: (id: string | null) => void,
): (id: string | null) => void {
  const router = useRouter();
  const { on } = useShortcutSetting();
  const wanted = useRef<string | null | undefined>(undefined);
  if (wanted.current === chosenId) wanted.current = undefined;
  const standing = () => (wanted.current === undefined ? chosenId : wanted.current);
  const choose = (id: string | null) => {
    wanted.current = id;
    onChoose(id);
  };
  const go = (step: number) => {
    const at = rows.findIndex(({ id }) => id === standing());
    const next = rows[at < 0 ? 0 : at + step];
    // Without a pane nothing would show which one was chosen.
    if (!next || !hasPane()) return;
    choose(next.id);
    document.getElementById(lineId(next.id))?.scrollIntoView({ block: "nearest" });
  };
  const isChosen = rows.some(({ id }) => id === chosenId);
  useKeys(
    bindKeys(boardKeys, {
      down: () => go(1),
      up: () => go(-1),
      open: isChosen ? () => router.push(`/inovasi/${standing()}#keberlanjutan`) : undefined,
      close: isChosen ? () => choose(null) : undefined,
    }),
    on,
  );
  return choose;
}
