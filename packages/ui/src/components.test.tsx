import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Button } from "./button";
import { Field } from "./field";
import { NextSteps } from "./next-steps";
import { type GlyphState, StatusWord } from "./status-glyph";
import { TextInput } from "./text-input";
import { TwoClocksBand } from "./two-clocks-band";
import { TwoClocksRow } from "./two-clocks-row";

describe("Field", () => {
  it("reads hint and error before the control", () => {
    const html = renderToStaticMarkup(
      <Field id="nik" label="NIK" hint="16 angka" error="NIK harus terdiri dari 16 digit angka.">
        <TextInput />
      </Field>,
    );
    expect(html).toContain('for="nik"');
    expect(html).toContain('aria-describedby="nik-hint nik-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html.indexOf("nik-error")).toBeLessThan(html.indexOf("<input"));
  });
});

describe("NextSteps", () => {
  const html = renderToStaticMarkup(
    <NextSteps
      title="Langkah berikutnya"
      steps={[
        { id: "resolve", title: "Selesaikan", blocked: "Belum bisa: rujukan wajib terbuka." },
        { id: "refer", title: "Rujuk" },
        { id: "remind", title: "Ingatkan", main: true },
      ]}
    />,
  );

  it("puts the recommended act first and blocked ones last, with their reason", () => {
    const order = ["Ingatkan", "Rujuk", "Selesaikan", "Belum bisa"].map((word) =>
      html.indexOf(word),
    );
    expect(order).toEqual([...order].sort((one, other) => one - other));
  });

  it("keeps blocked acts focusable", () => {
    expect(html).toContain('aria-disabled="true"');
    expect(html).not.toContain(" disabled");
  });
});

it("a pending button stays focusable and says so", () => {
  const html = renderToStaticMarkup(<Button pending>Simpan</Button>);
  expect(html).toContain('aria-busy="true"');
  expect(html).toContain('type="button"');
  expect(html).not.toContain(" disabled=");
});

it("every state has a glyph beside its word", () => {
  const states: GlyphState[] = ["draft", "received", "on_hold", "declined", "closed", "archived"];
  for (const state of states) {
    const html = renderToStaticMarkup(<StatusWord state={state} label="Kata" />);
    expect(html).toMatch(/<svg[^>]*aria-hidden="true"/);
    expect(html).toContain("Kata");
  }
});

it("a late clock has triangle and words, and a full track", () => {
  const html = renderToStaticMarkup(
    <TwoClocksRow
      totalLabel="Total"
      stageLabel="Tahap"
      total={{ text: "4 hk lagi", used: 0.7, state: "fine" }}
      stage={{ text: "lewat 3 hk", used: 0.2, state: "late" }}
    />,
  );
  expect(html.match(/lucide-triangle-alert/g)).toHaveLength(1);
  expect(html).toContain("width:70%");
  expect(html).toContain("width:100%");
});

it("the band is one picture with a sentence, and a table of its days", () => {
  const days = ["2026-11-12", "2026-11-13", "2026-11-16"].map((date) => ({
    date,
    label: date,
    long: `tanggal ${date}`,
  }));
  const html = renderToStaticMarkup(
    <TwoClocksBand
      figures={{
        total: { title: "Waktu total", value: "lewat 1", unit: "hk", detail: "", state: "late" },
        stage: { title: "Tahap", value: "2", unit: "hk lagi", detail: "" },
      }}
      days={days}
      today="2026-11-16"
      due="2026-11-13"
      strands={[
        { key: "a", label: "Triase", holder: "Triase", from: "2026-11-12", to: null, tone: "past" },
      ]}
      sentence="Hari kerja ke-3 dari 2."
      labels={{
        totalRow: "Total",
        stageRow: "Pemegang",
        due: "tenggat",
        today: "hari ini",
        estimate: "perkiraan",
        dayPrefix: "H",
        omitted: "{n} hari",
        table: "Tabel hari",
        tableDate: "Tanggal",
        tableDay: "Hari",
        tableHolder: "Pemegang",
        tableUsed: "Terpakai",
        tableNobody: "tanpa pemegang",
      }}
    />,
  );
  expect(html).toContain('role="img" aria-label="Hari kerja ke-3 dari 2."');
  expect(html.match(/hatch-bad /g)).toHaveLength(1);
  expect(html.match(/tanggal 2026/g)).toHaveLength(3);
});
