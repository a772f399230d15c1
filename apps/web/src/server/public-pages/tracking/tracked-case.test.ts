import { workingCalendarSchema } from "@rembuk/domain/calendars/calendar-schema";
import { standardWeek } from "@rembuk/domain/calendars/model";
import type { AidOfCase, TrackedCase } from "@rembuk/services/cases/track-case";
import { describe, expect, it } from "vitest";
import { plainPage } from "./plain-page";
import { trackingWords } from "./plain-words";
import { nothingAnswered } from "./reporter-answer";
import { trackedCase } from "./tracked-case";
import { trackingForm } from "./tracking-form";

const payloads = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "</p></section><svg/onload=alert(1)>",
  "<b>{holder}</b> {date} <bad>",
  "</style><style>*{display:none}</style>",
  "javascript:alert(1)",
  "<!--<iframe src=//evil.example>",
];

const at = (text: string) => new Date(text);
const clock = { usedDays: 10, limitDays: 14, daysLeft: 4, heldDays: 0 } as const;
const found: TrackedCase = {
  aid: [],
  version: 3,
  answerToken: null,
  number: "PRS-2026-0391-K",
  status: "in_progress",
  categoryName: "Administrasi dan keuangan desa",
  maskedReporter: "Sala***",
  holderKind: "section",
  holderName: "Kasi Pemerintahan",
  isEmergency: false,
  receivedAt: at("2026-11-06T01:14:00Z"),
  dueIsEstimate: false,
  total: { ...clock, state: "on-time", dueAt: at("2026-11-26T08:30:00Z") },
  stage: { ...clock, daysLeft: -3, state: "late", dueAt: at("2026-11-17T08:30:00Z") },
  steps: {
    receivedAt: at("2026-11-06T01:14:00Z"),
    triagedAt: at("2026-11-09T02:00:00Z"),
    routedAt: at("2026-11-10T02:00:00Z"),
    followUpAt: null,
    resolvedAt: null,
  },
  outcome: null,
  answer: null,
  confirmBy: null,
  resortToldAt: null,
  closedAt: null,
  office: {
    subdistrictCode: "63.11.07",
    name: "Kecamatan Paringin Selatan",
    letters: "PRS",
    deskName: "RUKO PARSEL",
    address: "Jalan A. Yani",
    phone: "0860-0000-0101",
    openingHours: "Senin–Kamis 08.00–16.30",
    zone: "WITA",
    regencyName: "Kabupaten Balangan",
  },
  villageName: "Halubau",
  carriedBy: null,
  notesForReporter: [],
};

const calendar = workingCalendarSchema.parse({
  zone: "WITA",
  week: [...standardWeek],
  holidays: [],
  coveredYears: [2026, 2027],
});

function render(over: Partial<TrackedCase>, language: "id" | "en" = "id"): string {
  const view = {
    found: { ...found, ...over },
    calendar,
    now: at("2026-11-20T04:00:00Z"),
    language,
    answered: nothingAnswered,
    clientActionId: "0193b2f0-0000-7000-8000-000000000001",
  };
  return plainPage({
    language,
    nonce: "n0nce",
    title: "Lacak laporan",
    subtitle: "Kec. Paringin Selatan",
    demo: { title: "DATA CONTOH", text: "fiktif" },
    other: { href: "/lacak?bahasa=en", label: "English" },
    main: trackedCase(trackingWords(language), view),
  });
}

/** Tags of a page, without its one style element. */
const tagsOf = (page: string): string[] =>
  [...page.replace(/<style nonce="n0nce">[\s\S]*?<\/style>/, "").matchAll(/<[a-z!/][^>]*>/gi)].map(
    ([tag]) => tag,
  );

describe("the public page of a case", () => {
  it("tells whose turn it is and both clocks", () => {
    const page = render({});
    expect(page).toContain("Laporan Anda dipegang <b>Kasi Pemerintahan</b>.");
    expect(page).toContain('<b class="bad">lewat 3 hari kerja</b>');
    expect(page).toContain("Tenggat seluruh laporan belum lewat.");
    expect(page).toContain("Hari kerja ke-10 dari 14");
    expect(page).toContain("Paling lambat Kamis, 26 November 2026");
  });

  it("draws a cell for each working day, the tenth framed", () => {
    const page = render({});
    expect(page.match(/class="(done|todo|late)/g)).toHaveLength(14);
    expect(page.match(/class="done/g)).toHaveLength(10);
  });

  it("asks who made a merged report for their own word, sudah as well as belum", () => {
    const merged = (settledAt: Date | null) =>
      render({
        ...{ status: "duplicate", outcome: "handled", answerToken: "bukti", version: 4 },
        confirmBy: at("2026-12-01T00:00:00Z"),
        carriedBy: {
          ...{ status: "resolved", holderKind: "village", holderCode: null, holderName: null },
          ...{ outcome: "handled", resolvedAt: at("2026-11-19T00:00:00Z"), closedAt: null },
          ...{ totalDueAt: at("2026-11-26T08:30:00Z"), settledAt },
        },
      });
    const asked = merged(null);
    expect(asked).toContain('name="langkah" value="sudah"');
    expect(asked).toContain('name="langkah" value="belum"');
    expect(asked).toContain("berlaku untuk laporan Anda saja");
    // Said once: no second time, but another mind is heard.
    const said = merged(at("2026-11-20T03:00:00Z"));
    expect(said).not.toContain('value="sudah"');
    expect(said).toContain('name="langkah" value="belum"');
    expect(said).toContain("Anda mengatakan sudah selesai pada Jumat, 20 November 2026");
  });

  it("stays within 40 KB with everything that it can hold", () => {
    const long = "Kata ".repeat(800);
    const page = render({
      status: "resolved",
      holderKind: "village",
      outcome: "handled",
      answer: { response: long, solution: long, followUp: long },
      confirmBy: at("2026-12-01T00:00:00Z"),
      notesForReporter: Array.from({ length: 9 }, () => ({
        body: long,
        createdAt: at("2026-11-12T00:00:00Z"),
      })),
    });
    expect(Buffer.byteLength(page)).toBeLessThan(40_000);
    expect(Buffer.byteLength(render({}))).toBeLessThan(20_000);
  });

  it("asks whether it is settled, with the proof in the form and nowhere else", () => {
    const page = render({
      status: "resolved",
      holderKind: "village",
      answerToken: "proof",
      confirmBy: at("2026-12-01T00:00:00Z"),
    });
    expect(page.match(/name="bukti" value="proof"/g)).toHaveLength(2);
    expect(page).not.toMatch(/(href|action)="[^"]*proof/);
    expect(page).toContain("Sudah selesai");
    expect(page).toContain('name="langkah" value="belum"');
  });

  it("asks for what is missing, and for nothing where nothing is open", () => {
    const asked = render({ status: "needs_info", holderKind: "village", answerToken: "proof" });
    expect(asked).toContain('name="langkah" value="lengkapi"');
    expect(render({})).not.toContain('name="langkah"');
  });

  it.each(payloads)("shows %s as text", (payload) => {
    const page = render({
      categoryName: payload,
      maskedReporter: payload,
      holderName: payload,
      villageName: payload,
      outcome: "handled",
      answer: { response: payload, solution: payload, followUp: payload },
      notesForReporter: [{ body: payload, createdAt: at("2026-11-12T00:00:00Z") }],
    });
    const plain = render({
      outcome: "handled",
      answer: { response: "a", solution: "a", followUp: "a" },
      notesForReporter: [{ body: "a", createdAt: at("2026-11-12T00:00:00Z") }],
    });
    // Not one tag more than with harmless words, and none with another attribute.
    expect(tagsOf(page)).toEqual(tagsOf(plain));
  });

  it("names the Ombudsman and SP4N-LAPOR once the last level has passed, and not before", () => {
    expect(render({})).not.toContain("Ombudsman");
    const page = render({ resortToldAt: at("2026-12-01T00:00:00Z") });
    expect(page).toContain("SP4N-LAPOR: lapor.go.id, atau SMS ke 1708");
    expect(page).toContain("Ombudsman Republik Indonesia: telepon 137");
    expect(page).toContain("nomor laporan PRS-2026-0391-K");
  });

  it("says the same in English", () => {
    const page = render({}, "en");
    expect(page).toContain('<html lang="en">');
    expect(page).toContain("Working day 10 of 14");
    expect(page).toContain("Nothing. It is our turn to move.");
  });

  it("loads nothing and runs nothing", () => {
    expect(render({})).not.toMatch(
      /<script|<img|<link rel="stylesheet"| on\w+=| style=|@import|url\(\//i,
    );
  });
});

describe("the form", () => {
  it("writes back the number, escaped, and never the PIN", () => {
    const problems = [{ field: "nomor", message: "Nomor atau PIN tidak cocok." }] as const;
    const form = trackingForm(trackingWords("id"), "id", { number: '"><script>' }, problems).text;
    expect(form).toContain('value="&quot;&gt;&lt;script&gt;"');
    expect(form).toContain('aria-invalid="true"');
    expect(form).not.toMatch(/name="pin"[^>]*value=/);
  });
});

describe("what a request for welfare became", () => {
  const aid = (change: Partial<AidOfCase> = {}): AidOfCase => ({
    ...{ program: "BLT-DD", enrolled: "decided", entitled: "allocated", outcome: null },
    ...{ served_at: null, trip_status: "approved", starts_on: new Date("2026-11-28") },
    ...{ postpone_reason: null, ...change },
  });
  const onTrip = (trip_status: string, postpone_reason: string | null = null) =>
    aid({ trip_status, postpone_reason });
  const stages: readonly (readonly [AidOfCase, RegExp, RegExp])[] = [
    [aid({ enrolled: "candidate" }), /Diusulkan/, /Nominated/],
    [aid({ enrolled: "verified" }), /Terverifikasi/, /Verified/],
    [aid({ entitled: "approved" }), /Ditetapkan/, /Decided/],
    [aid(), /mulai .*28 November 2026/, /from .*28 November 2026/],
    [onTrip("departed"), /Sedang diantar/, /On its way/],
    [onTrip("postponed", "weather"), /ditunda karena cuaca/, /because of the weather/],
    [onTrip("postponed", "road"), /jalan tidak bisa dilalui/, /road cannot be passed/],
    [aid({ outcome: "not_found" }), /Belum bertemu/, /Not met yet/],
    [aid({ outcome: "refused" }), /Tidak diambil/, /Not taken/],
    [aid({ enrolled: "stopped", entitled: null }), /Tidak dilanjutkan/, /Not continued/],
  ];

  it("is not spoken of where there is none", () => {
    expect(render({})).not.toContain("Bantuan yang diminta");
  });

  it("is told stage by stage, in both languages", () => {
    for (const [one, words, inEnglish] of stages) {
      expect(render({ aid: [one] })).toMatch(words);
      expect(render({ aid: [one] }, "en")).toMatch(inEnglish);
      expect(render({ aid: [one] }, "en")).not.toMatch(/aid\.(stage|text|postponed)|\{date\}/);
    }
    const received = aid({ outcome: "delivered", served_at: at("2026-11-29T02:00:00Z") });
    expect(render({ aid: [received] })).toMatch(/Diterima pada .*29 November 2026/);
  });

  it("lets no name of a program become a part of the page", () => {
    for (const program of payloads.filter((one) => one.includes("<")))
      expect(render({ aid: [aid({ program })] })).not.toContain(program);
  });
});
