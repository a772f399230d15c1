import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AreaTemplate,
  defaultTemplates,
  soundTemplate,
  templateIn,
  templateKeys,
  templateLanguages,
  templateProblem,
  templateRules,
} from "./message-templates";
import { fillWords } from "./placeholders";

const everyOne = templateKeys.flatMap((key) =>
  templateLanguages.map((language) => ({ key, language })),
);

describe("a text that ships", () => {
  it.each(everyOne)("of $key in $language is one that could be saved", ({ key, language }) => {
    const text = defaultTemplates[key][language];
    expect(templateProblem(key, text)).toBeNull();
    expect(soundTemplate(key, text)).toBe(text);
  });
});

describe("a text that is refused", () => {
  const refused = (key: (typeof templateKeys)[number], text: string) => {
    try {
      soundTemplate(key, text);
      return null;
    } catch (error) {
      return error as { code: string; details: object };
    }
  };

  it("says which word is unknown and which are allowed", () => {
    const error = refused("whatsapp", "Halo {nama}, laporan {nomor} di {tautan}. NIK {nik}");
    expect(error).toMatchObject({
      code: "TEMPLATE_PLACEHOLDER_UNKNOWN",
      details: {
        words: ["nama", "nik"],
        allowed: ["nomor", "status", "tautan", "kecamatan"],
      },
    });
  });

  it("allows no word for a person in any message", () => {
    for (const { allowed } of Object.values(templateRules))
      for (const word of ["nama", "pelapor", "nik", "kk", "telepon", "alamat", "isi", "judul"])
        expect(allowed).not.toContain(word);
  });

  it("lacks what leads to the case, is too long, or hides characters", () => {
    expect(refused("mail-turn", "Ada kasus baru untuk Anda.")?.code).toBe(
      "TEMPLATE_PLACEHOLDER_MISSING",
    );
    expect(refused("receipt", "x".repeat(261))?.code).toBe("INPUT_INVALID");
    expect(refused("receipt", "Simpan lembar\u202Eini")?.code).toBe("INPUT_INVALID");
    expect(refused("receipt", "Simpan lembar\u0000ini")?.code).toBe("INPUT_INVALID");
    expect(refused("receipt", "Simpan {lembar ini")?.code).toBe("TEMPLATE_PLACEHOLDER_UNKNOWN");
  });
});

describe("a filled text", () => {
  it("reads no value again, whatever braces it holds", () => {
    expect(fillWords("{nomor} {status}", { nomor: "{status}", status: "x" })).toBe("{status} x");
  });

  it("leaves no word in braces of what may be saved", () => {
    fc.assert(
      fc.property(fc.constantFrom(...templateKeys), fc.string(), (key, text) => {
        if (templateProblem(key, text) !== null) return;
        const facts = Object.fromEntries(templateRules[key].allowed.map((word) => [word, "-"]));
        expect(fillWords(text, facts)).not.toMatch(/[{}]/);
      }),
    );
  });

  it("is the kecamatan's, else the kabupaten's, else what ships", () => {
    const one = (areaCode: string, text: string | null): AreaTemplate => ({
      ...{ areaCode, key: "receipt", language: "id", text },
    });
    const kabupaten = one("63.11", "Dari kabupaten.");
    expect(templateIn([one("63.11.07", "Dari kecamatan."), kabupaten], "receipt", "id")).toBe(
      "Dari kecamatan.",
    );
    expect(templateIn([one("63.11.07", null), kabupaten], "receipt", "id")).toBe("Dari kabupaten.");
    expect(templateIn([], "receipt", "en")).toBe(defaultTemplates.receipt.en);
  });
});
