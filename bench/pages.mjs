/**
 * How quick the pages are that people open all day, by Lighthouse, against the production web server with
 * a session: queue, case, tracking and sign-in, on a slow phone (Lighthouse's own throttling) and at a desk.
 *
 *   npm run bench:pages -- [--cases 20000] [--runs 3] [--only queue,case] [--json FILE] [--gate]
 *
 * Prints the median run of each: scores, LCP, TBT, CLS, what was transferred. `--gate` fails when a
 * page misses its goal. Uses the bench's own PostgreSQL.
 */
import { writeFileSync } from "node:fs";
import lighthouse from "lighthouse";
import desktopConfig from "lighthouse/core/config/desktop-config.js";
import { openBrowser, openedPages, option } from "./page-places.mjs";

const runs = Number(option("runs", "3"));
const only = option("only")?.split(",");
const goals = { performance: 0.95, accessibility: 1 };
const devices = { phone: undefined, desk: desktopConfig };

/** Kilobytes over the wire. */
const kilobytes = (bytes) => Math.round(bytes / 102.4) / 10;

/** The elements that an audit points at. */
const snippetsOf = (details) =>
  (details?.items ?? [])
    .flatMap((item) => [item, ...(item.items ?? [])])
    .flatMap(({ node }) => node?.snippet ?? []);

const figuresOf = ({ categories, audits }) => {
  const requests = audits["network-requests"].details.items;
  const sum = (type) =>
    kilobytes(
      requests
        .filter((one) => type === undefined || one.resourceType === type)
        .reduce((all, { transferSize = 0 }) => all + transferSize, 0),
    );
  return {
    performance: categories.performance.score,
    accessibility: categories.accessibility.score,
    lcp: Math.round(audits["largest-contentful-paint"].numericValue),
    tbt: Math.round(audits["total-blocking-time"].numericValue),
    cls: Math.round(audits["cumulative-layout-shift"].numericValue * 1000) / 1000,
    script: sum("Script"),
    document: sum("Document"),
    transfer: sum(),
    /** What accessibility asks to mend. */
    faults: categories.accessibility.auditRefs
      .map(({ id }) => audits[id])
      .filter(({ score, scoreDisplayMode }) => score === 0 && scoreDisplayMode !== "manual")
      .map(({ id, details }) => `${id}: ${snippetsOf(details).join(" ")}`),
    /** What was painted last and largest, and what moved. */
    largest: snippetsOf(audits["largest-contentful-paint-element"]?.details),
    moved: (audits["layout-shifts"]?.details?.items ?? []).map(
      ({ node, score }) => `${score.toFixed(3)} ${node?.snippet ?? ""}`,
    ),
  };
};

const median = (all) => all.toSorted((a, b) => a.performance - b.performance)[all.length >> 1];

const visit = async (port, { url, cookie }, config) => {
  const flags = {
    ...{ port, output: "json", logLevel: "error", disableStorageReset: false },
    onlyCategories: ["performance", "accessibility"],
    ...(cookie ? { extraHeaders: { Cookie: cookie } } : {}),
  };
  const { lhr } = await lighthouse(url, flags, config);
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  if (new URL(lhr.finalDisplayedUrl).pathname !== new URL(url).pathname) {
    throw new Error(`${url} led to ${lhr.finalDisplayedUrl}`);
  }
  return figuresOf(lhr);
};

const measure = async (port, page) => {
  const results = {};
  for (const [device, config] of Object.entries(devices)) {
    const all = [];
    for (let run = 0; run < runs; run += 1) all.push(await visit(port, page, config));
    const one = median(all);
    results[device] = one;
    console.log(
      `${page.name.padEnd(9)} ${device.padEnd(6)} performance ${one.performance.toFixed(2)}  accessibility ${one.accessibility.toFixed(2)}` +
        `  LCP ${one.lcp} ms  TBT ${one.tbt} ms  CLS ${one.cls}  script ${one.script} kB  html ${one.document} kB  all ${one.transfer} kB` +
        `${one.faults.length > 0 ? `  (${one.faults.join(", ")})` : ""}`,
    );
  }
  return results;
};

const missedBy = (results) =>
  Object.entries(results).flatMap(([name, byDevice]) =>
    Object.entries(byDevice).flatMap(([device, found]) =>
      Object.entries(goals)
        .filter(([figure, goal]) => found[figure] < goal)
        .map(([figure, goal]) => `${name} (${device}): ${figure} ${found[figure]}, goal ${goal}`),
    ),
  );

const places = await openedPages({ cases: Number(option("cases", "20000")) });
try {
  const browser = await openBrowser();
  try {
    const results = {};
    for (const page of places.pages.filter(({ name }) => !only || only.includes(name))) {
      results[page.name] = await measure(browser.port, page);
    }
    const file = option("json");
    if (file) writeFileSync(file, JSON.stringify({ runs, results }, null, 2));
    const missed = missedBy(results);
    if (missed.length > 0) console.log(`\nmissed:\n  ${missed.join("\n  ")}`);
    if (process.argv.includes("--gate") && missed.length > 0) process.exitCode = 1;
  } finally {
    await browser.close();
  }
} finally {
  await places.close();
}
