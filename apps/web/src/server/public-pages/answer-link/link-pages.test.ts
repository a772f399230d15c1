import { describe, expect, it } from "vitest";
import { answerLinkWords, trackingWords } from "@/server/public-pages/tracking/plain-words";
import { codeForm, type LinkView, linkedCase, nothingTyped } from "./link-pages";
import { missing } from "./posted-answer";
import { type LinkedReferral, linkedReferral } from "./referral-pages";

const view: LinkView = {
  action: "/tautan/abc",
  code: "278741",
  clientActionId: "0192f0c0-0000-7000-8000-000000000001",
  linked: {
    opens: "assignment",
    number: "PRS-2026-0391-K",
    version: 2,
    title: "SPJ <script>alert(1)</script>",
    description: '"><img src=x onerror=alert(1)>',
    status: "assigned",
    villageCode: "63.11.07.2009",
    subdistrictCode: "63.11.07",
    totalDueAt: new Date("2026-12-10T08:30:00Z"),
    stageDueAt: new Date("2026-11-27T08:30:00Z"),
    instruction: "<b>Mohon</b>",
  },
  place: { village: "Murung Abuin", subdistrict: "Paringin Selatan" },
  zone: "WITA",
  today: "2026-11-23",
  language: "id",
  typed: nothingTyped,
  problems: [],
  said: null,
};
const t = answerLinkWords("id");
const states = trackingWords("id");

describe("the page behind a signed link", () => {
  it("shows a field for the code and nothing of the case", () => {
    const page = codeForm(t, "/tautan/abc", []).text;
    expect(page).toContain('method="post"');
    expect(page).toContain('name="kode"');
    expect(page).not.toContain("PRS-");
  });

  it("offers acceptance and return; the answer is blocked with its reason", () => {
    const page = linkedCase(t, states, view).text;
    expect(page).toContain('value="terima"');
    expect(page).toContain('value="kembalikan"');
    expect(page).not.toContain('value="jawab"');
    expect(page).toContain("Belum bisa: terima disposisi lebih dulu.");
  });

  it("offers the answer once accepted, with what was typed before", () => {
    const page = linkedCase(t, states, {
      ...view,
      linked: { ...view.linked, status: "in_progress" },
      typed: { ...nothingTyped, solution: "</textarea><script>", outcome: "handled" },
    }).text;
    expect(page).toContain('value="jawab"');
    expect(page).toContain('<option value="handled" selected>');
    expect(page).toContain("&lt;/textarea&gt;&lt;script&gt;");
  });

  it("carries the code in bodies alone and shows stored words as text", () => {
    const page = linkedCase(t, states, view).text;
    expect(page).not.toMatch(/(action|href)="[^"]*278741/);
    expect(page).not.toMatch(/<script|<img|<b>Mohon/);
  });
});

const asked: LinkView<LinkedReferral> = {
  ...view,
  linked: {
    opens: "referral",
    number: "PRS-2026-0391-K",
    version: 1,
    title: "Posyandu <script>alert(1)</script>",
    villageCode: "63.11.07.2009",
    subdistrictCode: "63.11.07",
    status: "sent",
    asked: "<b>Mohon</b> data balita",
    dueAt: new Date("2026-11-27T08:30:00Z"),
    isMandatory: true,
    milestones: [],
  },
};
const taken: LinkView<LinkedReferral> = {
  ...asked,
  linked: {
    ...asked.linked,
    status: "in_progress",
    milestones: [{ id: "1", body: '"><img src=x>', happenedOn: new Date("2026-11-20T00:00:00Z") }],
  },
};

describe("the page behind a link to one referral", () => {
  it("shows what is asked, where and until when, and offers to take it on or not", () => {
    const page = linkedReferral(t, asked).text;
    for (const word of ["PRS-2026-0391-K", "Murung Abuin", "data balita", "27 November 2026"])
      expect(page).toContain(word);
    expect(page).toContain('value="terima"');
    expect(page).toContain('value="kembalikan"');
    expect(page).not.toMatch(/value="(kemajuan|selesai|gagal|jawab)"/);
  });

  it("offers a milestone, the end and the failure once it is taken on", () => {
    const page = linkedReferral(t, taken).text;
    for (const step of ["kemajuan", "selesai", "gagal"]) expect(page).toContain(`value="${step}"`);
    expect(page).not.toMatch(/value="(terima|kembalikan|jawab)"/);
    expect(page).toContain("20 November 2026");
    expect(page).toContain('max="2026-11-23" value="2026-11-23"');
  });

  it("keeps what was typed, and says in which field something is missing", () => {
    const typed = { ...nothingTyped, milestone: "</textarea><script>", happenedOn: "2026-13-40" };
    const problems = missing(t, "kemajuan", typed);
    expect(problems.map((p) => p.field)).toEqual(["tanggal"]);
    const page = linkedReferral(t, { ...taken, typed, problems }).text;
    expect(page).toContain("&lt;/textarea&gt;&lt;script&gt;");
    expect(page).toContain('href="#tanggal"');
    expect(missing(t, "selesai", nothingTyped).map((p) => p.field)).toEqual(["yang-dicapai"]);
    expect(missing(t, "gagal", nothingTyped).map((p) => p.field)).toEqual(["sebab"]);
    expect(missing(t, "kemajuan", nothingTyped)).toHaveLength(2);
  });

  it("carries the code in bodies alone and shows stored words as text, in both languages", () => {
    for (const words of [t, answerLinkWords("en")]) {
      const page = linkedReferral(words, asked).text + linkedReferral(words, taken).text;
      expect(page).not.toMatch(/(action|href)="[^"]*278741/);
      expect(page).not.toMatch(/<script|<img|<b>Mohon/);
      expect(page).not.toContain("answerLink.");
    }
  });
});
