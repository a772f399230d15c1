/** Where the repository lies, and how its packages resolve what they depend on. */
import { createHash } from "node:crypto";
import { realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** Absolute path of the repository, symbolic links resolved. */
export const repositoryRoot = realpathSync(fileURLToPath(new URL("../..", import.meta.url)));

/** A short name of this clone: two clones on one machine never share state. */
export const cloneId = createHash("sha256").update(repositoryRoot).digest("hex").slice(0, 8);

/** Absolute path of something inside the repository. */
export const inRepository = (...parts) => join(repositoryRoot, ...parts);

/** A `require` that sees exactly what the package at `packageDirectory` may see. */
export const requireFrom = (packageDirectory) =>
  createRequire(inRepository(packageDirectory, "package.json"));

/** URL of tsx's loader, for `node --import`; the worker is the package that owns it. */
export const tsxLoader = () => pathToFileURL(requireFrom("apps/worker").resolve("tsx")).href;
