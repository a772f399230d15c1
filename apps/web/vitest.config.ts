import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** Tests that put something else in the place of a module or of a setting: each has a process of its own. */
const REPLACING = [
  "src/components/shortcuts/use-shortcuts.test.ts",
  "src/server/auth/rate-limits.test.ts",
  "src/server/canary.test.ts",
  "src/server/live/live-events.test.ts",
  "src/server/root-router.test.ts",
];

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
