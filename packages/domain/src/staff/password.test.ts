import { describe, expect, it } from "vitest";
import { passwordWeakness } from "./password";

const names = ["parsel.triase", "Nurlaila (fiktif)"];

describe("a new password", () => {
  it.each(["titian bambu lapuk", "kopi-pahit-pagi-7", "SawahLuasDiLingsir"])(
    "accepts %s",
    (text) => {
      expect(passwordWeakness(text, names)).toBeNull();
    },
  );

  it.each([
    ["pendek", "short"],
    ["sebelas-kar", "short"],
    ["aaaaaaaaaaaaaa", "repetitive"],
    ["abababababab", "repetitive"],
    ["Password12345", "common"],
    ["rahasiarahasia1", "common"],
    ["bismillah123", "common"],
    ["nurlaila12345", "contains-name"],
    ["ParselTriase1", "contains-name"],
  ])("refuses %s as %s", (text, weakness) => {
    expect(passwordWeakness(text, names)).toBe(weakness);
  });
});
