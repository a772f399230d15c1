"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { rememberTrail } from "../queue-trail";
import type { QueueItem } from "./queue-cells";

/** Which row is chosen, in the order that is drawn. The first one until somebody chooses. */
export function useCursor(drawn: readonly QueueItem[]) {
  const router = useRouter();
  const [chosen, select] = useState<string | null>(null);
  const found = drawn.findIndex((row) => row.id === chosen);
  const at = found === -1 ? 0 : found;
  /** @returns the row that is chosen now */
  const move = (step: number): QueueItem | null => {
    const next = drawn[Math.min(Math.max(at + step, 0), drawn.length - 1)] ?? null;
    if (next) select(next.id);
    return next;
  };
  const open = (id: string) => {
    const href = `${window.location.pathname}${window.location.search}`;
    rememberTrail({ ids: drawn.map((row) => row.id), href });
    router.push(`/kasus/${id}`);
  };
  return { active: drawn[at] ?? null, at, select, move, open };
}
