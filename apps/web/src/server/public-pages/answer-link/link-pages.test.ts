import { describe, expect, it } from "vitest";
import { answerLinkWords, trackingWords } from "@/server/public-pages/tracking/plain-words";
import { codeForm, type LinkView, linkedCase, nothingTyped } from "./link-pages";

const view: LinkView = {
  action: "/tautan/abc",
  code: "278741",
  clientActionId: "0192f0c0-0000-7000-8000-000000000001",
  linked: {
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
