import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyProfile } from "./model";
import {
  looksLikeProposal,
  proposalHeadings,
  proposalKeys,
  readNumbered,
  readProposal,
  sectionOf,
  withProposal,
  writeProposal,
} from "./proposal";

/** Seed 004, as it came: 004_d3cb144060543dfe.txt. */
const seed = readFileSync(new URL("profil-proposal.fixture.txt", import.meta.url), "utf8");
const report = readFileSync(new URL("laporan-indeks.fixture.txt", import.meta.url), "utf8");
const read = readProposal(seed);
const profile = withProposal(emptyProfile, read);
const sectionsOf = (text: string) => readProposal(text).sections;

describe("the proposal of seed 004", () => {
  it("has every section", () => {
    expect(Object.keys(read.sections)).toEqual(proposalKeys);
    expect(read).toMatchObject({ missing: [], doubled: [] });
    expect(profile.name).toBe("Pelayanan Kesejahteraan Sosial Antar Kedesa (PAK SOTARSA)");
    expect([looksLikeProposal(seed), looksLikeProposal(report)]).toEqual([true, false]);
  });

  it("has three problems and three steps, each byte for byte", () => {
    expect(profile.problems.items).toHaveLength(3);
    expect(profile.problems.intro).toBe("");
    expect(profile.steps.items.map((item) => item.split("\n")[0])).toEqual([
      ...["Persiapan", "Penetapan", "Pelaksanaan"],
    ]);
    for (const item of [...profile.problems.items, ...profile.steps.items])
      expect(seed).toContain(item);
    expect(profile.problems.items[2]).toMatch(/^keterbatasan anggaran dan sumberdaya\./u);
  });

  it("loses no text", () => {
    const bare = (text: string) => text.replace(/\s+/gu, "");
    expect(bare(writeProposal(profile))).toBe(bare(seed));
  });

  it("renders back equal, field by field", () => {
    const again = withProposal(emptyProfile, readProposal(writeProposal(profile)));
    expect(again).toEqual(profile);
  });
});

describe("a proposal that was changed on its way", () => {
  it("names the sections that are missing, and keeps two of one name", () => {
    const without = readProposal(seed.replace("ISU STRATEGIS", "ISU LAIN"));
    expect(without.missing).toEqual(["strategicIssues"]);
    expect(without.sections.problems).toContain("ISU LAIN");
    const twice = readProposal(`${seed}\n\nHASIL INOVASI\n\nLagi.`);
    expect(twice.doubled).toEqual(["outcome"]);
    expect(twice.sections.outcome).toMatch(/tersalurkan\.\n\nLagi\.$/u);
  });

  it.each<[string, (heading: string) => string]>([
    ["no-break spaces", (heading) => heading.replaceAll(" ", "\u00a0")],
    ["small letters and a colon", (heading) => `${heading.toLowerCase()}:`],
    ["letters before it", (heading) => `B. ${heading}`],
    ["marks of Markdown", (heading) => `## **${heading}**`],
    ["two lines", (heading) => heading.replace(" ", "\n")],
  ])("reads headings with %s", (_what, change) => {
    const text = proposalKeys.reduce(
      (all, key) =>
        all.replace(`\n${proposalHeadings[key]}\n`, () => `\n${change(proposalHeadings[key])}\n`),
      seed,
    );
    expect(sectionsOf(text)).toEqual(read.sections);
  });

  it("takes only numbers that follow each other for parts", () => {
    expect(readNumbered("Dasar:\n1. satu\n2009. bukan\n2) dua\nlanjut")).toEqual({
      ...{ intro: "Dasar:", items: ["satu\n2009. bukan", "dua\nlanjut"] },
    });
    expect(readNumbered("Tanpa nomor")).toEqual({ intro: "Tanpa nomor", items: [] });
  });
});

describe("any proposal", () => {
  const text = fc
    .array(fc.constantFrom("desa", "Tim", "\n", "\n\n", " ", "\u00a0", "**", "|", "2009.", "- "), {
      maxLength: 10,
    })
    .map((parts) => parts.join("").trim());
  const whole = fc.record({
    ...{ cover: text, legalBasis: text, strategicIssues: text, methods: text, before: text },
    ...{ after: text, strengths: text, purpose: text, benefit: text, outcome: text },
    problems: fc.record({ intro: text, items: fc.array(text.filter(Boolean), { maxLength: 4 }) }),
    steps: fc.record({ intro: text, items: fc.array(text.filter(Boolean), { maxLength: 4 }) }),
  });

  it("is written and read back byte for byte", () => {
    fc.assert(
      fc.property(whole, (parts) => {
        const given = { ...emptyProfile, ...parts, name: "x" };
        const back = withProposal(
          { ...emptyProfile, name: "x" },
          readProposal(writeProposal(given)),
        );
        expect(back).toEqual(given);
        for (const key of proposalKeys) expect(sectionOf(back, key)).toBe(sectionOf(given, key));
      }),
      { numRuns: 500, seed: 20261122 },
    );
  });
});
