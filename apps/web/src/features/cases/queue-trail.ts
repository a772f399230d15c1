const KEY = "rembuk.queue";

/** The list from which a case was opened, so that its page can go on to the next. */
export interface QueueTrail {
  readonly ids: readonly string[];
  /** Address of the list, with its filters. */
  readonly href: string;
}

/** Remembers the list in this tab. */
export function rememberTrail(trail: QueueTrail): void {
  try {
    window.sessionStorage.setItem(KEY, JSON.stringify(trail));
  } catch {
    // Storage may be full or forbidden; then the case page simply has no neighbours.
  }
}

/** The list that was left last, or none. */
export function recallTrail(): QueueTrail | null {
  try {
    const found: unknown = JSON.parse(window.sessionStorage.getItem(KEY) ?? "null");
    if (found === null || typeof found !== "object") return null;
    const { ids, href } = found as Partial<QueueTrail>;
    const isOwn = typeof href === "string" && href.startsWith("/antrean");
    return Array.isArray(ids) && isOwn ? { ids: ids.map(String), href } : null;
  } catch {
    return null;
  }
}
