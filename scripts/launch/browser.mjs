/** Finds the browser for the journeys, or installs Debian's where it may. */
import { existsSync } from "node:fs";
import { installDebianPackage } from "./debian-packages.mjs";
import { requireFrom } from "./repository.mjs";

/** Chromium without the part that draws windows: the journeys take half the time in it. */
const SHELL = "/usr/bin/chromium-headless-shell";

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

const firstOf = (paths) => paths.find((path) => path && existsSync(path));

const withoutWindows = () => firstOf([process.env.PLAYWRIGHT_CHROMIUM, SHELL]);
const withWindows = () => firstOf([playwrightsOwn(), ...SYSTEM]);

/** Debian has the shell since release 12; Ubuntu has not, and there the whole browser does. */
const installBrowser = async () => {
  await installDebianPackage("chromium-headless-shell").catch(async () => {
    if (!withWindows()) await installDebianPackage("chromium");
  });
};

/**
 * Path of a Chromium: `PLAYWRIGHT_CHROMIUM`, the shell, or else a whole browser (Playwright's own or the
 * system's). What is missing is installed from Debian's archive where that may be done.
 * @throws with what to install by hand
 */
export const ensureBrowser = async () => {
  const found = withoutWindows();
  if (found) return found;
  await installBrowser();
  const installed = withoutWindows() ?? withWindows();
  if (!installed) throw new Error("chromium was installed but is not where it should be");
  return installed;
};
