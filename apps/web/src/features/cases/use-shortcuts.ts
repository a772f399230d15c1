"use client";

import { useCallback, useEffect, useRef, useSyncExternalStore } from "react";

const KEY = "rembuk.tombol";
const CHANGED = "rembuk:tombol";

const read = (): boolean => {
  try {
    return window.localStorage.getItem(KEY) !== "mati";
  } catch {
    return true;
  }
};

function watch(onChange: () => void): () => void {
  window.addEventListener("storage", onChange);
  window.addEventListener(CHANGED, onChange);
  return () => {
    window.removeEventListener("storage", onChange);
    window.removeEventListener(CHANGED, onChange);
  };
}

/** Whether single letters act, and how to switch them; kept in this browser. */
export function useShortcutSetting() {
  const on = useSyncExternalStore(watch, read, () => true);
  const set = useCallback((next: boolean) => {
    window.localStorage.setItem(KEY, next ? "hidup" : "mati");
    window.dispatchEvent(new Event(CHANGED));
  }, []);
  return { on, set };
}

/** Where letters are text: fields, menus and dialogs. */
const TYPING =
  "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]";

export type KeyActions = Readonly<Record<string, () => void>>;

/** Runs the action of a single key, unless a modifier is held or text is being typed. */
export function useKeys(actions: KeyActions, on: boolean): void {
  const current = useRef(actions);
  useEffect(() => {
    current.current = actions;
  });
  useEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.closest(TYPING)) return;
      const act = current.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [on]);
}
