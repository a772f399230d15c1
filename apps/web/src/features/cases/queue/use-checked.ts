"use client";

import { bulkLimit } from "@rembuk/domain/cases/bulk";
import { useState } from "react";
import type { QueueItem } from "./queue-cells";

/** Ids between two rows in the order that is drawn, both included. */
export function rangeOf(ids: readonly string[], from: string, to: string): readonly string[] {
  const [one, other] = [ids.indexOf(from), ids.indexOf(to)];
  if (one === -1 || other === -1) return [to];
  return ids.slice(Math.min(one, other), Math.max(one, other) + 1);
}

/** Rows checked for an act on many, never more than one batch takes; what moved away falls out. */
export function useChecked(drawn: readonly QueueItem[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState<string | null>(null);
  const offered = drawn.filter((row) => !row.gone);
  const order = offered.map((row) => row.id);
  const rows = offered.filter((row) => ids.has(row.id));
  const put = (wanted: readonly string[]) => {
    const next = order.filter((id) => wanted.includes(id));
    setIds(new Set(next.slice(0, bulkLimit)));
  };
  const kept = rows.map((row) => row.id);
  return {
    rows,
    ids: new Set(kept) as ReadonlySet<string>,
    isFull: kept.length >= bulkLimit,
    isAll: kept.length > 0 && kept.length === Math.min(order.length, bulkLimit),
    toggle: (id: string) => {
      setAnchor(id);
      put(kept.includes(id) ? kept.filter((one) => one !== id) : [...kept, id]);
    },
    /** From the row that was checked last to this one. */
    extendTo: (id: string, from: string | null = anchor) => {
      put([...kept, ...rangeOf(order, from ?? id, id)]);
      setAnchor(id);
    },
    all: () => put(order),
    clear: () => {
      setIds(new Set());
      setAnchor(null);
    },
  };
}
