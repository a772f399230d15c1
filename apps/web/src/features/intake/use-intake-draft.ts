"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { findDraft, forgetDraft, keepDraft } from "./intake-draft";
import { type IntakeEntry, isStarted } from "./intake-entry";

const SAVE_AFTER_MS = 300;

/**
 * An entry that survives a killed tab: kept on this device a moment after each change, without the
 * NIK. The id of the act is made once per entry and renewed after it was done.
 */
export function useIntakeDraft(form: "loket" | "desa", userId: string, empty: IntakeEntry) {
  const [entry, setEntry] = useState(empty);
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const [isRestored, setRestored] = useState(false);
  const [actionId, setActionId] = useState("");
  const first = useRef(empty);
  const latest = useRef({ entry, clientActionId: actionId, dirty: false });

  useEffect(() => {
    const draft = findDraft(form, userId, first.current);
    setActionId(draft?.clientActionId ?? uuidv7());
    if (!draft) return;
    setEntry(draft.entry);
    setSavedAt(draft.savedAt);
    setRestored(true);
  }, [form, userId]);

  const save = useCallback(() => {
    const { dirty, ...draft } = latest.current;
    if (!dirty || !isStarted(draft.entry)) return;
    latest.current.dirty = false;
    const at = keepDraft(form, userId, draft);
    if (at) setSavedAt(at);
  }, [form, userId]);

  useEffect(() => {
    latest.current = { ...latest.current, entry, clientActionId: actionId };
    const timer = setTimeout(save, SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [entry, actionId, save]);

  useEffect(() => {
    window.addEventListener("pagehide", save);
    return () => window.removeEventListener("pagehide", save);
  }, [save]);

  const change = useCallback((part: Partial<IntakeEntry>) => {
    latest.current.dirty = true;
    setEntry((before) => ({ ...before, ...part }));
  }, []);

  const startAnew = useCallback(() => {
    latest.current.dirty = false;
    forgetDraft(form, userId);
    setEntry(first.current);
    setSavedAt(null);
    setRestored(false);
    setActionId(uuidv7());
  }, [form, userId]);

  const renewAction = useCallback(() => setActionId(uuidv7()), []);
  return {
    entry,
    change,
    save,
    savedAt,
    isRestored,
    clientActionId: actionId,
    startAnew,
    renewAction,
  };
}
