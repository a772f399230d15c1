import { describe, expect, it } from "vitest";
import { localTarget } from "./local-target";

describe("the page after signing in", () => {
  it.each(["/", "/kasus", "/kasus?tampilan=giliran", "/kasus/0192-abc#catatan"])(
    "keeps %s",
    (path) => {
      expect(localTarget(path)).toBe(path);
    },
  );

  it.each([
    undefined,
    null,
    "",
    "kasus",
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/\tevil",
    "/a\\b",
    "/masuk?ke=/masuk",
    `/${"a".repeat(600)}`,
  ])("answers home for %s", (path) => {
    expect(localTarget(path)).toBe("/");
  });
});
