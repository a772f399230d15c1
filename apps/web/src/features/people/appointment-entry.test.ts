import { describe, expect, it } from "vitest";
import {
  appointmentProblems,
  emptyAppointment,
  onlyArea,
  sectorChoices,
  wantedLevel,
} from "./appointment-entry";

const sectors = [
  { code: "KASI_PMD", name: "Seksi PMD", level: "section" },
  { code: "SEKCAM", name: "Sekretariat", level: "section" },
  { code: "PUSKESMAS", name: "Puskesmas", level: "subdistrict" },
  { code: "DPMD", name: "DPMD", level: "regency" },
  { code: "INSPEKTORAT", name: "Inspektorat", level: "regency" },
];
const codes = (...input: Parameters<typeof sectorChoices>) =>
  sectorChoices(...input).map((s) => s.code);
const kecamatan = { code: "63.11.07", name: "Paringin Selatan" };

describe("the sectors of a role", () => {
  it("of a Kasi are the sections but the secretariat", () => {
    expect(codes("section-head", sectors, kecamatan.code)).toEqual(["KASI_PMD"]);
    expect(codes("subdistrict-secretary", sectors, kecamatan.code)).toEqual(["SEKCAM"]);
  });
  it("of a partner in a kecamatan are the offices that sit there", () => {
    expect(codes("sector-partner", sectors, kecamatan.code)).toEqual(["PUSKESMAS"]);
    expect(codes("sector-partner", sectors, "")).toEqual(["PUSKESMAS", "DPMD"]);
  });
  it("of a village officer are none", () => {
    expect(codes("village-officer", sectors, kecamatan.code)).toEqual([]);
  });
});

describe("the place of a role", () => {
  it("follows the role, and of a partner its office", () => {
    const [, , puskesmas, dpmd] = sectors;
    expect(wantedLevel("village-officer", null)).toBe(4);
    expect(wantedLevel("administrator", null)).toBe(0);
    expect(wantedLevel("sector-partner", puskesmas ?? null)).toBe(3);
    expect(wantedLevel("sector-partner", dpmd ?? null)).toBe(2);
    expect(wantedLevel("sector-partner", null)).toBeNull();
  });
  it("needs no choice where there is only one", () => {
    expect(onlyArea(3, kecamatan)).toBe(kecamatan);
    expect(onlyArea(4, kecamatan)).toBeNull();
    expect(onlyArea(3, { code: "", name: "" })).toBeNull();
    expect(onlyArea(0, kecamatan)).toEqual({ code: "", name: "" });
  });
});

describe("what is missing", () => {
  const entry = emptyAppointment("2026-11-23");
  it("is the role first", () => {
    expect(appointmentProblems(entry, null)).toEqual({ role: "missing" });
  });
  it("is the sector and the place of a partner", () => {
    expect(appointmentProblems({ ...entry, role: "sector-partner" }, null)).toEqual({
      sectorCode: "missing",
      areaCode: "missing",
    });
  });
  it("is nothing when it fits, and an end before the start does not", () => {
    const officer = { ...entry, role: "triage-officer" as const };
    expect(appointmentProblems(officer, kecamatan)).toEqual({});
    expect(appointmentProblems({ ...officer, endsOn: "2026-11-22" }, kecamatan)).toEqual({
      endsOn: "before",
    });
  });
});
