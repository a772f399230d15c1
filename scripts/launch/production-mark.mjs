/** `npm run setup` leaves a mark: this installation holds real cases, never demo data. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stateDirectory } from "./state-directory.mjs";

/** Where the mark lies; the set-up itself writes it, when everything else is done. */
export const productionMarkFile = () => join(stateDirectory(), "installation.json");

/** @returns {{publicUrl?: string} | undefined} undefined where `npm run setup` never ended */
export const productionMark = () =>
  existsSync(productionMarkFile())
    ? JSON.parse(readFileSync(productionMarkFile(), "utf8"))
    : undefined;

/**
 * Whether demo data belongs here: yes on the embedded database, unless it was set up for production.
 * @param {object | undefined} given database of one's own
 * @throws when demo data is asked for where real cases are
 */
export const wantsDemo = (given, env = process.env) => {
  const isProduction = productionMark() !== undefined;
  if (isProduction && env.REMBUK_DEMO === "1") {
    throw new Error("this installation was set up for production; REMBUK_DEMO=1 is refused");
  }
  return (env.REMBUK_DEMO ?? (given || isProduction ? "0" : "1")) === "1";
};
