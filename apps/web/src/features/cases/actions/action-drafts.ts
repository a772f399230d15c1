const keyOf = (caseId: string, action: string): string => `rembuk.draft.${caseId}.${action}`;

/** What was typed and not sent, kept in this tab until it is. */
export function readDraft(caseId: string, action: string): Record<string, unknown> | null {
  try {
    const found: unknown = JSON.parse(
      window.sessionStorage.getItem(keyOf(caseId, action)) ?? "null",
    );
    return found !== null && typeof found === "object" ? (found as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

export function saveDraft(caseId: string, action: string, values: unknown): void {
  try {
    window.sessionStorage.setItem(keyOf(caseId, action), JSON.stringify(values));
  } catch {
    // A full storage must not stop somebody from typing.
  }
}

export function dropDraft(caseId: string, action: string): void {
  try {
    window.sessionStorage.removeItem(keyOf(caseId, action));
  } catch {
    // Nothing was kept then.
  }
}
