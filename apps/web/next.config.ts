import { withSerwist } from "@serwist/turbopack";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

/** Headers of every answer, also of static files, which the proxy does not see. */
const baseHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "X-Frame-Options", value: "DENY" },
];

const nextConfig: NextConfig = {
  // Native addons and drivers must stay outside the bundle.
  serverExternalPackages: [
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "pg",
    "pino",
    "prom-client",
    "sharp",
  ],
  transpilePackages: ["@rembuk/db", "@rembuk/domain", "@rembuk/services", "@rembuk/ui"],
  poweredByHeader: false,
  // docker/web.Dockerfile asks for a server with just the files it needs.
  output: process.env.REMBUK_STANDALONE === "1" ? "standalone" : undefined,
  headers: async () => [{ source: "/:path*", headers: baseHeaders }],
};

const withWords = createNextIntlPlugin({
  requestConfig: "./src/i18n/request.ts",
  // Browsers get messages taken apart, and no parser.
  experimental: {
    messages: { path: "./src/messages", format: "json", locales: "infer", precompile: true },
  },
});

export default withSerwist(withWords(nextConfig));
