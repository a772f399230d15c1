import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8").replace(
  /\/\*[\s\S]*?\*\//g,
  "",
);

/** Custom properties of the first block that follows `start`. */
function block(start: string): Map<string, string> {
  const at = css.indexOf(start);
  expect(at, `${start} stands in tokens.css`).toBeGreaterThan(-1);
  const body = css.slice(css.indexOf("{", at) + 1, css.indexOf("}", at));
  const found = body.matchAll(/--([\w-]+):\s*([^;]+);/g);
  return new Map([...found].map((match) => [match[1] ?? "", (match[2] ?? "").trim()]));
}

const light = block(":root {");
const dark = block('[data-theme="gelap"] {');
const system = block('[data-theme="sistem"] {');

/** The hex colour of a role, through var() references; the dark theme falls back to the light. */
function colour(role: string, theme: Map<string, string>): string {
  const value = theme.get(role) ?? light.get(role);
  const reference = value?.match(/^var\(--([\w-]+)\)$/)?.[1];
  return reference ? colour(reference, theme) : (value ?? "");
}

/** Relative luminance after WCAG 2.2. */
function luminance(hex: string): number {
  expect(hex).toMatch(/^#[0-9a-f]{6}$/);
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(ink: string, ground: string, theme: Map<string, string>): number {
  const [one, other] = [luminance(colour(ink, theme)), luminance(colour(ground, theme))];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

const TEXT: [ink: string, grounds: string[]][] = [
  ["text", ["surface", "canvas", "surface-2", "sunken", "hover", "selected", "brand-soft-2"]],
  ["text-2", ["surface", "canvas", "surface-2", "sunken", "hover", "brand-soft", "turn-soft"]],
  ["text-3", ["surface", "canvas", "surface-2", "sunken", "selected"]],
  ["brand", ["surface", "canvas", "brand-soft", "brand-soft-2"]],
  ["on-brand", ["brand", "brand-hover"]],
  ["turn-text", ["turn-soft", "surface"]],
  ["ok", ["surface", "ok-soft"]],
  ["warn", ["surface", "warn-soft"]],
  ["bad", ["surface", "bad-soft"]],
  ["info", ["surface", "info-soft"]],
  ["on-bad", ["bad"]],
  ["on-secret", ["secret"]],
  ["surface", ["text"]],
  ["tile-ink", ["tile-0", "tile-1", "tile-2", "tile-3"]],
  ["tile-ink-inv", ["tile-4", "tile-5"]],
];

/** Edges and marks: 3 to 1. The turn marker's fill is exempt: its edge is turn-text, tested above. */
const MARKS: [ink: string, grounds: string[]][] = [
  ["line-control", ["surface"]],
  ["focus", ["surface", "canvas"]],
  ["text-3", ["sunken"]],
];

describe.each([
  ["light", light],
  ["dark", dark],
])("%s theme", (_, theme) => {
  const pairs = (list: [string, string[]][]) =>
    list.flatMap(([ink, grounds]) => grounds.map((ground) => [ink, ground] as const));

  it.each(pairs(TEXT))("%s on %s reads as text", (ink, ground) => {
    expect(ratio(ink, ground, theme)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(pairs(MARKS))("%s on %s reads as an edge", (ink, ground) => {
    expect(ratio(ink, ground, theme)).toBeGreaterThanOrEqual(3);
  });
});

it("the system's dark theme is the dark theme", () => {
  expect([...system]).toEqual([...dark]);
});

it("the dark theme changes roles that exist, and every colour role", () => {
  const raw = /^(telaga|kunyit|batu)-/;
  const fixed = /^(font|mono|r-|m-|ease)/;
  const roles = [...light.keys()].filter((name) => !raw.test(name) && !fixed.test(name));
  expect([...dark.keys()].sort()).toEqual(roles.sort());
});
