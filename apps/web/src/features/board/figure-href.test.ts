import { describe, expect, it } from "vitest";
import type { BoardFigure } from "./board-data";
import { figureHref, parseFigure } from "./figure-href";

const figures: BoardFigure[] = [
  { subdistrict: "63.11.07", lateness: "near" },
  { holderKind: "sector", holderCode: "DPMD", age: 1 },
  { escalated: true, age: 4 },
  { escalated: true, villages: ["63.11.07.2009"], unowned: true, moved: "received" },
  { age: 0 },
  { moved: "settled" },
  { moved: "received", since: "2026-11-16" },
  { categories: ["VIL-CAP", "VIL-FAC"], subdistrict: "63.11.07", lateness: "near" },
];

describe("the address of a figure", () => {
  it.each(figures)("says %o and is read back the same", (figure) => {
    const url = new URL(figureHref(figure), "http://x");
    expect(url.pathname).toBe("/papan/kasus");
    const read = Object.entries(parseFigure(url.searchParams)).filter(([, v]) => v !== undefined);
    expect(Object.fromEntries(read)).toEqual(figure);
  });

  it.each<[BoardFigure, string]>([
    [{}, "/antrean?tampilan=terbuka"],
    [{ villages: ["63.11.07.2009"] }, "/antrean?tampilan=terbuka&desa=63.11.07.2009"],
    [{ lateness: "late" }, "/antrean?tampilan=lewat"],
    [{ categories: ["VIL-CAP"], lateness: "late" }, "/antrean?tampilan=lewat&jenis=VIL-CAP"],
    [
      { subdistrict: "63.11.07", categories: ["VIL-CAP"] },
      "/antrean?tampilan=terbuka&kecamatan=63.11.07&jenis=VIL-CAP",
    ],
    [
      { holderKind: "sector", holderCode: "DPMD" },
      "/antrean?tampilan=terbuka&unit=DPMD&pemegang=sector",
    ],
    [{ escalated: true }, "/antrean?tampilan=terbuka&eskalasi=1"],
    [{ unowned: true }, "/antrean?tampilan=terbuka&pemegang=unowned"],
    [{ holderKind: "desk", holderCode: undefined }, "/antrean?tampilan=terbuka&pemegang=desk"],
  ])("of %o is the queue's own", (figure, href) => {
    expect(figureHref(figure)).toBe(href);
  });

  it("leaves out what it does not know", () => {
    const read = parseFigure(new URLSearchParams("umur=9&di=moon&tenggat=soon&sejak=kemarin"));
    expect(Object.values(read).every((v) => v === undefined)).toBe(true);
  });
});
