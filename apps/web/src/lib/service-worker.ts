/**
 * Registers the service worker; nothing more. It never reloads a page: coming back online while
 * the outbox sends would abort requests in flight (and did, in the reference).
 */
export function registerServiceWorker(): void {
  if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
  navigator.serviceWorker
    // Some browsers expose the object and refuse its use (private windows): then there is none.
    .register("/serwist/sw.js", { scope: "/", updateViaCache: "none" })
    ?.catch(() => undefined);
}
