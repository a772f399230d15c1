import { describe, expect, it } from "vitest";
import { usernameSchema } from "./commands";
import { loginForms } from "./login";

describe("a user name", () => {
  it.each(["parsel.triase", "halong.kasi-kessos", "Warga.Siti", " abc "])("may be '%s'", (text) => {
    expect(usernameSchema.parse(text)).toBe(text.trim().toLowerCase());
  });

  it.each([
    "ab",
    "a".repeat(41),
    "0812345678",
    "siti@kantor.example",
    "siti..x",
    ".siti",
    "siti.",
    "si ti",
    "sití",
  ])("may not be '%s'", (text) => {
    expect(usernameSchema.safeParse(text).success).toBe(false);
  });

  it("is never taken for somebody's phone", () => {
    expect(loginForms("a0812345678").phone).toBeNull();
  });
});
