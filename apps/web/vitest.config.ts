import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const tests = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
  .filter((file) => /\.test\.tsx?$/.test(file))
  .map((file) => join("src", file));

/** Tests that put something else in the place of a module, a setting or a global: each has a process of its own. */
const REPLACING = tests.filter((file) =>
  /\bvi\.(mock|stub\w+)\(|process\.env\.\w+ =/.test(readFileSync(join(root, file), "utf8")),
);

export default defineConfig({
  resolve: {
    alias: {
      "@": fileURLToPath(new URL("./src", import.meta.url)),
      // The marker package throws outside React's server graph; tests run in plain Node.
      "server-only": fileURLToPath(new URL("./src/server/testing/server-only.ts", import.meta.url)),
    },
  },
  test: {
    testTimeout: 20_000,
    projects: [
      { extends: true, test: { name: "alone", include: REPLACING } },
      // Modules are read once for many files.
      {
        extends: true,
        test: {
          name: "together",
          include: ["src/**/*.test.{ts,tsx}"],
          exclude: REPLACING,
          isolate: false,
        },
      },
    ],
  },
});
