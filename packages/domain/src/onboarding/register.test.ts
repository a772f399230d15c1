import { describe, expect, it } from "vitest";
import { proposeName } from "./near-names";
import { usernameFrom } from "./people-rows";
import { registerSheet } from "./register-columns";
import { cellDate, cellPhone, columnLetters, isRounded } from "./sheet-cells";
import { findHeadingRow, proposeColumns } from "./sheet-columns";

describe("a cell", () => {
  it.each([
    [new Date("2022-06-01T00:00:00Z"), "2022-06-01"],
    ["2022-06-01", "2022-06-01"],
    ["1/6/2022", "2022-06-01"],
    ["01-06-22", "2022-06-01"],
    ["01 June 2022", "2022-06-01"],
    ["Rabu, 1 Juni 2022", "2022-06-01"],
    ["1 Jun 2022 pukul 08.30", "2022-06-01"],
    ["17 Agt 2025", "2025-08-17"],
    ["31/02/2025", null],
    ["kemarin", null],
    ["", null],
    [45_000, null],
  ])("%s is the day %s", (cell, day) => {
    expect(cellDate(cell)).toBe(day);
  });

  it("knows what Excel did to a number", () => {
    expect(cellPhone(81234567890)).toBe("081234567890");
    expect(cellPhone("0812 345")).toBe("0812 345");
    expect(isRounded(6311024101900001)).toBe(true);
    expect(isRounded("6311024101900001")).toBe(false);
    expect([0, 25, 26, 51].map(columnLetters)).toEqual(["A", "Z", "AA", "AZ"]);
  });
});

describe("a word of a register", () => {
  const villages = [
    { code: "1", name: "Murung Abuin" },
    { code: "2", name: "Murung Ilung" },
    { code: "3", name: "Masingai I" },
    { code: "4", name: "Masingai II" },
    { code: "5", name: "Lingsir" },
  ];
  it.each([
    ["desa MURUNG ABUIN", "1", true],
    ["Murung Abuim", "1", false],
    ["Moeroeng Iloeng", "2", false],
    ["lingsi", "5", false],
    ["Masingai II", "4", true],
  ])("%s means %s", (word, code, isSame) => {
    expect(proposeName(word, villages)).toEqual({ code, isSame });
  });
  it.each(["Masingai", "Murung", "Jakarta", ""])("%s is asked about", (word) => {
    expect(proposeName(word, villages)).toBeNull();
  });
});

it("headings are found under a title, written as offices write them", () => {
  const rows = [
    ["BUKU REGISTER PENGADUAN 2025", null, null, null],
    [null, null, null, null],
    ["No. Agenda", "Tgl. Masuk", "Nama Desa", "Jenis Pengaduan", "Permasalahan", "Tindak Lanjut"],
    ["1", "2/1/2025", "Lingsir", "BPD", "Rapat", "Selesai"],
  ];
  expect(findHeadingRow(registerSheet, rows)).toBe(2);
  expect(proposeColumns(registerSheet, (rows[2] ?? []).map(String))).toMatchObject({
    ...{ number: 0, receivedOn: 1, village: 2, category: 3, title: 4, answer: 5, status: null },
  });
});

it("a user name is made from a name", () => {
  expect(usernameFrom("Siti Aminah, S.Sos")).toBe("siti.aminah");
  expect(usernameFrom("H. Akhmad Fauzi")).toBe("akhmad.fauzi");
});
