/** Finds the browser for the journeys, or installs Debian's where it may. */
import { existsSync } from "node:fs";
import { installDebianPackage } from "./debian-packages.mjs";
import { requireFrom } from "./repository.mjs";

const SYSTEM = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const playwrightsOwn = () => {
  try {
    return requireFrom("e2e")("@playwright/test").chromium.executablePath();
  } catch {
    return undefined;
  }
};

/** Path of a Chromium: `PLAYWRIGHT_CHROMIUM`, Playwright's own, the system's, or undefined. */
export const findBrowser = () =>
  [process.env.PLAYWRIGHT_CHROMIUM, playwrightsOwn(), ...SYSTEM].find(
    (path) => path && existsSync(path),
  );

/**
 * Like {@link findBrowser}, after installing Debian's chromium when there is none.
 * @throws with what to install by hand
 */
export const ensureBrowser = async () => {
  const found = findBrowser();
  if (found) return found;
  await installDebianPackage("chromium");
  const installed = findBrowser();
  if (!installed) throw new Error("chromium was installed but is not where it should be");
  return installed;
};
