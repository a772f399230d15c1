/**
 * Pages that open without network. Each is kept whole in a cache of its own: the document with the
 * headers it came with (its policy names the nonce of its scripts) and every built file it needs.
 * Runs in the service worker.
 */

/** The village's page for work without network, and the page of whoever goes along on a trip. */
export const FIELD_PAGE = "/luring";
export const TRIP_PAGE = "/lapangan";
export const keptPaths: readonly string[] = [FIELD_PAGE, TRIP_PAGE];
/** Said where any other page cannot be fetched; plain, so its scripts are not kept. */
export const SORRY_PAGE = "/~offline";

const BUILT = "/_next/static/";
const cacheOf = (path: string): Promise<Cache> => caches.open(`page:${path}`);
const builtFiles = /\/_next\/static\/[^"'\\\s()<>]+/g;

/** Addresses of built files that a document or style sheet names. */
export const builtFilesIn = (text: string): string[] => [...new Set(text.match(builtFiles) ?? [])];

/** What the browser unpacked already must not be said to be packed. */
const headersOf = (response: Response): Headers => {
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length", "transfer-encoding"]) {
    headers.delete(name);
  }
  return headers;
};

/**
 * Fetches a page and keeps it: its files first, the document last, so that what is kept always
 * opens; then forgets files of earlier builds. Throws, and changes nothing, when something is missing.
 * @param wants which of the built files the page needs
 * @param loaded what the page has loaded besides (fonts)
 */
export async function keepPage(
  path: string,
  wants: (file: string) => boolean,
  loaded: readonly string[] = [],
): Promise<void> {
  const response = await fetch(path, { cache: "no-store", credentials: "same-origin" });
  if (!response.ok || response.redirected) throw new Error(`${path} cannot be kept`);
  const text = await response.text();
  const cache = await cacheOf(path);
  const own = loaded.filter((file) => file.startsWith(BUILT));
  const files = new Set([...builtFilesIn(text), ...own].filter(wants));
  await Promise.all(
    [...files].map(async (file) => (await cache.match(file)) ?? (await cache.add(file))),
  );
  await cache.put(path, new Response(text, { headers: headersOf(response) }));
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname !== path && !files.has(pathname)) await cache.delete(request);
  }
}

/** The kept document; undefined when it never was. */
export const keptPage = async (path: string): Promise<Response | undefined> =>
  (await cacheOf(path)).match(path, { ignoreSearch: true, ignoreVary: true });

/** A built file out of any kept page. */
export async function keptFile(url: URL): Promise<Response | undefined> {
  for (const path of [...keptPaths, SORRY_PAGE]) {
    const found = await (await cacheOf(path)).match(url.pathname, { ignoreVary: true });
    if (found) return found;
  }
  return undefined;
}

/** The network's answer, if it comes in time. */
export async function answerWithin(request: Request, milliseconds: number): Promise<Response> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), milliseconds);
  try {
    return await fetch(request, { signal: stop.signal });
  } finally {
    clearTimeout(timer);
  }
}
