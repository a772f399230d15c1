/// <reference no-default-lib="true" />
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { CacheFirst, ExpirationPlugin, Serwist } from "serwist";
import { sendInBackground } from "../offline/background-send";
import { outboxTag, type SyncEvent } from "../offline/background-sync";
import { isKeepRequest } from "../offline/keep-request";
import {
  answerWithin,
  keepPage,
  keptFile,
  keptPage,
  keptPaths,
  SORRY_PAGE,
} from "../offline/kept-pages";

declare const self: ServiceWorkerGlobalScope;

const DAY = 24 * 60 * 60;
/** With a poor signal the kept page comes after this, not after the network's own long patience. */
const PATIENCE_MS = 3_000;

const builtFiles = new CacheFirst({
  cacheName: "built-files",
  plugins: [new ExpirationPlugin({ maxEntries: 200, maxAgeSeconds: 30 * DAY })],
});

const fieldPage = async (request: Request): Promise<Response> => {
  const kept = await keptPage(new URL(request.url).pathname);
  if (!kept) return anyPage(request);
  const answer = await answerWithin(request, PATIENCE_MS).catch(() => kept);
  return answer.status >= 500 ? kept : answer;
};

const anyPage = (request: Request): Promise<Response> =>
  fetch(request).catch(async () => (await keptPage(SORRY_PAGE)) ?? Response.error());

/**
 * Pages and answers of the server are never kept here: they hold personal data and belong to one
 * person. Kept are built files (their names carry their content) and pages that hold nothing.
 */
const serwist = new Serwist({
  skipWaiting: true,
  clientsClaim: true,
  navigationPreload: false,
  runtimeCaching: [
    {
      matcher: ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith("/_next/static/"),
      handler: async ({ request, event, url }) =>
        // A cache that cannot be read must not stand between a page and its scripts.
        (await keptFile(url).catch(() => undefined)) ?? builtFiles.handle({ request, event }),
    },
    {
      matcher: ({ request, url }) =>
        request.mode === "navigate" && keptPaths.includes(url.pathname),
      handler: ({ request }) => fieldPage(request),
    },
    {
      matcher: ({ request }) => request.mode === "navigate",
      handler: ({ request }) => anyPage(request),
    },
  ],
});

self.addEventListener("install", (event) => {
  const isStyle = (file: string) => file.endsWith(".css");
  // A worker without the page that says sorry is better than none.
  event.waitUntil(keepPage(SORRY_PAGE, isStyle).catch(() => undefined));
});

self.addEventListener("message", (event) => {
  if (!isKeepRequest(event.data) || !keptPaths.includes(event.data.path)) return;
  const [port] = event.ports;
  const keeping = keepPage(event.data.path, () => true, event.data.files);
  event.waitUntil(
    keeping.then(
      () => port?.postMessage(true),
      () => port?.postMessage(false),
    ),
  );
});

self.addEventListener("sync", (event) => {
  const { tag } = event as SyncEvent;
  if (tag === outboxTag) (event as SyncEvent).waitUntil(sendInBackground());
});

serwist.addEventListeners();
