"use client";

import { useCallback, useEffect, useSyncExternalStore } from "react";
import { useLatest } from "@/lib/use-latest";

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
/** A window over the page; one that is just leaving takes no more keys. */
const MODAL = "[aria-modal=true]:not([data-closed])";
/** What Enter belongs to already. */
const PRESSED_BY_ENTER = "a, button, summary, [role=button], input";

/** Is this key meant for a field, a window, a button, or for the browser itself? */
export function isTaken(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  if (event.isComposing) return true;
  // A window that has opened may not have the focus yet: the key that follows at once is meant for it.
  if (document.querySelector(MODAL)) return true;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(TYPING)) return true;
  return event.key === "Enter" && Boolean(target?.closest(PRESSED_BY_ENTER));
}

export type KeyActions = Readonly<Record<string, (() => void) | undefined>>;

/** Actions by key, from a table of keys by name and what each name does. */
export function bindKeys<Name extends string>(
  table: Readonly<Record<Name, readonly string[]>>,
  acts: Readonly<Partial<Record<NoInfer<Name>, (() => void) | undefined>>>,
): KeyActions {
  const names = Object.keys(acts) as Name[];
  return Object.fromEntries(names.flatMap((name) => table[name].map((key) => [key, acts[name]])));
}

/** Runs the action of a single key, unless a modifier is held or text is being typed. */
export function useKeys(actions: KeyActions, on: boolean): void {
  const current = useLatest(actions);
  useEffect(() => {
    if (!on) return;
    const onKey = (event: KeyboardEvent) => {
      if (isTaken(event)) return;
      const act = current.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [on, current]);
}
