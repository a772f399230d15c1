import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const pathOf = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const tokens = readFileSync(pathOf("../../../../packages/ui/src/tokens.css"), "utf8");

/** Every component of the product, of both houses. */
const sources = [pathOf(".."), pathOf("../../../../packages/ui/src")].flatMap((directory) =>
  readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => ({ file, text: readFileSync(`${directory}/${file}`, "utf8") })),
);

/** Tailwind leaves a class out in silence when its token does not exist. */
it.each([
  ["size of letters", /(?<![\w-])text-(\d+)(?![\w-])/g, "text"],
  ["roundness", /(?<![\w-])rounded(?:-[a-z]{1,2})?-(r\d)(?![\w-])/g, "radius"],
  ["shadow", /(?<![\w-])shadow-([a-z]+)(?![\w-])/g, "shadow"],
] as const)("each %s that a class names stands among the tokens", (_kind, classes, family) => {
  const named = sources.flatMap(({ file, text }) =>
    [...text.matchAll(classes)].map((found) => ({ file, token: `--${family}-${found[1]}` })),
  );
  expect(named.length).toBeGreaterThan(5);
  // text-2 and text-3 are tones of the text, not sizes.
  const unknown = named.filter(
    ({ token }) => !tokens.includes(`${token}:`) && !tokens.includes(`--color-${token.slice(2)}:`),
  );
  expect(unknown).toEqual([]);
});
