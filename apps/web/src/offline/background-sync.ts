/**
 * Sending that goes on when the page is closed, where the browser can (Chromium's Background Sync): the service worker
 * is woken as soon as there is network. TypeScript's library does not know it: https://wicg.github.io/background-sync/spec/
 */
export interface SyncEvent extends Event {
  readonly tag: string;
  readonly waitUntil: (sending: Promise<void>) => void;
}

export const outboxTag = "rembuk-belum-terkirim";

interface WithSync {
  readonly sync?: { readonly register: (tag: string) => Promise<void> };
}

/** Asks for it; where the browser cannot, or its user forbade it, the page sends alone. */
export async function askToSendLater(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const { sync } = (await navigator.serviceWorker.ready) as ServiceWorkerRegistration & WithSync;
  await sync?.register(outboxTag).catch(() => undefined);
}
