import { describe, expect, it } from "vitest";
import type { BoardFigure } from "./board-data";
import { figureHref, parseFigure } from "./figure-href";

const figures: BoardFigure[] = [
  { subdistrict: "63.11.07" },
  { holderKind: "sector", holderCode: "DPMD" },
  { escalated: true },
  { escalated: true, villages: ["63.11.07.2009"], unowned: true, lateness: "week" },
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
    [{}, "/kasus"],
    [{ villages: ["63.11.07.2009"] }, "/kasus?desa=63.11.07.2009"],
    [{ lateness: "late" }, "/kasus?tampilan=lewat"],
    [{ categories: ["VIL-CAP"], lateness: "late" }, "/kasus?tampilan=lewat&jenis=VIL-CAP"],
    [{ unowned: true }, "/kasus?pemegang=unowned"],
    [{ holderKind: "desk", holderCode: undefined }, "/kasus?pemegang=desk"],
  ])("of %o is the queue's own", (figure, href) => {
    expect(figureHref(figure)).toBe(href);
  });

  it("leaves out what it does not know", () => {
    const read = parseFigure(new URLSearchParams("umur=9&di=moon&tenggat=soon&sejak=kemarin"));
    expect(Object.values(read).every((v) => v === undefined)).toBe(true);
  });
});
