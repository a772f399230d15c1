import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const src = fileURLToPath(new URL("..", import.meta.url));
const packages = resolve(src, "../../../packages");

interface Module {
  /** Begins the part of the tree that browsers get. */
  readonly isClient: boolean;
  readonly imports: readonly string[];
  /** First-level parts of the catalogue that it asks for. */
  readonly spaces: readonly string[];
}

const asFile = (path: string): string | null =>
  [".ts", ".tsx"].map((end) => path + end).find((file) => existsSync(file)) ?? null;

const fileOf = (from: string, asked: string): string | null => {
  if (asked.startsWith(".")) return asFile(resolve(dirname(from), asked));
  if (asked.startsWith("@/")) return asFile(join(src, asked.slice(2)));
  const [, name = "", path = ""] = /^@rembuk\/(\w+)\/(.*)$/.exec(asked) ?? [];
  return name === "ui" ? asFile(join(packages, name, "src", path)) : null;
};

const known = new Map<string, Module>();
const moduleAt = (file: string): Module => {
  const before = known.get(file);
  if (before) return before;
  const text = readFileSync(file, "utf8");
  const asked = [
    ...text.matchAll(/^(?:import|export)\s+(?!type\b)[^;"'()]*?(?:from\s+)?"([^"]+)";/gm),
    ...text.matchAll(/import\("([^"]+)"\)/g),
  ];
  const module: Module = {
    isClient: /^(\/\/.*\n)*"use client"/.test(text),
    imports: asked.flatMap(([, path = ""]) => fileOf(file, path) ?? []),
    spaces: [...text.matchAll(/useTranslations\(([^)]*)\)/g)].map(
      // Anything but a name in quotes stays as it stands, and fits no declaration.
      ([, name = ""]) => /^"([^".]+)(\.[^"]*)?"$/.exec(name)?.[1] ?? `${name} in ${file}`,
    ),
  };
  known.set(file, module);
  return module;
};

/** What the modules for browsers below a page or layout ask for. */
const askedBelow = (entry: string): ReadonlySet<string> => {
  const spaces = new Set<string>();
  const seen = new Set<string>();
  const walk = (file: string, isBelow: boolean): void => {
    const { isClient, imports, spaces: own } = moduleAt(file);
    const isForBrowser = isBelow || isClient;
    const key = `${file} ${isForBrowser}`;
    if (seen.has(key)) return;
    seen.add(key);
    if (isForBrowser) for (const space of own) spaces.add(space);
    for (const next of imports) walk(next, isForBrowser);
  };
  walk(entry, false);
  return spaces;
};

/** The names in the first list of words of a page or layout. */
const declaredIn = (entry: string): readonly string[] => {
  const text = readFileSync(entry, "utf8");
  const [, list = ""] = /(?:of=\{|WordSpace\[\] = )\[([^\]]*)\]/.exec(text) ?? [];
  return [...list.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name);
};

const pagesIn = (directory: string): readonly string[] =>
  readdirSync(directory).flatMap((name) => {
    const path = join(directory, name);
    if (statSync(path).isDirectory()) return pagesIn(path);
    return name === "page.tsx" ? [path] : [];
  });

const sorted = (names: Iterable<string>): readonly string[] => [...names].sort();
const app = join(src, "app");
const rootWords = declaredIn(join(app, "layout.tsx"));
const officeWords = declaredIn(join(app, "(kantor)/layout.tsx"));

describe("words in the browser", () => {
  it("the root gives what its own parts and the page of a failure ask for", () => {
    const asked = [...askedBelow(join(app, "layout.tsx")), ...askedBelow(join(app, "error.tsx"))];
    expect(sorted(rootWords)).toEqual(sorted(new Set(asked)));
  });

  it("the office gives what its frame asks for", () => {
    const asked = [...askedBelow(join(app, "(kantor)/layout.tsx"))];
    expect(sorted(officeWords)).toEqual(sorted(asked.filter((one) => !rootWords.includes(one))));
  });

  it.each(pagesIn(app).map((page) => [relative(app, page), page] as const))(
    "%s gives the rest of what it asks for, and nothing else",
    (name, page) => {
      const above = name.startsWith("(kantor)") ? [...rootWords, ...officeWords] : rootWords;
      const asked = [...askedBelow(page)].filter((one) => !above.includes(one));
      expect(sorted(declaredIn(page))).toEqual(sorted(asked));
    },
  );
});
