import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: {
      "@": fileURLToPath(new URL("./src", import.meta.url)),
      // The marker package throws outside React's server graph; tests run in plain Node.
      "server-only": fileURLToPath(new URL("./src/server/testing/server-only.ts", import.meta.url)),
    },
  },
  test: { include: ["src/**/*.test.{ts,tsx}"], testTimeout: 20_000 },
});
