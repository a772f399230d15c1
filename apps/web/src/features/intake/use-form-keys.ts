"use client";

import { useEffect, useRef } from "react";

interface FormKeys {
  readonly submit: () => void;
  readonly keep: () => void;
}

const FOCUSABLE = "input:not([type=hidden]), select, textarea, button";

/** Brings the focus to the chosen radio of a part, else to its first control. */
function focusPart(number: string): boolean {
  const part = document.getElementById(`bagian-${number}`);
  const control =
    part?.querySelector<HTMLElement>('fieldset input[type="radio"]:checked') ??
    part?.querySelector<HTMLElement>('fieldset input[type="radio"]') ??
    part?.querySelector<HTMLElement>(FOCUSABLE);
  control?.focus();
  control?.scrollIntoView({ block: "nearest" });
  return Boolean(control);
}

/** Alt 1 to 4 go to the parts, Ctrl Enter saves, Esc keeps the draft (unless a list is open). */
export function useFormKeys(keys: FormKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        latest.current.submit();
        return;
      }
      const digit = /^Digit([1-4])$/.exec(event.code)?.[1];
      if (event.altKey && !event.ctrlKey && digit && focusPart(digit)) event.preventDefault();
      if (event.key === "Escape" && !event.defaultPrevented) latest.current.keep();
    }
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
