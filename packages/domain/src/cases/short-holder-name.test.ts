import { describe, expect, it } from "vitest";
import { shortHolderName } from "./short-holder-name";

describe("a holder in few letters", () => {
  it.each([
    ["KASI_PMD", "Kasi Pemberdayaan Masyarakat dan Desa", "Kasi PMD"],
    ["KASI_KESSOS", "Kasi Kesejahteraan Sosial", "Kasi Kessos"],
    ["SEKCAM", "Sekretaris Camat", "Sekcam"],
    ["DPMD", "Dinas Pemberdayaan Masyarakat dan Desa", "DPMD"],
    ["PUSKESMAS", "Puskesmas", "Puskesmas"],
    ["BAGIAN_PEMERINTAHAN", "Bagian Pemerintahan Setda", "Bagian Pemerintahan"],
    ["DISDIKBUD", "Dinas Pendidikan dan Kebudayaan", "Disdikbud"],
    ["XYZ", null, "XYZ"],
    ["org:0193", "Yayasan Banua Sehat Sejahtera", "Yayasan Banua Sehat Sejahtera"],
    ["63.11.07", "Kec. Paringin Selatan", "Kec. Paringin Selatan"],
  ])("%s is %s", (code, name, short) => {
    expect(shortHolderName(code, name)).toBe(short);
  });
});
