import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { readReport, reportLabels } from "@rembuk/domain/innovations/index-report";
import {
  emptyParts,
  emptyProfile,
  type InnovationProfile,
  reportRowKeys,
} from "@rembuk/domain/innovations/model";
import { readProposal, withProposal, writeProposal } from "@rembuk/domain/innovations/proposal";
import { reportGaps, reportRowsOf, withReport } from "@rembuk/domain/innovations/report-reading";
import type { ShownInnovation } from "@rembuk/services/innovations/queries";
import type { PaperHead } from "@rembuk/services/reports/render-paper";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { readSheet } from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { createPaperDrawing } from "./draw-papers";

const draw = createPaperDrawing({ publicUrl: "https://rembuk.contoh.go.id" });
const now = new Date("2026-11-20T02:12:00Z");
const head: PaperHead = {
  ...{ number: "7KQ2-MX4D-9TRA", placeName: "Kecamatan Paringin Selatan", zone: "WITA" },
  ...{ madeAt: now, madeBy: { name: "Ruslina Hasan", role: "subdistrict-secretary" } },
};
const fixture = (name: string) =>
  readFileSync(
    new URL(`../../../../packages/domain/src/innovations/${name}.fixture.txt`, import.meta.url),
    "utf8",
  );
const report = readReport(fixture("laporan-indeks")).rows;
const proposal = withProposal(emptyProfile, readProposal(fixture("profil-proposal")));

const shown = (profile: InnovationProfile, change: Partial<ShownInnovation> = {}) =>
  ({
    ...{ id: "i", subdistrictCode: "63.11.07", villageCode: null, status: "endorsed" },
    ...{ stage: "implementation", version: 1, profile, parts: emptyParts, revisions: [] },
    ...{ rows: reportRowsOf(profile), gaps: reportGaps(profile), seesNames: true },
    evidence: {
      ...{ cases: 21, solved: null, trips: 3, people: 39, weeks: [], countedAt: now },
      since: "2022-06-01",
    },
    ...change,
  }) as unknown as ShownInnovation;

/** What is on the pages, without blanks: a line that is broken is no other text. */
const textOf = async (bytes: Uint8Array, name: string): Promise<string> => {
  if (process.env.PAPERS_DIR) await writeFile(`${process.env.PAPERS_DIR}/${name}.pdf`, bytes);
  const file = await getDocument({ data: Uint8Array.from(bytes) }).promise;
  let text = "";
  for (let at = 1; at <= file.numPages; at += 1) {
    const { items } = await (await file.getPage(at)).getTextContent();
    text += items.map((item) => ("str" in item ? item.str : "")).join("");
  }
  return text.replace(/\s+/gu, "");
};
const bare = (text: string) => text.replace(/\s+/gu, "");

describe("Laporan Indeks Inovasi Daerah", () => {
  const profile = withReport(emptyProfile, report);

  it("prints the 11 labels in order, short values whole, and says what is open", async () => {
    const text = await textOf(await draw.innovationReport(head, shown(profile)), "report");
    const places = reportRowKeys.map((key) => text.indexOf(bare(reportLabels[key])));
    expect(places.every((place, at) => place >= 0 && place > (places[at - 1] ?? -1))).toBe(true);
    for (const key of ["agency", "name", "initiator", "startedOn", "benefit"] as const)
      expect(text).toContain(bare(report[key] ?? "?"));
    expect(text).toContain(bare("Belum ditentukan (belum lengkap)"));
    expect(text.match(/Belumdiisi/gu)).toHaveLength(2);
    expect(text).toContain("7KQ2-MX4D-9TRA");
  });

  it("names nobody to who reads no names", async () => {
    const one = shown(profile, { seesNames: false });
    expect(await textOf(await draw.innovationReport(head, one), "report-coach")).not.toContain(
      "MEGAWATI",
    );
    const table = await draw.innovationTable(head, one);
    expect(JSON.stringify(await readSheet(Buffer.from(table)))).not.toContain("MEGAWATI");
  });

  it("is a workbook of the same 11 rows, long texts uncut, with the counts on a sheet of their own", async () => {
    const bytes = Buffer.from(await draw.innovationTable(head, shown(profile)));
    const [, ...rows] = await readSheet(bytes);
    expect(rows.map((row) => row[0])).toEqual(reportRowKeys.map((key) => reportLabels[key]));
    const flat = (text: string) => text.replace(/[\t\r\n]+/gu, " ");
    expect(rows.map((row) => row[1] ?? "")).toEqual(
      reportRowKeys.map((key) => flat(report[key] ?? "")),
    );
    const counted = await readSheet(bytes, "Bukti");
    expect(counted.slice(1)).toEqual([
      ["Kasus", 21],
      ["Kasus selesai ditindaklanjuti", "kurang dari 5"],
      ["Kunjungan", 3],
      ["Orang terlayani", 39],
    ]);
  });
});

describe("Profil Inovasi", () => {
  it("prints every word of the proposal, in its order", async () => {
    const text = await textOf(await draw.innovationProposal(head, shown(proposal)), "proposal");
    const words = writeProposal(proposal).split(/\s+/u).filter(Boolean);
    let from = 0;
    for (const word of words) {
      const at = text.indexOf(word, from);
      expect(at, word).toBeGreaterThanOrEqual(from);
      from = at;
    }
  });
});
