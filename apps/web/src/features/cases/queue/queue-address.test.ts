import { roles } from "@rembuk/domain/access/roles";
import { listCasesInput } from "@rembuk/domain/cases/commands";
import { roleViewsOf, savedWords } from "@rembuk/domain/cases/saved-views";
import { describe, expect, it } from "vitest";
import {
  addressWords,
  lookWords,
  queueHref,
  readAddress,
  readLook,
  savedAddressOf,
  savedHref,
  writeAddress,
  writeLook,
} from "./queue-address";
import { usualLook } from "./queue-look";
import { noFilters, type QueueFilters, queueInput } from "./queue-view";

const officer = "0198c0de-0000-7000-8000-000000000001";
const narrow: QueueFilters = {
  view: "mine",
  statuses: ["received", "triaged"],
  subdistricts: ["63.11.07"],
  villages: ["63.11.07.2009"],
  categories: ["VIL-FIN"],
  sectors: ["DPMD", "KASI_PMD"],
  units: ["DPMD"],
  lateness: "week",
  holder: "sector",
  age: 1,
  person: officer,
  received: { from: "2026-11-01", to: "2026-11-15" },
  due: { from: "2026-11-20" },
  isEscalated: true,
  text: "air bersih",
  order: "updated",
};
const everyRoleView = roles.flatMap((role) =>
  roleViewsOf({
    ...{ userId: officer, name: "" },
    assignments: [
      {
        id: "a",
        role,
        areaCode: "63.11.07",
        sectorCode: null,
        organizationId: null,
        clearance: false,
      },
    ],
  }),
);
const roleViews = [...new Map(everyRoleView.map((view) => [view.key, view])).values()];
const rawOf = (query: string) => Object.fromEntries(new URLSearchParams(query));

describe("the address of the queue", () => {
  it("says everything that narrows, and is read back the same", () => {
    const { filters, ignored } = readAddress(writeAddress(narrow));
    expect(filters).toEqual(narrow);
    expect(ignored).toEqual([]);
    expect(listCasesInput.safeParse(queueInput(narrow)).success).toBe(true);
  });

  it("names the queue itself: a bare address is the reader's own start", () => {
    expect(queueHref({})).toBe("/antrean?tampilan=terbuka");
    expect(readAddress({}).filters).toEqual(noFilters);
  });

  it("links to what a number counts", () => {
    expect(queueHref({ units: ["DPMD"], lateness: "late" })).toBe(
      "/antrean?tampilan=terbuka&unit=DPMD&tenggat=late",
    );
    expect(queueHref({ person: "me", received: { from: "2026-11-01" } })).toBe(
      "/antrean?tampilan=terbuka&petugas=saya&masuk=2026-11-01..",
    );
  });

  it.each([
    ["tampilan=besok", "tampilan"],
    ["status=received,hilang", "status"],
    ["desa=Lingsir", "desa"],
    ["petugas=Rusmiati", "petugas"],
    ["masuk=2026-13-01..", "masuk"],
    ["masuk=2026-11-15..2026-11-01", "masuk"],
    ["jatuhtempo=2026-11-15", "jatuhtempo"],
    ["eskalasi=ya", "eskalasi"],
    ["urut=besar", "urut"],
    ["bidang=<script>", "bidang"],
  ])("leaves out what it does not understand, and says so: %s", (query, word) => {
    const { filters, ignored } = readAddress(rawOf(query));
    expect(ignored).toEqual([word]);
    const kept = query.startsWith("status") ? { ...noFilters, statuses: ["received"] } : noFilters;
    expect(filters).toEqual(kept);
    expect(listCasesInput.safeParse(queueInput(filters)).success).toBe(true);
  });

  it("never writes what may be a NIK or a phone", () => {
    for (const text of ["9999014101900077", "0860-0000-0123", "+62 860 0000 0123"])
      expect(queueHref({ text })).toBe("/antrean?tampilan=terbuka");
  });

  it("says how the list is shown", () => {
    const look = { group: "village", columns: ["clocks", "status"], density: "dense" } as const;
    const raw = writeLook(look);
    expect(raw).toEqual({ kelompok: "desa", kolom: "waktu,status", kerapatan: "rapat" });
    expect(readLook(raw)).toEqual({ look, ignored: [] });
    expect(readLook({ kolom: "waktu,gaji", kelompok: "rt" })).toEqual({
      look: { ...usualLook, columns: ["clocks"] },
      ignored: ["kelompok", "kolom"],
    });
    expect(Object.values(writeLook(usualLook)).every((value) => value === null)).toBe(true);
  });

  it("keeps in a saved view all but what was searched for", () => {
    const kept = savedAddressOf(narrow, { group: "sector", columns: null, density: "dense" });
    expect(kept).toMatchObject({ bidang: "DPMD,KASI_PMD", kelompok: "bidang", urut: "diubah" });
    expect(Object.keys(kept)).not.toContain("cari");
    expect(readAddress(kept).filters).toEqual({ ...narrow, text: "" });
    const known = [...Object.values(addressWords), ...Object.values(lookWords)];
    expect([...savedWords, "cari"].sort()).toEqual(known.sort());
  });

  it.each(roleViews)("knows the words of what comes with a role: $key", ({ key, address }) => {
    expect([readAddress(address).ignored, readLook(address).ignored]).toEqual([[], []]);
    expect(savedHref(key, address)).toContain(`simpanan=${key}`);
  });

  it("keeps its words: people hold links", () => {
    expect(Object.values(addressWords)).toEqual([
      ...["tampilan", "status", "kecamatan", "desa", "jenis", "bidang", "unit", "tenggat"],
      ...["pemegang", "umur", "petugas", "masuk", "jatuhtempo", "eskalasi", "cari", "urut"],
    ]);
  });
});
