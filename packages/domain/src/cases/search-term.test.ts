import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatCaseNumber } from "./case-number";
import { isPersonalTerm } from "./personal-term";
import { readSearchTerm } from "./search-term";

describe("a case number among the terms", () => {
  it.each([
    ["PRS-2026-0397-K", ["prs20260397k"]],
    ["prs 2026 0397 k", ["prs20260397k"]],
    ["prs20260397k", ["prs20260397k"]],
    ["PRS-2O26-O397-K", ["prs20260397k"]],
    ["PRS-2026-03", ["prs202603"]],
    ["prs-2026-", ["prs2026"]],
    ["2026-0397", ["20260397"]],
    ["0397-K", ["0397k"]],
    ["397", ["397"]],
  ])("%s", (text, numbers) => {
    expect(readSearchTerm(text)).toMatchObject({ kind: "number", numbers, failsCheck: false });
  });

  it("is looked for without its check letter when that does not fit", () => {
    expect(readSearchTerm("PRS-2026-0397-A")).toMatchObject({
      ...{ kind: "number", numbers: ["prs20260397"], failsCheck: true },
    });
  });

  it("is recognised whole, whatever stands between its parts", () => {
    const serial = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(serial, fc.constantFrom("-", " ", "", "/"), (n, between) => {
        const number = formatCaseNumber({ prefix: "HLG", year: 2026, serial: n });
        const term = readSearchTerm(number.replaceAll("-", between));
        expect(term.numbers).toEqual([number.toLowerCase().replaceAll("-", "")]);
      }),
    );
  });

  it.each(["2026", "12", "RT 05", "air bersih", "prs"])("is not seen in %s", (text) => {
    expect(readSearchTerm(text)).toMatchObject({ kind: "words", numbers: [] });
  });
});

describe("a person's numbers among the terms", () => {
  it.each(["6311070104860412", "6311 0701 0486 0412", "63.11.07.010486.0412"])("NIK %s", (text) => {
    expect(readSearchTerm(text)).toMatchObject({ kind: "nik", nik: "6311070104860412" });
    expect(isPersonalTerm(text)).toBe(true);
  });

  it.each(["0812-3456-7890", "+62 812 3456 7890", "62 (0)812-3456-7890", "081234567890"])(
    "phone %s",
    (text) => {
      expect(readSearchTerm(text)).toMatchObject({ kind: "phone", phone: "+6281234567890" });
      expect(isPersonalTerm(text)).toBe(true);
    },
  );

  it("keeps what is half typed or one digit short to itself too", () => {
    for (const text of ["631107010486041", "08123456", "63110701"]) {
      expect(isPersonalTerm(text)).toBe(true);
      expect(readSearchTerm(text).words).toBe("");
    }
    for (const text of ["PRS-2026-0397-K", "2026-0397", "0397", "jalan rusak", "Siti"])
      expect(isPersonalTerm(text)).toBe(false);
  });

  it("are found in a sentence", () => {
    expect(readSearchTerm("NIK: 6311070104860412")).toMatchObject({
      ...{ kind: "nik", nik: "6311070104860412", words: "" },
    });
    expect(readSearchTerm("hp 0812-3456-7890")).toMatchObject({ kind: "phone", words: "" });
  });

  it("are not seen within a word", () => {
    expect(readSearchTerm("prenjak1795341234567")).toMatchObject({
      ...{ kind: "words", words: "prenjak1795341234567" },
    });
  });

  it("are words beside words when they are neither, and still stay out of the address", () => {
    const sentence = "Titian putus 1795342785946";
    expect(readSearchTerm(sentence)).toMatchObject({ kind: "words", words: sentence });
    expect(isPersonalTerm(sentence)).toBe(true);
  });

  it("gives nothing of them to the words", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{15}$/), (nik) => {
        const { words, phrases, name, numbers } = readSearchTerm(nik);
        expect([words, phrases, name, numbers]).toEqual(["", [], "", []]);
      }),
    );
  });
});

describe("words", () => {
  it("are all looked for, the last one also half typed, and may be a name", () => {
    expect(readSearchTerm(" jalan  rusak ")).toMatchObject({
      ...{ kind: "words", words: "jalan rusak", beginning: "rusak", name: "jalan rusak" },
    });
  });
  it("in quotes are a phrase and no name", () => {
    expect(readSearchTerm('"air bersih" RT')).toMatchObject({
      ...{ words: "RT", phrases: ["air bersih"], beginning: null, name: "" },
    });
  });
  it("can be nothing", () => {
    for (const text of ["", "  ", "??", '""']) expect(readSearchTerm(text).kind).toBe("empty");
  });
  it("never break whatever is typed", () => {
    fc.assert(fc.property(fc.string({ maxLength: 120 }), (text) => void readSearchTerm(text)));
  });
});
