"use client";

import { createContext, type ReactNode, use } from "react";
import type { LiveEvent } from "@/lib/live-event";

export interface LiveState {
  /** False while the stream is broken or not yet there. */
  readonly isOn: boolean;
  /** When something was last heard. */
  readonly heardAt: Date | null;
  /** The last change, so that a list can say "2 baru" instead of moving its rows. */
  readonly last: LiveEvent | null;
}

export const SILENT: LiveState = { isOn: false, heardAt: null, last: null };

const Live = createContext<LiveState>(SILENT);

export function LiveStatusProvider({ state, children }: { state: LiveState; children: ReactNode }) {
  return <Live value={state}>{children}</Live>;
}

/** Whether live updates run ("Langsung · 10.12 WITA"), and what was heard last. */
export const useLiveStatus = (): LiveState => use(Live);
