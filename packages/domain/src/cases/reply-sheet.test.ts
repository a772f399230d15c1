import { describe, expect, it } from "vitest";
import { bulkNoteLength } from "./bulk";
import { readReplySheet, replyColumns, replySheetLimit } from "./reply-sheet";

const heading = ["Judul", ...Object.values(replyColumns)];
const line = (
  number: string,
  version: unknown,
  act: string,
  ...rest: readonly (string | null)[]
): unknown[] => ["Judul apa pun", number, version, act, ...rest];
const read = (...lines: unknown[][]) => {
  const sheet = readReplySheet([heading, ...lines]);
  if (sheet.kind !== "read") throw new Error(sheet.kind);
  return sheet;
};

describe("a filled-in view", () => {
  it("is read line by line, whatever the case and the columns' order", () => {
    const answer = ["", "", "Ditangani", "Sudah", "Selesai", "Dipantau"] as const;
    const { rows, problems, empty } = read(
      line("PRS-2026-0001-A", 3, " Terima "),
      line("PRS-2026-0002-B", "2", "KABAR", null, "Sedang ke lokasi"),
      line("PRS-2026-0003-C", 2, "kabar", "Pelapor", "Mohon ditunggu"),
      line("PRS-2026-0004-D", 4, "jawab", ...answer),
      line("PRS-2026-0005-E", 1, ""),
      [],
    );
    expect(problems).toEqual([]);
    expect(empty).toBe(1);
    expect(rows.map(({ line: at, act }) => [at, act])).toEqual([
      [2, { act: "accept" }],
      [3, { act: "note", audience: "partner", body: "Sedang ke lokasi" }],
      [4, { act: "note", audience: "reporter", body: "Mohon ditunggu" }],
      [
        5,
        {
          act: "resolve",
          outcome: "handled",
          response: "Sudah",
          solution: "Selesai",
          followUp: "Dipantau",
        },
      ],
    ]);
  });

  it("names every line that cannot be read, with its column", () => {
    const { rows, problems } = read(
      line("A-1", 1, "hapus"),
      line("A-2", 1, "kabar", "semua orang", "x"),
      line("A-3", 1, "kabar", "", ""),
      line("A-4", 1, "kabar", "", "x".repeat(bulkNoteLength + 1)),
      line("A-5", "tiga", "terima"),
      line("A-6", 1, "jawab", "", "", "Beres", "a", "b", "c"),
      line("A-7", 1, "jawab", "", "", "Dijawab", "a", "", "c"),
      line("A-8", 1, "terima"),
      line("A-8", 1, "kabar", "", "lagi"),
      line("", 1, "terima"),
    );
    expect(rows.map((row) => row.number)).toEqual(["A-8"]);
    expect(problems.map((p) => [p.line, p.column, p.problem])).toEqual([
      [2, "act", "unknown"],
      [3, "audience", "unknown"],
      [4, "message", "missing"],
      [5, "message", "too-long"],
      [6, "version", "unknown"],
      [7, "outcome", "unknown"],
      [8, "solution", "missing"],
      [10, "number", "twice"],
      [11, "number", "missing"],
    ]);
  });

  it("names 500 bad lines of 500", () => {
    const bad = Array.from({ length: 500 }, (_, at) => line(`B-${at}`, 1, "entah"));
    expect(read(...bad).problems).toHaveLength(500);
  });

  it("is refused whole when it is another file, or more than somebody can have looked at", () => {
    expect(readReplySheet([["Nama", "Alamat"]]).kind).toBe("not-a-sheet");
    expect(readReplySheet([]).kind).toBe("not-a-sheet");
    const many = Array.from({ length: replySheetLimit + 1 }, (_, at) =>
      line(`C-${at}`, 1, "terima"),
    );
    expect(readReplySheet([heading, ...many])).toEqual({
      kind: "too-many",
      rows: replySheetLimit + 1,
    });
  });
});
