"use client";

import type { BulkAct } from "@rembuk/domain/cases/bulk-commands";
import { useRouter } from "next/navigation";
import type { RefObject } from "react";
import { caseKeys, listKeys } from "@/components/shortcuts/shortcut-table";
import { bindKeys, type KeyActions, useKeys } from "@/components/shortcuts/use-shortcuts";
import { actLetters } from "../actions/act-for-key";
import type { QueueItem } from "./queue-cells";
import type { useChecked } from "./use-checked";
import type { useCursor } from "./use-cursor";

interface QueueKeys {
  readonly cursor: ReturnType<typeof useCursor>;
  readonly checked: ReturnType<typeof useChecked>;
  readonly acts: readonly BulkAct[];
  readonly intakeHref: string | null;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly refresh: () => void;
  readonly undo: () => void;
  readonly startBulk: (act: BulkAct) => void;
  /** A letter on the chosen row. */
  readonly startAct: (row: QueueItem, key: string) => void;
}

/** With rows checked the letters mean all of them; without, the one that is chosen. */
function actKeys(keys: QueueKeys): KeyActions {
  const { checked, acts, cursor } = keys;
  if (checked.rows.length > 0) {
    return Object.fromEntries(acts.map((act) => [caseKeys[act], () => keys.startBulk(act)]));
  }
  const row = cursor.active;
  if (!row) return {};
  return Object.fromEntries(actLetters.map((key) => [key, () => keys.startAct(row, key)]));
}

/** Binds every key of the list, from the one table. */
export function useQueueKeys(keys: QueueKeys, on: boolean): void {
  const { cursor, checked, acts } = keys;
  const router = useRouter();
  const { active } = cursor;
  const canCheck = acts.length > 0 && active !== null;
  const extend = (step: number) => {
    const from = active?.id ?? null;
    const next = cursor.move(step);
    if (next) checked.extendTo(next.id, from);
  };
  useKeys(
    {
      ...actKeys(keys),
      ...bindKeys(listKeys, {
        down: () => cursor.move(1),
        up: () => cursor.move(-1),
        open: active ? () => cursor.open(active.id) : undefined,
        check: canCheck ? () => checked.toggle(active.id) : undefined,
        extendDown: canCheck ? () => extend(1) : undefined,
        extendUp: canCheck ? () => extend(-1) : undefined,
        checkAll: canCheck ? checked.all : undefined,
        uncheck: checked.rows.length > 0 ? checked.clear : undefined,
        undo: keys.undo,
        search: () => keys.search.current?.focus(),
        refresh: keys.refresh,
        create: keys.intakeHref ? () => router.push(keys.intakeHref ?? "/") : undefined,
      }),
    },
    on,
  );
}
