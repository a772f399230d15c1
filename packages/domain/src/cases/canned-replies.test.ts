import { describe, expect, it } from "vitest";
import {
  type CannedReply,
  fillPlaceholders,
  fitsCase,
  repliesIn,
  soundTexts,
  unknownPlaceholders,
} from "./canned-replies";

const facts = { nomor: "PRS-2026-0397-K", desa: "Lingsir", kategori: "LPM", tenggat: "Jumat" };
const reply = (change: Partial<CannedReply> = {}): CannedReply => ({
  ...{ id: "a", areaCode: "", baseId: null, use: "note", name: "Kabar", categoryCode: null },
  ...{ statuses: [], texts: { body: "x" }, target: null, outcome: null, isActive: true },
  version: 1,
  ...change,
});

describe("placeholders", () => {
  it("are filled from the case, every one of them", () => {
    expect(fillPlaceholders("{nomor} {desa} {kategori} {tenggat} {desa}", facts)).toBe(
      "PRS-2026-0397-K Lingsir LPM Jumat Lingsir",
    );
  });

  it("never put one fact into another", () => {
    expect(fillPlaceholders("{desa}", { ...facts, desa: "{nomor}" })).toBe("{nomor}");
  });

  it.each([
    ["Hubungi {nama}", ["nama"]],
    ["{nomor} dan {NIK}", ["NIK"]],
    ["tidak ditutup {desa", ["{"]],
    ["{nomor} {desa}", []],
  ])("that do not exist are found: %s", (text, words) => {
    expect(unknownPlaceholders(text)).toEqual(words);
  });
});

describe("a prepared reply", () => {
  it("keeps the texts of its use and no others", () => {
    expect(soundTexts("decline", { reason: "Bukan wewenang", body: "x" })).toEqual({
      reason: "Bukan wewenang",
    });
    expect(() => soundTexts("note", { body: "" })).toThrow("INPUT_INVALID");
  });

  it("fits by state and by category, of itself or of one above it", () => {
    const fits = (change: Partial<CannedReply>) =>
      fitsCase(reply(change), "triaged", ["631107-01", "VIL-LPM"]);
    expect(fits({})).toBe(true);
    expect(fits({ categoryCode: "VIL-LPM", statuses: ["triaged"] })).toBe(true);
    expect(fits({ categoryCode: "VIL-CAP" })).toBe(false);
    expect(fits({ statuses: ["received"] })).toBe(false);
    expect(fits({ isActive: false })).toBe(false);
  });

  it("of the nearest area stands in the place of those above it", () => {
    const all = [
      reply(),
      reply({ id: "b", areaCode: "63.11", baseId: "a" }),
      reply({ id: "c", areaCode: "63.11.07", baseId: "a" }),
      reply({ id: "d", areaCode: "63.11.02" }),
    ];
    const ids = (area: string) => repliesIn(all, area).map((r) => r.id);
    expect(ids("63.11.07")).toEqual(["c"]);
    expect(ids("63.11.02")).toEqual(["d", "b"]);
    expect(ids("35.21.10")).toEqual(["a"]);
  });
});
