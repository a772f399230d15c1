import { describe, expect, it } from "vitest";
import { joinTexts } from "./join-texts";

describe("prepared words", () => {
  it("fill an empty box, follow what was typed, and do not stand there twice", () => {
    expect(joinTexts("", "Siap")).toBe("Siap");
    expect(joinTexts("Sudah ditulis ", "Siap")).toBe("Sudah ditulis\nSiap");
    expect(joinTexts("Siap", "Siap")).toBe("Siap");
    expect(joinTexts("Sudah ditulis", undefined)).toBe("Sudah ditulis");
  });
});
