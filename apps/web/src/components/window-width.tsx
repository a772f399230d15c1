"use client";

import type { ReactNode } from "react";
import { useWide } from "./use-wide";

/** From this width on (px) the frame has its rail; below it the bars of a phone. */
const FRAME_PX = 768;

/** Only where the window is wide: a phone does not draw the rail of a desk. */
export function InWide({ children }: { children: ReactNode }) {
  return useWide(FRAME_PX) ? children : null;
}

/** Only where the window is narrow. */
export function InNarrow({ children }: { children: ReactNode }) {
  return useWide(FRAME_PX) ? null : children;
}
