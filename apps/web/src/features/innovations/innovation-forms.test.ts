import { emptyParts, emptyProfile } from "@rembuk/domain/innovations/model";
import { describe, expect, it } from "vitest";
import { recordsHref } from "./evidence-panel";
import type { ShownInnovation } from "./innovation-data";
import { emptyLine, linesOf, partOf } from "./part-lines";
import { previewOf } from "./paste-field";
import { profileOf, typedOf } from "./profile-sections";

describe("a section of the profile", () => {
  it("keeps blank what is blank, and numbered parts apart", () => {
    expect(profileOf({ kind: "", startedOn: "", idea: "  Antar " })).toEqual({
      ...{ kind: null, startedOn: null, idea: "Antar" },
    });
    const problems = { intro: "Ada dua:", items: ["jarak", "sinyal"] };
    const typed = typedOf({ ...emptyProfile, problems }, "problems");
    expect(profileOf({ problems: typed })).toEqual({ problems });
  });
});

describe("a list beside the profile", () => {
  it("is sent when each line is whole", () => {
    const line = { ...emptyLine("budget"), year: "2026", source: "APBD", amount: "52500000" };
    expect(partOf("budget", [line])).toEqual({
      budget: [{ year: 2026, source: "APBD", amount: 52_500_000 }],
    });
    expect(partOf("budget", [emptyLine("budget")])).toBeNull();
    expect(partOf("budget", [])).toEqual({ budget: [] });
  });

  it("comes back as it was, an SK without an end too", () => {
    const decrees = [{ number: "188/7", subject: "Tim", startsOn: "2022-02-01", endsOn: null }];
    const parts = { ...emptyParts, decrees };
    expect(partOf("decrees", linesOf(parts, "decrees"))).toEqual({ decrees });
    const team = [{ name: "Siti", position: "Staf", userId: null }];
    expect(partOf("team", linesOf({ ...emptyParts, team }, "team"))).toEqual({ team });
  });
});

describe("a pasted text", () => {
  it("is told for what it is before it is sent", () => {
    expect(previewOf(emptyProfile, " ")).toBeNull();
    expect(previewOf(emptyProfile, "Selamat pagi.")).toBeNull();
    expect(previewOf(emptyProfile, "| Nama Inovasi | RUKO |")).toMatchObject({
      ...{ format: "report", found: ["name"] },
    });
  });
});

describe("a figure", () => {
  const shown = (change: object) =>
    ({
      ...{ isOffice: true, subdistrictCode: "63.11.02", evidence: { since: "2022-02-01" } },
      parts: { operations: { categories: ["SOC-AID"], countsTrips: true } },
      ...change,
    }) as unknown as ShownInnovation;
  const all = { cases: true, trips: true };

  it("leads to its records, as far as the reader may open them", () => {
    expect(recordsHref("cases", shown({}), all)).toBe(
      "/antrean?tampilan=semua&jenis=SOC-AID&masuk=2022-02-01..&kecamatan=63.11.02",
    );
    expect(recordsHref("solved", shown({}), all)).toContain("status=resolved%2Cclosed");
    expect(recordsHref("people", shown({}), all)).toBe("/kunjungan");
    expect(recordsHref("cases", shown({}), { cases: false, trips: false })).toBeNull();
    expect(recordsHref("trips", shown({ isOffice: false }), all)).toBeNull();
  });
});
