import { existsSync } from "node:fs";
import { chromium, defineConfig } from "@playwright/test";

const systemBrowsers = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser that `npm test` found, Playwright's own (undefined), or the system's without windows first. */
const browserPath = (): string | undefined => {
  if (process.env.PLAYWRIGHT_CHROMIUM) return process.env.PLAYWRIGHT_CHROMIUM;
  if (existsSync(chromium.executablePath())) return undefined;
  return systemBrowsers.find((path) => existsSync(path));
};

const report = process.env.JOURNEYS_REPORT;

export default defineConfig({
  testDir: "specs",
  outputDir: "test-results",
  // Journeys share one installation: each brings cases of its own and counts only those.
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  retries: 0,
  reporter: report ? [["json", { outputFile: report }]] : [["list"]],
  use: {
    baseURL: process.env.BASE_URL ?? "http://localhost:3000",
    locale: "id-ID",
    timezoneId: "Asia/Makassar",
    // A control that is not there fails soon, and not with the whole journey.
    actionTimeout: 20_000,
    // A film of each step costs a sixth of the whole run; whoever looks for a fault has it made.
    trace: report ? "off" : { mode: "retain-on-failure", screenshots: false },
    launchOptions: {
      executablePath: browserPath(),
      args: [
        // Chromium's sandbox refuses to work for root.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-dev-shm-usage",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
