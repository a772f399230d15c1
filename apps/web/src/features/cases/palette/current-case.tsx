"use client";

import { createContext, type ReactNode, type RefObject, use, useEffect, useRef } from "react";
import type { BulkAct, CaseAct } from "@/components/shortcuts/shortcut-table";
import type { CaseDetail } from "../case-data";

/** The case that a screen has before its reader, and how an act on it begins there. */
export interface CurrentCase {
  readonly caseId: string;
  /** Read already; a list names only which one is chosen. */
  readonly kase?: CaseDetail;
  /** Reading a secret case is recorded, so it is not read for a list of commands. */
  readonly isUnread?: boolean;
  readonly start: (act: CaseAct) => void;
  /** What is checked, and how it is acted on together. */
  readonly checked?: { readonly count: number; readonly start: (act: BulkAct) => void };
}

const Current = createContext<RefObject<CurrentCase | null>>({ current: null });

export function CurrentCaseProvider({ children }: { children: ReactNode }) {
  return <Current value={useRef<CurrentCase | null>(null)}>{children}</Current>;
}

/** Names the case of this screen to the palette; null for none. */
export function useCurrentCase(current: CurrentCase | null): void {
  const shared = use(Current);
  useEffect(() => {
    if (current === null) return;
    shared.current = current;
    return () => {
      if (shared.current === current) shared.current = null;
    };
  });
}

/** The case that is before the reader at this moment; asked when the palette opens. */
export const useCurrentCaseRef = (): RefObject<CurrentCase | null> => use(Current);
