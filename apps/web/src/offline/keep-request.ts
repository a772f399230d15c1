/** What a page asks of the service worker. */
export interface KeepRequest {
  readonly kind: "keep-field-page";
  /** One of `keptPaths`. */
  readonly path: string;
  /** Built files that this page has loaded. */
  readonly files: readonly string[];
}

export const isKeepRequest = (data: unknown): data is KeepRequest =>
  typeof data === "object" && data !== null && "kind" in data && data.kind === "keep-field-page";

const patience = 20_000;

const loadedFiles = (): string[] =>
  performance
    .getEntriesByType("resource")
    .map(({ name }) => new URL(name).pathname)
    .filter((path) => path.startsWith("/_next/static/"));

/**
 * Asks the service worker to keep this page for work without network.
 * @param path the page's own
 * @returns true when it is kept whole; false when there is no worker, no network or no answer
 */
export async function askToKeepPage(path: string): Promise<boolean> {
  if (!("serviceWorker" in navigator)) return false;
  const { active } = await navigator.serviceWorker.ready;
  if (!active) return false;
  const { port1, port2 } = new MessageChannel();
  const answer = new Promise<boolean>((resolve) => {
    port1.onmessage = ({ data }) => resolve(data === true);
    setTimeout(() => resolve(false), patience);
  });
  const request: KeepRequest = { kind: "keep-field-page", path, files: loadedFiles() };
  active.postMessage(request, [port2]);
  return answer;
}
