import { describe, expect, it } from "vitest";
import { plainPage } from "../tracking/plain-page";
import { reportWords, trackingWords } from "../tracking/plain-words";
import { formProof, readFormProof } from "./form-proof";
import { placeForm } from "./place-form";
import { reportCheck } from "./report-check";
import { reportDone } from "./report-done";
import { emptyReport, type ReportPlace, readReport, reportProblems } from "./report-entry";
import { reportForm } from "./report-form";

const t = reportWords("id");
const tracking = trackingWords("id");
const office = {
  subdistrictCode: "63.11.07",
  name: "Kecamatan Paringin Selatan",
  letters: "PRS",
  deskName: "Meja",
  address: "",
  phone: "",
  openingHours: "",
  zone: "WITA",
  regencyName: "Kabupaten Balangan",
};
const category = (code: string, change: object = {}) => ({
  code,
  name: `Jenis ${code}`,
  description: "",
  within: null,
  kind: "village_problem",
  privacy: "NORMAL",
  isAlwaysEmergency: false,
  isSupervisory: false,
  emergencyHours: null,
  targetName: "",
  requiredEvidence: [],
  deskOrder: null,
  ...change,
});
const place: ReportPlace = {
  office,
  villages: Array.from({ length: 40 }, (_, at) => ({
    code: `63.11.07.${2001 + at}`,
    name: `Desa ${at} ${"panjang ".repeat(4)}`,
    level: 4,
    zone: "WITA",
    within: "Kec. Paringin Selatan",
  })),
  categories: [
    category("PUB-ROAD"),
    category("VIL-FAC", { deskOrder: 2 }),
    category("VIL-CAP", { deskOrder: 1 }),
    category("DIS-EVENT", { isAlwaysEmergency: true, deskOrder: 8 }),
    category("SUP-FRAUD", { kind: "complaint", isSupervisory: true, privacy: "SECRET" }),
    category("OTHER"),
    ...Array.from({ length: 43 }, (_, at) => category(`X-${at}`, { kind: "welfare_request" })),
  ],
};
const hostile = `"><script>alert(1)</script></textarea><img src=x onerror=alert(1)>'{{7*7}}`;
const typed = {
  ...emptyReport,
  villageCode: "63.11.07.2001",
  categoryCode: "PUB-ROAD",
  story: `${hostile} titian putus`,
  name: hostile,
  phone: hostile.slice(0, 24),
};
const view = { place, entry: typed, language: "id", proof: "proof" } as const;
const whole = (main: ReturnType<typeof reportForm>) =>
  plainPage({
    language: "id",
    nonce: "n0nce",
    title: "Lapor",
    subtitle: "Untuk warga",
    demo: { title: "DATA CONTOH", text: "fiktif" },
    other: null,
    main,
  });

describe("the pages of a report", () => {
  it("begin with the emergency numbers", () => {
    const pages = [
      placeForm(t, tracking, [office], { language: "id", isUnknown: false }),
      reportForm(t, tracking, view, []),
    ];
    for (const { text } of pages) {
      const first = ["tel:112", "tel:119", "tel:110", "tel:129", "BPBD"].map((n) =>
        text.indexOf(n),
      );
      expect(Math.min(...first)).toBeGreaterThan(0);
      expect(Math.max(...first)).toBeLessThan(text.indexOf("<h1>"));
    }
  });

  it("ask for no NIK, need no script, and stay within 40 KB with the longest story", () => {
    const entry = { ...typed, story: "<&\"'".repeat(1000) };
    for (const main of [
      reportForm(t, tracking, { ...view, entry }, [{ field: null, message: "x" }]),
      reportCheck(t, tracking, { ...view, entry: { ...entry, story: "Kata ".repeat(800) } }),
    ]) {
      const page = whole(main);
      expect(Buffer.byteLength(page)).toBeLessThanOrEqual(40_960);
      expect(page).not.toMatch(/<script|<img|name="nik"/i);
    }
  });

  it("keep what was typed, as text", () => {
    for (const { text } of [reportForm(t, tracking, view, []), reportCheck(t, tracking, view)]) {
      expect(text).not.toMatch(/<script|<img/i);
      expect(text).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
      expect(text).not.toMatch(/(action|href)="[^"]*(titian|script)/);
    }
    expect(reportForm(t, tracking, view, []).text).toContain('value="63.11.07.2001" selected');
  });

  it("put the desk's problems first in their order, and what is in no list last", () => {
    const { text } = reportForm(t, tracking, view, []);
    const at = ["VIL-CAP", "VIL-FAC", "PUB-ROAD", "X-0", "SUP-FRAUD", "OTHER"].map((code) =>
      text.indexOf(`value="${code}"`),
    );
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(text).toContain("Jenis DIS-EVENT (darurat: telepon 112 dulu)");
  });

  it("say who will not read a supervisory complaint before it is sent", () => {
    const entry = { ...typed, categoryCode: "SUP-FRAUD" };
    expect(reportCheck(t, tracking, { ...view, entry }).text).toContain("langsung ke Inspektorat");
  });

  it("show number, PIN and QR once", () => {
    const { text } = reportDone(t, {
      number: "PRS-2026-0397-K",
      code: "ABCDEFGHJK",
      pin: "278741",
      officeName: office.name,
      isSupervisory: false,
      publicUrl: "https://rembuk.example",
      language: "id",
    });
    expect(text).toContain("PRS-2026-0397-K");
    expect(text).toContain("278741");
    expect(text).toMatch(/<path d="M\d+ \d+h1v1h-1z/);
    expect(text).not.toMatch(/(href|action)="[^"]*(278741|ABCDEFGHJK)/);
  });
});

describe("an entry", () => {
  const read = (fields: Record<string, string>) => readReport((name) => fields[name] ?? "");

  it("names what is missing, in the order of the form", () => {
    expect(reportProblems(read({}), place)).toEqual(["desa", "jenis", "cerita", "nama"]);
    expect(reportProblems(typed, place)).toEqual(["telepon"]);
    expect(reportProblems({ ...typed, phone: "", name: "", anonymous: true }, place)).toEqual([]);
  });

  it("takes no village of another kecamatan and no relation of its own making", () => {
    expect(reportProblems({ ...typed, phone: "", villageCode: "63.11.02.2014" }, place)).toEqual([
      "desa",
    ]);
    expect(read({ untuk: "camat", anonim: "1" })).toMatchObject({
      relation: "self",
      about: "nobody",
      anonymous: false,
    });
    expect(read({ cerita: "x".repeat(9000) }).story).toHaveLength(4000);
  });
});

describe("the proof of a form", () => {
  const id = "0193b2f0-0000-7000-8000-000000000001";
  const made = new Date("2026-11-23T01:00:00Z");
  const aged = (ms: number) => new Date(made.getTime() + ms);
  const proof = formProof("secret", id, made);

  it.each([
    [3_999, "fast"],
    [4_000, "fine"],
    [47 * 3_600_000, "fine"],
    [49 * 3_600_000, "stale"],
  ] as const)("%d ms old is %s", (ms, state) => {
    expect(readFormProof("secret", proof, aged(ms))).toEqual({ state, clientActionId: id });
  });

  it("of another key, id or time is forged", () => {
    const [, time = "", signature = ""] = proof.split(".");
    const others = ["", "a.b.c", `${id}.${time}`, `${id}.0.${signature}`, `x.${time}.${signature}`];
    for (const one of others) {
      expect(readFormProof("secret", one, aged(9_000))).toEqual({ state: "forged" });
    }
    expect(readFormProof("other", proof, aged(9_000))).toEqual({ state: "forged" });
  });
});
