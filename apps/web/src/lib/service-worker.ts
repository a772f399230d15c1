/**
 * Registers the service worker; nothing more. It never reloads a page: coming back online while
 * the outbox sends would abort requests in flight (and did, in the reference).
 */
export function registerServiceWorker(): void {
  if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
  const register = () => {
    navigator.serviceWorker
      // Some browsers expose the object and refuse its use (private windows): then there is none.
      .register("/serwist/sw.js", { scope: "/", updateViaCache: "none" })
      ?.catch(() => undefined);
  };
  // Behind the page itself: what it fetches for later would take the line from what is read now.
  if (document.readyState === "complete") register();
  else window.addEventListener("load", register, { once: true });
}
