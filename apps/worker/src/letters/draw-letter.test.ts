import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import type { Letter, LetterContent } from "@rembuk/domain/letters/model";
import type { LetterPaper } from "@rembuk/services/letters/render-letter";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { createLetterDrawing } from "./draw-letter";

const draw = createLetterDrawing({ publicUrl: "https://rembuk.contoh.go.id", logoFile: null });

const content: LetterContent = {
  subject: "Pengantar Tindak Lanjut Laporan Nomor PRS-2026-0397-K",
  body: "Sehubungan dengan laporan yang diterima Kecamatan Paringin Selatan pada tanggal 17 November 2026, bersama ini kami sampaikan laporan mengenai “Jembatan titian bambu lapuk di RT 2” dari Murung Abuin dengan nomor registrasi PRS-2026-0397-K untuk dapat ditindaklanjuti sesuai dengan tugas dan kewenangan Bapak/Ibu.\nRincian laporan dan identitas pelapor tidak dicantumkan dalam surat ini; keduanya dapat dibuka oleh petugas yang berwenang melalui aplikasi Rembuk. Kami mohon hasil tindak lanjut disampaikan kepada kami melalui aplikasi yang sama atau secara tertulis.\nDemikian disampaikan, atas perhatian dan kerja sama Bapak/Ibu diucapkan terima kasih.",
  addressee: "Kepala Dinas Pekerjaan Umum dan Penataan Ruang Kabupaten Balangan",
  place: "Paringin",
  nature: "urgent",
  enclosure: "1 (satu) berkas",
  copies: ["Bupati Balangan (sebagai laporan)", "Kepala Desa Murung Abuin"],
  instruction: "Periksa ke lapangan bersama Kades, laporkan sebelum Jumat.",
  signer: {
    prefix: "a.n.",
    position: "Camat Paringin Selatan",
    ownPosition: "Sekretaris Kecamatan",
    name: "Hj. Rusmini, S.Sos., M.AP.",
    nip: "19780412 200501 2 009",
  },
};

const paper = (change: Partial<Letter> = {}): LetterPaper => ({
  letter: {
    id: "0193b2f0-0000-7000-8000-000000000001",
    caseId: "0193b2f0-0000-7000-8000-000000000002",
    subdistrictCode: "63.11.07",
    kind: "cover-letter",
    referralId: null,
    status: "issued",
    version: 1,
    year: 2026,
    serial: 12,
    number: "400.10/12/KEC-PRS/2026",
    content,
    createdById: "0193b2f0-0000-7000-8000-000000000003",
    createdAt: new Date("2026-11-20T01:00:00Z"),
    issuedById: null,
    issuedAt: new Date("2026-11-20T02:00:00Z"),
    scanFileId: null,
    signature: null,
    signedOn: null,
    signedAt: null,
    signedById: null,
    voidedAt: null,
    voidReason: null,
    renderedStatus: null,
    ...change,
  },
  caseNumber: "PRS-2026-0397-K",
  receivedAt: new Date("2026-11-17T01:00:00Z"),
  letterhead: [],
  categoryName: "Jembatan desa",
  villageName: "Murung Abuin",
  office: {
    subdistrictCode: "63.11.07",
    name: "Kecamatan Paringin Selatan",
    letters: "PRS",
    deskName: "Meja Koordinasi",
    address: "Jalan A. Yani Km 3, Batu Piring, Paringin Selatan 71618",
    phone: "(0526) 2028000",
    openingHours: "08.00-16.30",
    zone: "WITA",
    regencyName: "Kabupaten Balangan",
  },
});

/** The text of a PDF as somebody who selects it would copy it, by page. */
const textOf = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let at = 1; at <= document.numPages; at += 1) {
    const { items } = await (await document.getPage(at)).getTextContent();
    const words = items.map((item) => ("str" in item ? item.str : ""));
    // Lines break inside numbers and names: compared without the blanks.
    pages.push(words.join("").replace(/\s+/g, ""));
  }
  return pages;
};

const drawn = async (given: LetterPaper) => {
  const bytes = await draw(given);
  const directory = process.env.LETTERS_TO_LOOK_AT;
  if (directory)
    await writeFile(`${directory}/${given.letter.kind}-${given.letter.status}.pdf`, bytes);
  return bytes;
};

describe("the PDF of a letter", () => {
  it("carries number, addressee, subject, signer and tembusan as text, on one page", async () => {
    const pages = await textOf(await drawn(paper()));
    expect(pages).toHaveLength(1);
    for (const words of [
      "PEMERINTAH KABUPATEN BALANGAN",
      "KECAMATAN PARINGIN SELATAN",
      "400.10/12/KEC-PRS/2026",
      "Paringin Selatan, 20 November 2026",
      "Dinas Pekerjaan Umum",
      "Segera",
      "a.n. Camat Paringin Selatan",
      "Sekretaris Kecamatan",
      "NIP 19780412 200501 2 009",
      "Tembusan:",
      "Bupati Balangan (sebagai laporan)",
      "Kepala Desa Murung Abuin",
      "https://rembuk.contoh.go.id/lacak",
    ])
      expect(pages[0]).toContain(words.replaceAll(" ", ""));
  });

  it("a disposition has the boxes of the sheet", async () => {
    const sheet = { ...content, body: "Laporan dari Murung Abuin", addressee: "Kasi PMD" };
    const pages = await textOf(await drawn(paper({ kind: "disposition", content: sheet })));
    expect(pages).toHaveLength(1);
    for (const words of [
      "LEMBAR DISPOSISI",
      "Surat dari",
      "Diterima tanggal 17 November 2026",
      "Nomor agenda PRS-2026-0397-K",
      "Sifat",
      "Diteruskan kepada Kasi PMD",
      "Isi disposisi",
      "Periksa ke lapangan",
      "Paraf",
    ])
      expect(pages[0]).toContain(words.replaceAll(" ", ""));
  });

  it("has the office's own lines in its head", async () => {
    const lines = ["Jalan Raya Paringin Nomor 9 Kode Pos 71618", "kec-prs@contoh.go.id"];
    const [page] = await textOf(await draw({ ...paper(), letterhead: lines }));
    for (const line of lines) expect(page).toContain(line.replaceAll(" ", ""));
    expect(page).not.toContain("Batu Piring".replaceAll(" ", ""));
  });

  it("a void one says BATAL, and keeps its number", async () => {
    const voided = paper({ status: "void", voidedAt: new Date("2026-11-21T02:00:00Z") });
    const text = (await textOf(await drawn(voided))).join(" ");
    expect(text).toContain("BATAL");
    expect(text).toContain("400.10/12/KEC-PRS/2026");
  });

  it("embeds its fonts, and runs on over pages when there is much to say", async () => {
    const body = Array.from({ length: 30 }, () => content.body).join("\n");
    const bytes = await draw(paper({ content: { ...content, body } }));
    const raw = Buffer.from(bytes).toString("latin1");
    expect(raw).toContain("/FontFile2");
    expect(raw).not.toMatch(/\/JavaScript|\/Launch|\/EmbeddedFile/);
    expect((await textOf(bytes)).length).toBeGreaterThan(2);
  });

  it("drawn again it is the same file, byte for byte", async () => {
    const sum = async () =>
      createHash("sha256")
        .update(await draw(paper()))
        .digest("hex");
    expect(await sum()).toBe(await sum());
  });
});
