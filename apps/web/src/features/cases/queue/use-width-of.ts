"use client";

import { type RefObject, useEffect, useState } from "react";

/** Of the list beside its pane on a usual screen. */
const USUAL = 830;

/** Width of an element in px, followed. It may be an ancestor: its ref is set before effects run. */
export function useWidthOf(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(USUAL);
  useEffect(() => {
    const box = element.current;
    if (!box) return;
    const observer = new ResizeObserver(() => setWidth(box.clientWidth));
    observer.observe(box);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
