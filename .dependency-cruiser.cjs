/**
 * Who may import whom: default deny. Each floor lists what it may see; everything else is an error.
 * The table stands in docs/architecture.md. Change the table first.
 */

const swc = require("@swc/core");

// dependency-cruiser 17 asks swc for TypeScript without JSX; it holds this very module object.
const parseTypeScript = swc.parseFileSync;
swc.parseFileSync = (file, options) =>
  parseTypeScript(file, { ...options, tsx: file.endsWith("x") });

/** Paths of npm packages, under pnpm's own layout too. */
const npm = (...names) => names.map((name) => `node_modules/${name}/`);

/** Any npm package that the importing package declares (an undeclared one is refused below). */
const DECLARED = "node_modules/";
const NODE = { dependencyTypes: ["core"] };
const TESTS = "\\.(test|fixture)\\.tsx?$|/src/(server/)?testing/|/vitest\\.config\\.ts$";
const CONFIG = "^(apps|packages)/[^/]+/[^/]+\\.(config\\.ts|config\\.mjs)$";

const allow = (from, ...targets) =>
  targets.map((to) => ({
    from: typeof from === "string" || Array.isArray(from) ? { path: from } : from,
    to: typeof to === "string" || Array.isArray(to) ? { path: to } : to,
  }));

/** Tests, fixtures and test doubles of one floor. */
const testsOf = (floor) => [
  `${floor}.*\\.(test|fixture)\\.tsx?$`,
  `${floor}testing/`,
  `${floor}server/testing/`,
];

const DOMAIN = "^packages/domain/src/";
const DB = "^packages/db/";
const SERVICES = "^packages/services/src/";
const UI = "^packages/ui/src/";
const WEB = "^apps/web/src/";
const WORKER = "^apps/worker/src/";

/** Files of services that speak to the database; no other file there sees Prisma or the client. */
const PERSISTENCE = [
  `${SERVICES}[^/]+/[a-z-]*(store|queries)\\.ts$`,
  `${SERVICES}kernel/[^/]+\\.ts$`,
  `${SERVICES}context\\.ts$`,
];

const floors = [
  // Pure and browser-safe: zod, and itself.
  ...allow(DOMAIN, DOMAIN, npm("zod")),
  ...allow(testsOf(DOMAIN), npm("vitest", "fast-check"), NODE),

  ...allow(DB, DB, DECLARED, NODE),

  ...allow(SERVICES, SERVICES, DOMAIN, DECLARED, NODE),
  ...allow(PERSISTENCE, `${DB}src/`),
  // Use cases hand the transaction on: its type only, which scripts/check-structure.mjs sees to.
  ...allow(SERVICES, `${DB}src/client\\.ts$`),
  ...allow(testsOf(SERVICES), `${DB}src/`),

  ...allow(
    UI,
    UI,
    npm("react", "react-dom", "@base-ui/react", "cmdk", "lucide-react", "@types/react"),
  ),
  ...allow(testsOf(UI), DECLARED, NODE),

  // The server of the web application: transport. Only the composition root opens the database.
  ...allow(
    `${WEB}server/`,
    `${WEB}(server|lib|i18n|messages|env)`,
    SERVICES,
    DOMAIN,
    DECLARED,
    NODE,
  ),
  ...allow(`${WEB}server/[^/]+\\.ts$`, `${DB}src/`),
  ...allow(
    `${WEB}(instrumentation|proxy|env)[^/]*\\.ts$`,
    `${WEB}(server|lib|i18n|env)`,
    DECLARED,
    NODE,
  ),

  // What the browser sees: of the server only the router's type.
  ...allow(
    `${WEB}(features|components|offline|lib|app|i18n|messages)/`,
    `${WEB}(features|components|offline|lib|i18n|messages)/`,
    DOMAIN,
    UI,
    DECLARED,
  ),
  ...allow(`${WEB}app/`, `${WEB}app/`),
  // These two as `import type` only, which scripts/check-structure.mjs sees to: swc does not tell.
  ...allow(`${WEB}(features|components|offline|lib|app)/`, SERVICES),
  ...allow(`${WEB}lib/`, `${WEB}server/root-router\\.ts$`),
  // Pages and layouts ask who is there; route handlers are the server's doors.
  ...allow(
    `${WEB}app/.*(page|layout|providers|not-found|error)\\.tsx$`,
    `${WEB}(server/auth/|server/page-data/|env)`,
  ),
  ...allow([`${WEB}app/.*route\\.tsx?$`, `${WEB}app/manifest\\.ts$`], `${WEB}(server/|env)`, NODE),
  ...allow(testsOf(WEB), WEB, `${DB}src/`, DECLARED, NODE),

  ...allow(WORKER, WORKER, SERVICES, DOMAIN, DECLARED, NODE),
  ...allow(
    [
      `${WORKER}[^/]+\\.ts$`,
      `${WORKER}(backups|demo|field-keys|queues|setup)/`,
      ...testsOf(WORKER),
    ],
    `${DB}src/`,
  ),

  ...allow(CONFIG, DECLARED, NODE, "^(apps|packages)/"),
];

/** Slices from the ground up; those on one step do not see each other. */
const STEPS = [
  ["areas"],
  ["calendars"],
  ["staff"],
  ["beneficiaries"],
  ["cases"],
  ["files"],
  ["aid", "meetings", "training", "partners"],
  ["trips"],
  ["handovers"],
  ["kits"],
  ["innovations"],
  ["sustainability", "coaching"],
  ["documents"],
  ["onboarding"],
  ["reports"],
  ["notifications"],
];
const SHAFTS = "^(packages/domain/src|packages/services/src|apps/web/src/features)/";

const slicesGoDown = STEPS.flatMap((slices, step) =>
  slices.map((slice) => ({
    name: `${slice}-looks-up`,
    comment: `Imports between slices go down; ${slice} learns of what is above it through events.`,
    severity: "error",
    from: { path: `${SHAFTS}${slice}/`, pathNot: TESTS },
    to: {
      path: `${SHAFTS}(${
        STEPS.slice(step)
          .flat()
          .filter((other) => other !== slice)
          .join("|") || "^$"
      })/`,
    },
  })),
);

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  allowed: floors,
  allowedSeverity: "error",
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "not-resolvable",
      comment: "An import that leads nowhere, or past a package's exports.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "undeclared-package",
      comment: "Declare it in the importing package's own package.json.",
      severity: "error",
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "development-package-in-source",
      severity: "error",
      from: { path: "^(apps|packages)/[^/]+/src/", pathNot: `${TESTS}|^apps/web/src/app/sw\\.ts$` },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["npm-peer"] },
    },
    {
      name: "prisma-outside-persistence",
      comment: "Prisma belongs to packages/db and to store, queries and the kernel of services.",
      severity: "error",
      from: {
        path: "^(apps|packages)/",
        pathNot: [DB, ...PERSISTENCE, TESTS],
      },
      to: { path: [...npm("@prisma/[^/]+", "prisma"), "^packages/db/src/generated/"] },
    },
    {
      name: "queue-outside-worker",
      comment: "The web never talks to the queue: what it writes goes through the outbox.",
      severity: "error",
      from: { pathNot: WORKER },
      to: { path: npm("bullmq", "ioredis") },
    },
    {
      name: "source-imports-test",
      severity: "error",
      from: { pathNot: `${TESTS}|^apps/worker/src/demo/` },
      to: { path: "\\.(test|fixture)\\.tsx?$|/testing/" },
    },
    ...slicesGoDown,
  ],
  options: {
    doNotFollow: { path: "node_modules|^packages/db/src/generated" },
    exclude: { path: "(^|/)(\\.next|next-env\\.d\\.ts|dist)(/|$)" },
    parser: "swc",
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default", "require"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".d.ts"],
    },
    webpackConfig: { fileName: "scripts/import-aliases.cjs" },
  },
};
