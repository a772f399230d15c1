/** What a page has its browser load before it can be used, read from the build that lies there. */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { inRepository } from "../launch/repository.mjs";
import { joinOutcomes, oneFailed, onePassed } from "./outcome.mjs";

/** KB (1024 bytes) of the scripts that the page's HTML names, each gzipped; docs/adr/0021 tells more. */
const LIMITS = new Map([
  ["(kantor)/antrean", 180],
  ["(kantor)/kasus/[id]", 181],
  ["masuk", 148],
]);

const inBuild = (...parts) => inRepository("apps/web/.next", ...parts);

/** Scripts of the framework, and of the layouts and the page itself; not what is fetched later. */
const scriptsOf = (page) => {
  const { rootMainFiles } = JSON.parse(readFileSync(inBuild("build-manifest.json"), "utf8"));
  const file = inBuild("server/app", page, "page_client-reference-manifest.js");
  const text = readFileSync(file, "utf8");
  const { entryJSFiles } = JSON.parse(text.slice(text.indexOf("] = ") + 4).replace(/;?\s*$/, ""));
  const [, own] = Object.entries(entryJSFiles).find(([entry]) => entry.endsWith(`/${page}/page`));
  return [...new Set([...rootMainFiles, ...own])];
};

/** @param {string} page its directory under `app` @returns {number} KB, gzipped */
export const firstLoadOf = (page) =>
  scriptsOf(page).reduce((sum, script) => sum + gzipSync(readFileSync(inBuild(script))).length, 0) /
  1024;

const checkPage = ([page, limit]) => {
  const size = firstLoadOf(page);
  const told = `first-load JS of ${page}: ${size.toFixed(1)} KB gz`;
  if (size <= limit) return onePassed(told);
  return oneFailed(`first-load JS of ${page}`, `${told}, limit ${limit}`);
};

/** KB of the service worker's script: a cheap phone fetches it behind its first page, and reads it whenever it wakes. */
const WORKER_LIMIT = 62;

const checkWorker = () => {
  const script = readFileSync(inBuild("server/app/serwist/sw.js.body"));
  const size = gzipSync(script).length / 1024;
  const told = `service worker: ${size.toFixed(1)} KB gz`;
  if (size <= WORKER_LIMIT) return onePassed(told);
  return oneFailed("service worker", `${told}, limit ${WORKER_LIMIT}`);
};

/** The pages that people open all day stay light, and so does the worker behind them. */
export const checkFirstLoad = () => joinOutcomes([...[...LIMITS].map(checkPage), checkWorker()]);
