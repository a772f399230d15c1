/** One fingerprint of the files that a step depends on, so that an unchanged step is skipped. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { repositoryRoot } from "./repository.mjs";

const NEVER_INPUT = new Set([
  "node_modules",
  ".next",
  ".turbo",
  ".data",
  "generated",
  "test-results",
]);
// Written by the compiler itself: it differs between builds that read the same.
const NEVER_INPUT_FILE = /^next-env\.d\.ts$|\.tsbuildinfo$/;

function* filesUnder(path) {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) {
    if (NEVER_INPUT.has(name) || NEVER_INPUT_FILE.test(name)) continue;
    yield* filesUnder(join(path, name));
  }
}

/**
 * SHA-256 over names and contents of files and directories (given relative to the repository).
 * @param {string[]} paths missing ones count as empty
 * @param {string[]} [extra] anything else the step depends on, e.g. the Node version
 * @returns {string} hexadecimal
 */
export const hashInputs = (paths, extra = []) => {
  const hash = createHash("sha256");
  for (const text of extra) hash.update(`${text}\0`);
  for (const path of paths) {
    for (const file of filesUnder(join(repositoryRoot, path))) {
      hash
        .update(`${relative(repositoryRoot, file)}\0`)
        .update(readFileSync(file))
        .update("\0");
    }
  }
  return hash.digest("hex");
};
