import { describe, expect, it } from "vitest";
import { dayInWords, numberInWords } from "./number-words";

describe("numbers in words", () => {
  it.each([
    [0, "nol"],
    [11, "sebelas"],
    [19, "sembilan belas"],
    [20, "dua puluh"],
    [31, "tiga puluh satu"],
    [100, "seratus"],
    [111, "seratus sebelas"],
    [999, "sembilan ratus sembilan puluh sembilan"],
    [1000, "seribu"],
    [2026, "dua ribu dua puluh enam"],
    [11_015, "sebelas ribu lima belas"],
  ])("%i", (value, words) => {
    expect(numberInWords(value)).toBe(words);
  });

  it("writes the day of the office", () => {
    const at = new Date("2026-11-25T17:30:00Z");
    const words = "bulan November, tahun dua ribu dua puluh enam";
    expect(dayInWords(at, "WITA")).toBe(`Kamis, tanggal dua puluh enam, ${words}`);
    expect(dayInWords(new Date("2026-11-25T16:30:00Z"), "WIB")).toBe(
      `Rabu, tanggal dua puluh lima, ${words}`,
    );
  });
});
