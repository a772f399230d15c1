/**
 * The file vocabulary: which files may exist where, and what they may be called.
 *
 * It keeps the promise that whoever knows a slice's name finds every line about it. Exceptions
 * stand in `ALLOWED`, which only shrinks: an entry that is no longer needed is an error too.
 */
import { readdirSync, readFileSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import { repositoryRoot } from "./launch/repository.mjs";

/** Path -> why it may break a rule. Remove the entry with the file. */
const ALLOWED = new Map([]);

const ROOTS = ["apps", "packages", "e2e", "bench", "scripts", "docker"];
const SKIPPED = new Set([
  "node_modules",
  ".next",
  ".turbo",
  "generated",
  "test-results",
  "playwright-report",
]);

const CATCH_ALL = new Set([
  "index",
  "utils",
  "util",
  "helpers",
  "helper",
  "common",
  "types",
  "constants",
  "misc",
  "shared",
  "lib",
  "stuff",
]);

const SLICES = [
  ...[
    "areas",
    "calendars",
    "staff",
    "beneficiaries",
    "cases",
    "files",
    "letters",
    "referrals",
    "meetings",
    "aid",
    "trips",
    "handovers",
  ],
  ...["kits", "innovations", "sustainability", "coaching", "documents", "training", "partners"],
  ...["onboarding", "notifications", "reports", "audit"],
];

/** Beside the slices: the floor's own ground. */
const GROUND = {
  domain: new Set(["kernel", "access"]),
  services: new Set(["kernel", "integrations", "testing"]),
};

/** Use cases begin with what they do. */
const VERBS = new Set(
  `accept acknowledge add allocate amend anonymise answer apply archive arrive ask assign authenticate begin block break cancel
  change check claim close collect comment complete compose compute confirm correct count create
  decide decline decode decrypt delete deliver disable dispatch dispose download enable encode encrypt end
  enter erase escalate estimate expire explain export extend file find finish forget get give grant hand
  hash hold import inspect invite issue keep lapse link list load lock log look mark match measure merge
  move nominate note notify offer open order page pause plan poll post postpone prepare preview print propose publish
  pull put raise reach read recall receive recompute reconcile record redeem redirect reduce refer refresh
  refuse register reject relay release remind remove rename render renew replay reopen reorder replace
  reply report reprint request require resend reset resolve restore resume retire retry return
  reveal review revoke rotate route run save scan schedule seal search see select send set settle
  share show sign sort split stamp start stop store submit summarise summarize suspend sweep
  switch take tell tick touch trace track transfer translate triage unassign undo unlock update upgrade
  upload validate verify view void waive warn watch weigh wipe withdraw work write`.split(/\s+/),
);

function* filesUnder(directory) {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    if (SKIPPED.has(entry.name)) continue;
    const path = join(directory, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}

const stemOf = (path) => basename(path).split(".")[0];

// Next.js names its own files and route segments: [param], (group), @slot, _private, ~offline.
const isKebab = (name) =>
  /^[[({@_.~]*[a-z0-9]+([-.][a-z0-9]+)*[\])}]*$/.test(name.replace("[...", "["));

const UPPERCASE_BY_CUSTOM =
  /^(README|GLOSSARY|LICENSE|NOTICE|CHANGELOG)(\.md)?$|^(Dockerfile|Caddyfile)$|\.Dockerfile$/;

const namingRule = (path, parts) => {
  const odd = parts.find((part) => !isKebab(part) && !UPPERCASE_BY_CUSTOM.test(part));
  return odd && !path.includes("/migrations/") ? `“${odd}” is not kebab-case` : undefined;
};

const catchAllRule = (path, parts) => {
  const names = [...parts.slice(0, -1), stemOf(path)];
  // `lib` is the web application's one folder for clients and formatters.
  const found = names.find(
    (name) => CATCH_ALL.has(name) && !(name === "lib" && parts[0] === "apps"),
  );
  return found ? `“${found}” says nothing about what is inside` : undefined;
};

const sliceRule = (_path, parts) => {
  const [group, floor, src, slice] = parts;
  if (group !== "packages" || !GROUND[floor] || src !== "src" || parts.length < 5) return undefined;
  if (GROUND[floor].has(slice) || SLICES.includes(slice)) return undefined;
  return `“${slice}” is neither a slice nor part of the ground of ${floor}`;
};

const useCaseRule = (path, parts) => {
  const [group, floor, , slice] = parts;
  if (group !== "packages" || floor !== "services" || !SLICES.includes(slice)) return undefined;
  const stem = stemOf(path);
  if (/(^|-)(store|queries)$/.test(stem) || /\.(test|fixture)\.ts$/.test(path)) return undefined;
  const [verb, noun] = stem.split("-");
  if (VERBS.has(verb) && noun) return undefined;
  return `a use case is called verb-noun; “${verb}” is no verb on the list in scripts/check-structure.mjs`;
};

const domainRule = (path, parts) => {
  const [group, floor, , slice] = parts;
  if (group !== "packages" || floor !== "domain" || !SLICES.includes(slice)) return undefined;
  const stem = stemOf(path);
  return /(store|queries|service|router|controller|manager)$/.test(stem)
    ? `“${stem}” does not belong in the pure domain`
    : undefined;
};

const isTest = (path) => /\.(test|fixture)\.tsx?$|\/testing\//.test(path);
const isSource = (path) => /\.(ts|tsx|mjs|cjs)$/.test(path);

const PERSISTENCE =
  /^packages\/services\/src\/(kernel\/|context\.ts|[a-z]+\/[a-z-]*(store|queries)\.ts)/;

// dependency-cruiser cannot tell `import type` from `import` here, so these are told apart by text.
const inBrowser = (path) =>
  /^apps\/web\/src\/(?!server\/)/.test(path) && !path.endsWith("/route.ts") && !isTest(path);

const TYPE_ONLY = [
  { module: "@/server/root-router", from: inBrowser },
  { module: '@rembuk/services/[^"]+', from: inBrowser },
  {
    module: "@rembuk/db/client",
    from: (path) =>
      path.startsWith("packages/services/src/") && !PERSISTENCE.test(path) && !isTest(path),
  },
];

const contentRule = (path) => {
  if (!isSource(path)) return undefined;
  const text = readFileSync(join(repositoryRoot, path), "utf8");
  if (/^export \* from /m.test(text)) return "a barrel: name what is imported where it is used";
  if (/^\s*\/[/*]\s*@ts-(ignore|nocheck)/m.test(text)) return "silences the compiler";
  const broken = TYPE_ONLY.find(
    ({ module, from }) =>
      from(path) && new RegExp(`^import (?!type )[^;]*from "${module}"`, "m").test(text),
  );
  return broken
    ? `only \`import type\` may reach ${broken.module.replace('/[^"]+', "")} from here`
    : undefined;
};

const RULES = [namingRule, catchAllRule, sliceRule, useCaseRule, domainRule, contentRule];

const problems = [];
const needed = new Set();
for (const root of ROOTS) {
  for (const file of filesUnder(join(repositoryRoot, root))) {
    const path = relative(repositoryRoot, file).split(sep).join("/");
    for (const rule of RULES) {
      const problem = rule(path, path.split("/"));
      if (!problem) continue;
      if (ALLOWED.has(path)) needed.add(path);
      else problems.push(`${path}: ${problem}`);
    }
  }
}
for (const path of ALLOWED.keys()) {
  if (!needed.has(path)) problems.push(`${path}: no longer needs its exception; remove it`);
}

if (problems.length > 0) {
  console.error(problems.join("\n"));
  console.error(`\n${problems.length} against the file vocabulary`);
  process.exit(1);
}
console.log("the file vocabulary holds");
