import type { IntakeEntry } from "./intake-entry";

/** What survives a killed tab. The NIK is left out: it may not lie readable on an office computer. */
interface StoredDraft {
  readonly entry: Omit<IntakeEntry, "nik">;
  /** The act that this draft will become: a retry after a lost answer is the same act. */
  readonly clientActionId: string;
  readonly savedAt: string;
}

export interface IntakeDraft {
  readonly entry: IntakeEntry;
  readonly clientActionId: string;
  readonly savedAt: Date;
}

const keyOf = (form: "loket" | "desa", userId: string): string => `rembuk.draft.${form}.${userId}`;

/** Keeps the draft of one person on this device. Storage may be full or off: then nothing is kept. */
export function keepDraft(
  form: "loket" | "desa",
  userId: string,
  draft: { readonly entry: IntakeEntry; readonly clientActionId: string },
): Date | null {
  const { nik: _, ...entry } = draft.entry;
  const savedAt = new Date();
  const stored: StoredDraft = {
    entry,
    clientActionId: draft.clientActionId,
    savedAt: savedAt.toISOString(),
  };
  try {
    localStorage.setItem(keyOf(form, userId), JSON.stringify(stored));
    return savedAt;
  } catch {
    return null;
  }
}

/** The kept draft laid over an empty entry, so that one of an older version still opens. */
export function findDraft(
  form: "loket" | "desa",
  userId: string,
  empty: IntakeEntry,
): IntakeDraft | null {
  try {
    const stored = JSON.parse(
      localStorage.getItem(keyOf(form, userId)) ?? "null",
    ) as Partial<StoredDraft> | null;
    if (!stored?.entry || !stored.clientActionId) return null;
    return {
      entry: { ...empty, ...stored.entry, nik: "" },
      clientActionId: stored.clientActionId,
      savedAt: new Date(stored.savedAt ?? Date.now()),
    };
  } catch {
    return null;
  }
}

export function forgetDraft(form: "loket" | "desa", userId: string): void {
  try {
    localStorage.removeItem(keyOf(form, userId));
  } catch {
    // Without storage there is no draft.
  }
}
