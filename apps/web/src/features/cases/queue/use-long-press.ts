"use client";

import { type PointerEvent, type SyntheticEvent, useRef } from "react";

const HOLD_MS = 450;
/** A finger that goes further scrolls (px). */
const STILL_PX = 10;

/**
 * A finger that rests: begins something, and the click that follows does nothing. A mouse never does;
 * the same can be begun by a button.
 */
export function useLongPress(onHold: (() => void) | null) {
  const press = useRef<{ x: number; y: number; timer: number; isHeld: boolean } | null>(null);
  const end = () => {
    if (press.current) clearTimeout(press.current.timer);
  };
  const swallow = (event: SyntheticEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  if (!onHold) return {};
  return {
    onPointerDown: ({ clientX, clientY, pointerType }: PointerEvent) => {
      if (pointerType === "mouse") return;
      end();
      const timer = window.setTimeout(() => {
        if (press.current) press.current.isHeld = true;
        onHold();
      }, HOLD_MS);
      press.current = { x: clientX, y: clientY, timer, isHeld: false };
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      const { x, y } = press.current ?? { x: clientX, y: clientY };
      if (Math.hypot(clientX - x, clientY - y) > STILL_PX) end();
    },
    onPointerUp: end,
    onPointerCancel: end,
    onContextMenu: (event: SyntheticEvent) => {
      // Of a finger that rests on a link, the browser would open a menu of its own.
      if (press.current?.isHeld) swallow(event);
    },
    onClickCapture: (event: SyntheticEvent) => {
      if (press.current?.isHeld) swallow(event);
      press.current = null;
    },
  };
}
