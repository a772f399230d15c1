import { writeFile } from "node:fs/promises";
import { readReplySheet, replyColumns } from "@rembuk/domain/cases/reply-sheet";
import type { FamilyRow } from "@rembuk/services/beneficiaries/export-families";
import type { CaseListItem } from "@rembuk/services/cases/queries";
import type { ShownHandover } from "@rembuk/services/handovers/queries";
import type { MeetingMinutes } from "@rembuk/services/meetings/minutes-queries";
import type { BoardCase } from "@rembuk/services/reports/case-queries";
import type { MeetingFacts } from "@rembuk/services/reports/meeting-queries";
import type { PaperHead } from "@rembuk/services/reports/render-paper";
import type { VillageSheet } from "@rembuk/services/reports/village-queries";
import type { TripOrder } from "@rembuk/services/trips/order-queries";
import type { ShownTrip } from "@rembuk/services/trips/queries";
import { strFromU8, unzipSync } from "fflate";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { readSheet } from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { createPaperDrawing } from "./draw-papers";

const draw = createPaperDrawing({ publicUrl: "https://rembuk.contoh.go.id" });
const now = new Date("2026-11-20T02:12:00Z");
const head: PaperHead = {
  number: "7KQ2-MX4D-9TRA",
  placeName: "Kecamatan Paringin Selatan",
  zone: "WITA",
  madeAt: now,
  madeBy: { name: "Drs. H. Nasrullah Lubis", role: "subdistrict-head" },
};
const clock = (daysLeft: number) => ({
  ...{ usedDays: 5, limitDays: 14, heldDays: 0, daysLeft, dueAt: now },
  state: daysLeft < 0 ? ("late" as const) : ("on-time" as const),
});
const villages = [
  ...["Lingsir", "Tarangan", "Bungin", "Maradap", "Telaga Purun", "Batu Piring", "Panggung"],
  ...["Galumbang", "Murung Jambu", "Murung Abuin", "Halubau Utara", "Binjai", "Inan", "Halubau"],
  ...["Baruh Bahinu Dalam", "Baruh Bahinu Luar"],
];
const titles = [
  "LPG 3 kg dijual di atas harga eceran tertinggi",
  "SPJ Dana Desa tahap II belum masuk Siskeudes, 6311070101900001",
  "Laporan realisasi APB Desa belum lengkap sejak triwulan kedua tahun berjalan",
  "Jembatan titian bambu lapuk di RT 2",
];
const kase = (at: number, change: Partial<BoardCase> = {}): BoardCase => ({
  id: `case-${at}`,
  number: `PRS-2026-0${300 + at}-K`,
  title: titles[at % titles.length] ?? "",
  status: "in_progress",
  isSecret: false,
  villageCode: `63.11.07.20${String(at).padStart(2, "0")}`,
  villageName: villages[at % villages.length] ?? "",
  subdistrictCode: "63.11.07",
  holder: { kind: "section", code: "KASI_PEMERINTAHAN", name: "Seksi Pemerintahan" },
  responsibleName: "Rahmah",
  escalationLevel: 0,
  receivedAt: now,
  total: clock(-1 - (at % 20)),
  stage: clock(at % 2 === 0 ? -2 : 3),
  ...change,
});
const count = (open: number, late: number) => ({ open, late, near: 0 });
const facts = (places: number): MeetingFacts => ({
  board: {
    ...{ ...count(146, 25), readAt: now, dueToday: 3, unowned: 12, escalated: 4 },
    ...{ receivedThisWeek: 9, settledThisWeek: 7, ages: [], weeks: [], villages: [] },
    ...{ dueThisWeek: 5, turn: 2, receivedToday: 1, settledToday: 1, states: [] },
    ...{ subdistricts: [], categories: [], sectors: [] },
    ...{ unownedCases: [], escalatedCases: [], lateCases: [], oldestCase: null },
    holders: [
      { kind: "section", code: "KASI_PEMERINTAHAN", name: "Seksi Pemerintahan", ...count(17, 3) },
      { kind: "sector", code: "DPMD", name: "Dinas PMD", ...count(6, 1) },
      { kind: "desk", code: null, name: null, ...count(9, 2) },
    ],
  },
  period: { days: 30, from: new Date("2026-10-21T02:12:00Z"), received: 41, settled: 36 },
  late: Array.from({ length: 12 }, (_, at) => kase(at)),
  unowned: Array.from({ length: 12 }, (_, at) => kase(20 + at)),
  escalated: [kase(1, { escalationLevel: 2 })],
  lateHolders: [],
  places: Array.from({ length: places }, (_, at) => ({
    code: `63.11.07.${2000 + at}`,
    name: villages[at % villages.length] ?? "",
    subdistrictCode: "63.11.07",
    within: "Kec. Paringin Selatan",
    ...count(at % 5 === 4 ? 0 : 9 - (at % 7), at % 3),
    asks:
      at % 5 === 4
        ? []
        : [
            { category: "Penyaluran Dana Desa dan laporannya", cases: 3 },
            { category: "LPM dan lembaga desa", cases: 1 },
          ],
  })),
});

/** The text of a PDF by page, without the blanks. */
const textOf = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let at = 1; at <= document.numPages; at += 1) {
    const { items } = await (await document.getPage(at)).getTextContent();
    const words = items.map((item) => ("str" in item ? item.str : ""));
    pages.push(words.join("").replace(/\s+/g, ""));
  }
  return pages;
};
const looked = async (name: string, bytes: Uint8Array) => {
  const directory = process.env.LETTERS_TO_LOOK_AT;
  if (directory) await writeFile(`${directory}/${name}`, bytes);
  return bytes;
};

const office: TripOrder["office"] = {
  ...{ subdistrictCode: "63.11.02", name: "Kecamatan Halong", letters: "HLG", zone: "WITA" },
  ...{ regencyName: "Kabupaten Balangan", deskName: "Meja", address: "Jl. Contoh 1" },
  ...{ phone: "0860-0000-0101", openingHours: "08.00-16.00", brand: "" },
};

const told = { recordedById: "a", recordedAt: now, by: "radio", saidBy: "Kades Uren" } as const;
const stop = { villageCode: "63.11.02.2019", arrivedAt: null, maySet: false };
const loadedTrip: ShownTrip = {
  ...{ id: "trip", subdistrictCode: "63.11.02", status: "confirmed_by_village", version: 4 },
  ...{ purpose: "Antar bantuan beras", vehicle: "Mobil 4x4", zone: "WITA", decreeId: "sk" },
  ...{ startsOn: "2026-11-28", endsOn: "2026-11-29", orderNumber: "400.10/3/KEC-HLG/2026" },
  ...{ orderedAt: now, orderedById: "camat", urgentOrder: null, plannedById: "b" },
  ...{ plannedAt: now, departedAt: null, returnedAt: null, reconciledAt: null },
  ...{
    postponed: null,
    cancelReason: null,
    openHandovers: 0,
    costs: [],
    shares: [],
    goods: [],
    activities: [],
  },
  ...{ moves: [], mayChange: false, mayCount: false, mayFill: false },
  ...{ mayRecordOutreach: null, mayPrintSheet: true },
  decree: {
    ...{ id: "sk", number: "188.45/7/2026", subject: "Tim PAK SOTARSA" },
    ...{ startsOn: "2026-01-01", endsOn: "2026-12-31" },
  },
  crew: [
    { id: "1", name: "Rusmiati (fiktif)", position: "Kasi Kessos", duty: "lead", userId: null },
    { id: "2", name: "Fahmi (fiktif)", position: "Staf", duty: "driver", userId: null },
  ],
  stops: [
    {
      ...{ ...stop, id: "s1", villageName: "Uren" },
      appointment: { ...told, place: "Balai desa Uren", meetsAt: now },
    },
    { ...stop, id: "s2", villageName: "Liyu", appointment: null },
  ],
};

describe("Surat tugas", () => {
  it("says on what ground, who goes, where and when, and who orders it", async () => {
    const signer = { prefix: "", position: "Camat Halong", ownPosition: "", nip: "" } as const;
    const bytes = await draw.tripOrder(head, {
      ...{ trip: loadedTrip, office, letterhead: [] },
      signer: { ...signer, name: "Ruslina Yanti (fiktif)", userId: "camat" },
    });
    const pages = await textOf(await looked("order.pdf", bytes));
    expect(pages).toHaveLength(1);
    for (const words of [
      ...["PEMERINTAH KABUPATEN BALANGAN", "KECAMATAN HALONG", "SURAT TUGAS"],
      ...["Nomor 400.10/3/KEC-HLG/2026", "188.45/7/2026 tentang Tim PAK SOTARSA"],
      ...["28 November 2026 sampai dengan 29 November 2026", "Rusmiati (fiktif)", "Pengemudi"],
      ...["Balai desa Uren", "ditetapkan desa", "Camat Halong,", "Ruslina Yanti (fiktif)"],
    ])
      expect(pages[0]).toContain(words.replaceAll(" ", ""));
  });
});

describe("Berita acara serah terima", () => {
  const dot =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  const handover: ShownHandover = {
    ...{ id: "h", heldBecause: null, againstId: null, correctsId: null, lineId: null },
    state: "synced",
    ...{ villageName: "Uren", person: "Utuh Hasan (fiktif)", maskedNik: "9999••••••••0412" },
    ...{ isCandidate: false, goods: "Beras", unit: "karung 10 kg", due: 1, quantity: 1 },
    outcome: "delivered",
    ...{ witness: null, note: "", nikMatches: true, place: null },
    ...{ accuracyMeters: 14, evidence: [], device: "HLG-03", recordedBy: "Zaini" },
    ...{ carriedBy: null, happenedAt: now, capturedAt: now, receivedAt: now, isSkewed: false },
    proxy: { name: "Rahmah (fiktif)", relation: "child" },
    rulings: [],
  };

  it("has number, day in words, ground, both parties, goods in words, and who received", async () => {
    const signer = { prefix: "", position: "Camat Halong", ownPosition: "", nip: "" } as const;
    const bytes = await draw.handoverRecord(head, {
      ...{ number: "400.10/7/KEC-HLG/2026", issuedAt: new Date("2026-11-26T04:00:00Z") },
      ...{ trip: loadedTrip, office, letterhead: [], villageName: "Uren", programName: "BPNT" },
      lead: loadedTrip.crew[0] ?? null,
      goods: [{ name: "Beras", unit: "karung 10 kg", units: 21, people: 21 }],
      people: [
        { handover, signature: `data:image/png;base64,${dot}` },
        { handover: { ...handover, proxy: null }, signature: null },
      ],
      signer: { ...signer, name: "Ruslina Yanti (fiktif)", userId: "camat" },
    });
    const pages = await textOf(await looked("handover-record.pdf", bytes));
    expect(pages).toHaveLength(2);
    for (const words of [
      ...["BERITA ACARA SERAH TERIMA", "Nomor 400.10/7/KEC-HLG/2026"],
      "Kamis, tanggal dua puluh enam, bulan November, tahun dua ribu dua puluh enam",
      ...["188.45/7/2026 tentang Tim PAK SOTARSA", "Surat Tugas Nomor 400.10/3/KEC-HLG/2026"],
      ...["PIHAK PERTAMA", "Rusmiati (fiktif)", "PIHAK KEDUA", "Kepala Desa Uren"],
      ...["bantuan BPNT", "21 (dua puluh satu)", "Demikian berita acara", "Mengetahui,"],
    ])
      expect(pages[0]).toContain(words.replaceAll(" ", ""));
    for (const words of [
      "Utuh Hasan (fiktif)",
      "9999••••••••0412",
      "Rahmah (fiktif) (anak)",
      "sendiri",
    ])
      expect(pages[1]).toContain(words.replaceAll(" ", ""));
  });
});

describe("papers of a trip that has returned", () => {
  const handover: ShownHandover = {
    ...{
      id: "h",
      lineId: "l",
      heldBecause: null,
      againstId: null,
      correctsId: null,
      state: "verified",
    },
    ...{ villageName: "Uren", person: "Utuh Hasan (fiktif)", maskedNik: "9999••••••••0412" },
    ...{ isCandidate: false, goods: "Beras", unit: "karung 10 kg", due: 1, quantity: 1 },
    ...{ outcome: "delivered", witness: null, note: "", nikMatches: true, place: null },
    ...{ accuracyMeters: 14, evidence: [], device: "HLG-03", recordedBy: "Zaini", proxy: null },
    ...{ carriedBy: null, happenedAt: now, capturedAt: now, receivedAt: now, isSkewed: false },
    rulings: [],
  };
  const absent = {
    ...handover,
    person: "Siti (fiktif)",
    outcome: "not_found",
    quantity: 0,
  } as const;

  it("lists who received something with room to sign, and who was not there", async () => {
    const bytes = await draw.recipientList(head, {
      ...{ trip: loadedTrip, office, letterhead: [], villageName: "Uren", programName: "BPNT" },
      people: [
        { handover, signature: null },
        { handover: absent, signature: null },
      ],
    });
    const pages = await textOf(await looked("recipients.pdf", bytes));
    expect(pages).toHaveLength(1);
    for (const words of [
      ...["DAFTAR PENERIMA BANTUAN", "BPNT, Desa Uren", "Utuh Hasan (fiktif)", "sendiri"],
      ...["Siti (fiktif)", "Tidak ditemui", "1 dari 2 orang menerima", "7KQ2-MX4D-9TRA"],
    ])
      expect(pages[0]).toContain(words.replaceAll(" ", ""));
  });

  it("reports what was done in each village, what came back and what it cost, and names no recipient", async () => {
    const signer = { prefix: "", position: "Camat Halong", ownPosition: "", nip: "" } as const;
    const counted = {
      ...{ id: "g", name: "Beras", unit: "karung 10 kg", source: "Dinsos", received: 40 },
      ...{ receiptNumber: "BAST-1", receivedOn: "2026-11-20", handedOver: 36 },
      ...{ loaded: 40, delivered: 36, returned: 3, lost: 1 },
    };
    const bytes = await draw.tripReport(head, {
      trip: {
        ...loadedTrip,
        status: "reconciled",
        goods: [{ ...counted, lostReason: "Jatuh ke sungai" }],
        activities: [
          { id: "a", sectorCode: "DUKCAPIL", name: "Perekaman KTP-el", expected: 30, served: 27 },
        ],
        costs: [{ id: "c", bearer: "Dinas Sosial", what: "Bahan bakar", amount: 600_000 }],
      },
      ...{ office, letterhead: [] },
      villages: [
        { villageName: "Uren", counts: { delivered: 35, not_found: 2 }, open: 0 },
        { villageName: "Liyu", counts: { delivered: 1 }, open: 1 },
      ],
      outreach: [
        {
          ...{ id: "o", villageCode: "63.11.02.2019", villageName: "Uren", tripId: "trip" },
          ...{ kind: "session", reason: null, waiting: 0, people: null },
          ...{ topic: "Hak warga atas bantuan", place: "Balai desa", heldOn: "2026-11-28" },
          ...{ medium: "in_person", link: null, team: "Kasi", attendance: 46 },
          ...{ relayedHow: null, relayedOn: null, mayRelay: false },
        },
      ],
      signer: { ...signer, name: "Ruslina Yanti (fiktif)", userId: "camat" },
    });
    const pages = await textOf(await looked("trip-report.pdf", bytes));
    for (const words of [
      ...["LAPORAN KUNJUNGAN", "188.45/7/2026", "Tidak ditemui", "Jatuh ke sungai"],
      ...["Perekaman KTP-el", "Hak warga atas bantuan, 46 orang hadir", "Rp600.000"],
      ...["Pelapor,", "Ruslina Yanti (fiktif)"],
    ])
      expect(pages.join("")).toContain(words.replaceAll(" ", ""));
    expect(pages.join("")).not.toContain("UtuhHasan");
  });
});

describe("Notula rapat", () => {
  const action: MeetingMinutes["meeting"]["actions"][number] = {
    ...{ id: "a", decision: "Menyiapkan rancangan SK tim", owner: "Kasi Kessos" },
    ...{ dueOn: "2026-01-31", doneOn: null, doneWords: null, state: "late", kase: null },
  };
  const known = { id: "k", number: "HLG-2026-0012-K", status: "in_progress" } as const;

  it("says what was said and decided, with room for each hand, and names no secret case", async () => {
    const secret = { ...known, number: "HLG-2026-0013-Q", isSecret: true };
    const bytes = await draw.meetingMinutes(head, {
      ...{ office, letterhead: [], signer: null },
      meeting: {
        ...{ id: "m", sectorName: "Seksi Kesejahteraan Sosial", programYear: 2026 },
        ...{ decreeNumber: "188.45/7/2026", subject: "Inovasi bidang kesejahteraan" },
        ...{ heldOn: "2026-01-12", place: "Aula kecamatan", chair: "Sekretaris Camat" },
        attendees: Array.from({ length: 30 }, (_, at) => ({
          ...{ name: `Peserta ${at + 1} (fiktif)`, position: "Kaur", element: "village" as const },
        })),
        minutes: "Bantuan terlambat sampai.\n\nDesa terjauh didahulukan, NIK 6311010101900001.",
        actions: [
          { ...action, kase: { ...known, isSecret: false } },
          { ...action, id: "b", kase: secret },
          { ...action, id: "c", kase: "hidden" },
          { ...action, id: "d", doneOn: "2026-02-01", doneWords: "SK terbit", state: "done" },
        ],
      },
    });
    const pages = await textOf(await looked("minutes.pdf", bytes));
    expect(pages).toHaveLength(2);
    const text = pages.join("");
    for (const words of [
      ...["NOTULA RAPAT", "12 Januari 2026", "188.45/7/2026", "Desa terjauh didahulukan"],
      ...["Kasus HLG-2026-0012-K, proses", "Selesai 1 Februari 2026: SK terbit", "30 orang"],
      ...["Peserta 30 (fiktif)", "Desa atau kelurahan", "Pimpinan rapat,", "7KQ2-MX4D-9TRA"],
    ])
      expect(text).toContain(words.replaceAll(" ", ""));
    expect(text).not.toContain("HLG-2026-0013-Q");
    expect(text).not.toContain("6311010101900001");
  });

  it("says so where nothing was decided", async () => {
    const bytes = await draw.meetingMinutes(head, {
      ...{ office, letterhead: [], signer: null },
      meeting: {
        ...{ id: "m", sectorName: "Seksi", programYear: 2026, decreeNumber: null },
        ...{ subject: "Inovasi", heldOn: "2026-01-12", place: "Aula", chair: "Sekcam" },
        attendees: [{ name: "Siti (fiktif)", position: "Bidan", element: "health" }],
        ...{ minutes: "Belum ada kesepakatan.", actions: [] },
      },
    });
    expect((await textOf(bytes)).join("")).toContain("Tidakadayangdiputuskan.");
  });
});

describe("Daftar muat", () => {
  it("names the last stop first, with goods and counts, and no person", async () => {
    const row = { goodsName: "Beras", unit: "karung 10 kg", programName: "BLT-DD" };
    const bytes = await draw.loadingList(head, {
      trip: loadedTrip,
      stops: [
        { villageName: "Liyu", visit: 2, people: 3, rows: [{ ...row, people: 3, units: 6 }] },
        { villageName: "Uren", visit: 1, people: 0, rows: [] },
      ],
      totals: [{ name: "Beras", unit: "karung 10 kg", units: 6, loaded: null }],
    });
    const pages = await textOf(await looked("loading.pdf", bytes));
    expect(pages).toHaveLength(1);
    for (const words of ["Daftar muat", "1. Liyu", "kunjungan ke-2, 3 penerima", "BLT-DD"])
      expect(pages[0]).toContain(words.replaceAll(" ", ""));
    expect(pages[0]?.indexOf("Liyu")).toBeLessThan(pages[0]?.indexOf("2.Uren") ?? 0);
  });
});

describe("Lembar serah terima", () => {
  it("has a page for each stop, and for each line the name, the code and room for a pen", async () => {
    const line = {
      ...{ code: "7KQ-2MX4", name: "Utuh Hasan (fiktif)", maskedNik: "9999••••••••0077" },
      ...{ provisionalCode: null, programName: "BLT-DD", goodsName: "Beras" },
      ...{ unit: "karung 10 kg", quantity: 2 },
    };
    const bytes = await draw.handoverSheet(head, {
      trip: loadedTrip,
      stops: [
        { villageName: "Liyu", place: "Balai desa", lines: [line, { ...line, code: "ABC-DEF0" }] },
        { villageName: "Uren", place: null, lines: [line] },
      ],
    });
    const pages = await textOf(await looked("handover-sheet.pdf", bytes));
    expect(pages).toHaveLength(2);
    for (const words of [
      ...["Lembar serah terima", "1. Liyu", "Balai desa", "Utuh Hasan (fiktif)", "7KQ-2MX4"],
      ...["ABC-DEF0", "2 karung 10 kg Beras", "Tidak ditemui", "Diwakili", "Saksi desa"],
    ])
      expect(pages[0]).toContain(words.replaceAll(" ", ""));
    expect(pages[1]).toContain("2.Uren");
    expect(pages[1]).toContain("7KQ2-MX4D-9TRA");
  });
});

describe("Bahan rapat", () => {
  it("stays one page, however much there is, and says what is late, asked and to be decided", async () => {
    const pages = await textOf(
      await looked("meeting.pdf", await draw.meetingSheet(head, facts(16))),
    );
    expect(pages).toHaveLength(1);
    for (const words of [
      ...["Bahan rapat", "Kecamatan Paringin Selatan", "20 November 2026 pukul 10.12 WITA"],
      ...["Masa 30 hari: 21 Okt sampai 20 Nov", "Drs. H. Nasrullah Lubis, camat"],
      ...["Tunjuk penanggung jawab", "Keputusan rapat", "Kasi Pemerintahan 3", "lewat 1 hk"],
      ...["dan 16 lagi", "Batu Piring", "Penyaluran Dana Desa", "Nomor 7KQ2-MX4D-9TRA"],
      "https://rembuk.contoh.go.id/periksa/7KQ2-MX4D-9TRA",
    ])
      expect(pages[0]).toContain(words.replaceAll(" ", ""));
    expect(pages[0]).not.toContain("6311070101900001");
    expect(await textOf(await draw.meetingSheet(head, facts(60)))).toHaveLength(1);
  });

  it("says so where there is nothing", async () => {
    const none = facts(0);
    const board = { ...none.board, ...count(0, 0), holders: [], unowned: 0, escalated: 0 };
    const empty = { ...none, board, late: [], unowned: [], escalated: [] };
    const pages = await textOf(
      await looked("meeting-empty.pdf", await draw.meetingSheet(head, empty)),
    );
    expect(pages[0]).toContain("Tidakadakasusyanglewattenggat");
  });
});

const item = (at: number, change: Partial<CaseListItem> = {}): CaseListItem => {
  const { holder, ...board } = kase(at);
  return {
    ...board,
    ...{
      version: 1,
      categoryCode: "VIL-PROG",
      categoryName: "Program desa",
      kind: "complaint" as const,
    },
    ...{ priority: "SEDANG" as const, isEmergency: false, isMyTurn: false, waitingReferral: null },
    ...{ holderKind: holder.kind, holderCode: holder.code, holderName: holder.name },
    ...{ dueAt: now, dueIsEstimate: false, updatedAt: now, leadSectorCode: null },
    leadSectorName: null,
    ...change,
  };
};

describe("Lembar desa", () => {
  const sheet: VillageSheet = {
    readAt: now,
    village: {
      ...{ code: "63.11.07.2015", name: "Lingsir", within: "Kec. Paringin Selatan" },
      ...{ subdistrictCode: "63.11.07", zone: "WITA", isWard: false },
    },
    counts: { open: 40, late: 2, waiting: 3, settled: 12 },
    open: [
      item(2, { isSecret: true, title: "RAHASIA" }),
      ...Array.from({ length: 39 }, (_, at) => item(at)),
    ],
    waiting: [item(1), item(2), item(3)],
    ended: Array.from({ length: 10 }, (_, at) => item(at, { status: "closed" })),
    officials: [
      { name: "Ahmad Rizali", role: "village-head", acting: null, since: "2024-01-01" },
      { name: "Norhayati", role: "village-officer", acting: "plh", since: null },
    ],
    ...{ lastVisit: null, lastMeeting: null, facts: null },
  };

  it("stays one page, names no secret case, and shows what is missing as missing", async () => {
    const place = { ...head, placeName: "Desa Lingsir, Kec. Paringin Selatan" };
    const bytes = await looked("village.pdf", await draw.villageSheet(place, sheet));
    const pages = await textOf(bytes);
    expect(pages).toHaveLength(1);
    for (const words of [
      "Lembar desa",
      "Menunggu desa",
      "Ahmad Rizali",
      "(Plh.)",
      "belum tercatat di Rembuk",
      "lewat 1 hk",
    ])
      expect(pages[0]).toContain(words.replaceAll(" ", ""));
    expect(pages[0]).not.toContain("RAHASIA");
  });
});

describe("a table of a view", () => {
  it("holds no formula, no long number, dates that sort and the sheet that says where it is from", async () => {
    const rows = [item(0, { title: '=HYPERLINK("http://x")' }), item(1)];
    const bytes = await draw.caseTable(head, { rows, leftOut: 2, isCut: false, canReply: false });
    const files = unzipSync(new Uint8Array(bytes));
    const all = Object.entries(files).map(([name, body]) => [name, strFromU8(body)] as const);
    const text = all.map(([, body]) => body).join("\n");
    expect(text).toContain("&apos;=HYPERLINK".replace("&apos;", "'"));
    expect(text).not.toMatch(/<f[ >]/);
    expect(text).not.toContain("6311070101900001");
    for (const words of ["PRS-2026-0300-K", "Sisa total (hk)", "Keterangan", "7KQ2-MX4D-9TRA"])
      expect(text).toContain(words);
    // 20 November 2026 10.12 on the wall of the office, in days since 1900.
    const sheet = all.find(([name]) => name.endsWith("sheet1.xml"))?.[1] ?? "";
    expect(sheet).toMatch(/<v>46346\.425/);
  });

  it("of families has one row a member and no formula", async () => {
    const row: FamilyRow = {
      ...{ householdId: "h", villageName: "Lingsir", hamlet: "Tabuan", rt: "2", rw: "" },
      ...{ maskedCard: "6311••••••••0011", name: "=1+1", aliases: ["Utuh"] },
      ...{ age: 40, maskedNik: null, maskedPhone: null, provisionalCode: "S-4K7M-9QXR" },
      relation: "head",
      sex: "female",
      nikMissing: "lost",
    };
    const bytes = await draw.familyTable(head, { rows: [row], isCut: false });
    const cells = await readSheet(Buffer.from(bytes));
    expect(cells[1]?.slice(0, 8)).toEqual([
      ...["Lingsir", "Tabuan", "2", null, "6311••••••••0011"],
      ...["'=1+1", "Utuh", "Kepala keluarga"],
    ]);
    expect(cells[1]?.slice(8)).toEqual(["P", 40, null, "Hilang", "S-4K7M-9QXR", null]);
  });

  it("comes back filled in as the replies that were written into it", async () => {
    // A serial after 79 looks like a telephone with its year.
    const rows = [item(0, { version: 7, number: "HLG-2026-0812-8" }), item(1)];
    const table = { rows, leftOut: 0, isCut: false };
    const filled = async (canReply: boolean) => {
      const bytes = await draw.caseTable(head, { ...table, canReply });
      const cells: unknown[][] = await readSheet(Buffer.from(bytes));
      const at = cells[0]?.indexOf(replyColumns.act) ?? -1;
      if (at !== -1 && cells[1]) cells[1][at] = "terima";
      return readReplySheet(cells);
    };
    expect(await filled(true)).toMatchObject({
      ...{ kind: "read", problems: [], empty: 1 },
      rows: [{ line: 2, number: "HLG-2026-0812-8", version: 7, act: { act: "accept" } }],
    });
    // Who may not answer gets no columns for it.
    expect((await filled(false)).kind).toBe("not-a-sheet");
  });

  it("of 10,000 rows is there in seconds", async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => item(at));
    const begun = Date.now();
    const bytes = await draw.caseTable(head, { rows, leftOut: 0, isCut: false, canReply: true });
    expect(bytes.length).toBeGreaterThan(100_000);
    expect(Date.now() - begun).toBeLessThan(20_000);
  }, 30_000);
});
