/** What IndexedDB says when the phone has no room; Dexie puts it inside what it throws itself. */
export function isStorageFull(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return false;
  const { name, inner } = error as { readonly name?: unknown; readonly inner?: unknown };
  return name === "QuotaExceededError" || (inner !== error && isStorageFull(inner));
}
