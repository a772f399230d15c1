import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readReport, reportLabels, writeReport } from "./index-report";
import { emptyProfile, reportRowKeys } from "./model";
import { type ReportRows, readDay, reportGaps, reportRowsOf, withReport } from "./report-reading";

/** Seed 001, as it came: 001_61664001e1514c66.txt. */
const seed = readFileSync(new URL("laporan-indeks.fixture.txt", import.meta.url), "utf8");
const read = readReport(seed);
const profile = withReport(emptyProfile, read.rows);

/** The text with another table around the same cells. */
const changed = (change: (text: string) => string) => readReport(change(seed)).rows;

describe("the report of seed 001", () => {
  it("has the 11 labels in their order, and nothing besides", () => {
    expect(Object.keys(read.rows)).toEqual(reportRowKeys);
    expect(read).toMatchObject({ missing: [], doubled: [], left: [] });
  });

  it("gives values that stand in it byte for byte, and loses no text", () => {
    for (const value of Object.values(read.rows)) expect(seed).toContain(value);
    const bare = (text: string) => text.replace(/[\s|]+/gu, "");
    const own = bare(
      Object.entries(read.rows)
        .map(([key, value]) => reportLabels[key as "name"] + value)
        .join(""),
    );
    expect(bare(seed)).toBe(bare("Laporan Indeks Inovasi Daerah Rincian Keterangan ------") + own);
  });

  it("renders back equal, field by field, through the profile", () => {
    const rows = reportRowsOf(profile);
    expect(rows).toEqual(read.rows);
    expect(readReport(writeReport(rows)).rows).toEqual(read.rows);
    expect(rows.startedOn).toBe("01 June 2022");
    expect(profile.startedOn).toBe("2022-06-01");
    expect(rows.initiator).toBe("MEGAWATI, S.Pd, M.Pd");
    expect(profile.initiatorType).toBeNull();
  });

  it("keeps what is open open, never filled in", () => {
    expect(reportGaps(profile)).toEqual({ iidStage: "blank", form: "blank", kind: "undecided" });
    expect(profile).toMatchObject({ iidStage: null, form: null, kind: "undecided" });
  });
});

describe("a report that was changed on its way", () => {
  it("keeps its values when its rows stand in another order", () => {
    const rows = reportRowKeys.map((key) => `| ${reportLabels[key]} | ${read.rows[key]} |`);
    const turned = ["| Rincian | Keterangan |", ...rows.reverse()].join("\n");
    expect(readReport(turned).rows).toEqual(read.rows);
  });

  it("names the rows that are missing or stand there twice", () => {
    const without = readReport(seed.replace(/\| Jenis Inovasi \|.*\|\n/u, ""));
    expect(without.missing).toEqual(["kind"]);
    const twice = readReport(`${seed}\n| Nama Inovasi | LAIN |`);
    expect(twice).toMatchObject({ doubled: ["name"], left: ["Nama Inovasi: LAIN"] });
    expect(twice.rows.name).toBe(read.rows.name);
    expect(readReport("Selamat pagi.")).toMatchObject({ rows: {}, left: ["Selamat pagi."] });
  });

  it("reads labels with no-break spaces, small letters and other line ends", () => {
    const labelled = (change: (label: string) => string) =>
      changed((text) =>
        reportRowKeys.reduce(
          (all, key) =>
            all.replace(`| ${reportLabels[key]} |`, () => `| ${change(reportLabels[key])} |`),
          text,
        ),
      );
    expect(labelled((label) => label.replaceAll(" ", "\u00a0"))).toEqual(read.rows);
    expect(labelled((label) => label.toUpperCase())).toEqual(read.rows);
    expect(labelled((label) => label.replace(" ", "\n"))).toEqual(read.rows);
    expect(changed((text) => `\ufeff${text.replaceAll("\n", "\r\n")}`)).toEqual(read.rows);
  });

  it("reads a cell that goes on over lines, and in a row without a label", () => {
    const name = "| Nama Inovasi | RUKO PARSEL\n(Rumah Koordinasi |\n| | Paringin Selatan) |";
    const rows = changed((text) => text.replace(/\| Nama Inovasi \|.*\|/u, () => name));
    expect(rows).toEqual({
      ...read.rows,
      name: "RUKO PARSEL\n(Rumah Koordinasi\nParingin Selatan)",
    });
  });

  it("hands back rows that it does not know", () => {
    const known = "| Jenis Inovasi | Belum ditentukan |";
    const { rows, left } = readReport(
      seed.replace(known, `${known}\n| Video | https://contoh.invalid |`),
    );
    expect(rows).toEqual(read.rows);
    expect(left).toEqual(["| Video | https://contoh.invalid |"]);
  });

  it("reads lines without a table", () => {
    const lines =
      "Nama Inovasi : RUKO\nJenis Inovasi\tDigital\nTujuan Inovasi\nAgar rukun.\nDan cepat.";
    expect(readReport(lines).rows).toEqual({
      ...{ name: "RUKO", kind: "Digital", purpose: "Agar rukun.\nDan cepat." },
    });
  });

  it.each([
    ["01 June 2022", "2022-06-01"],
    ["1 Juni 2022", "2022-06-01"],
    ["01\u00a0Juni\u00a02022", "2022-06-01"],
    ["1/6/2022", "2022-06-01"],
    ["2022-06-01", "2022-06-01"],
    ["31 Februari 2022", null],
    ["Juni 2022", null],
  ])("reads the day %s as %s", (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  it("says of what nobody can read that it cannot be read, and keeps it", () => {
    const odd = withReport(profile, { startedOn: "sekitar Juni 2022", form: "Campuran" });
    expect(reportGaps(odd)).toMatchObject({ startedOn: "unreadable", form: "unreadable" });
    expect(reportRowsOf(odd)).toMatchObject({ startedOn: "sekitar Juni 2022", form: "Campuran" });
  });

  it("prints what was changed since, and no longer what was imported", () => {
    const rows = reportRowsOf({ ...profile, startedOn: "2022-06-02", kind: "digital" });
    expect(rows).toMatchObject({ startedOn: "2 Juni 2022", kind: "Digital" });
  });
});

describe("any report", () => {
  const value = fc
    .array(
      fc.constantFrom(
        "a",
        "Koordinasi",
        "|",
        "\\",
        "\n",
        " ",
        "\u00a0",
        "1.",
        "Nama Inovasi",
        "é",
        ":",
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join("").trim());
  const rows = fc.record(Object.fromEntries(reportRowKeys.map((key) => [key, value])));

  it("is written and read back byte for byte, in any order of its rows", () => {
    fc.assert(
      fc.property(rows, (any) => {
        const back = readReport(writeReport(any as unknown as ReportRows));
        expect(back.rows).toEqual(any);
        expect(back.left).toEqual([]);
      }),
      { numRuns: 500, seed: 20261122 },
    );
  });

  it("goes through a profile unchanged, whatever its rows say", () => {
    const said = fc.oneof(
      value,
      fc.constantFrom(
        "Penerapan",
        "uji  coba",
        "ASN",
        "ASN (Siti)",
        "Belum ditentukan",
        "1 Mei 2024",
      ),
    );
    const profiles = fc.record(Object.fromEntries(reportRowKeys.map((key) => [key, said])));
    fc.assert(
      fc.property(profiles, (any) => {
        const given = any as unknown as ReportRows;
        expect(reportRowsOf(withReport(emptyProfile, given))).toEqual(given);
      }),
      { numRuns: 500, seed: 20261123 },
    );
  });
});
