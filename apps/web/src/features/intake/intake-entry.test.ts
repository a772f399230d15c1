import { openCaseCommand } from "@rembuk/domain/cases/commands";
import { describe, expect, it } from "vitest";
import { emptyEntry, nikState, openingOf, problemsOf, wallClock } from "./intake-entry";

const check = { zone: "WITA", now: new Date("2026-11-20T02:00:00Z"), demo: true } as const;
const told = {
  ...emptyEntry("official", "63.11.07.2009"),
  name: "Rusmiati (fiktif)",
  phone: "0860-0000-0114",
  position: "Kaur Keuangan",
  categoryCode: "VIL-FIN",
  story: "SPJ tahap II ditolak. Minta pendampingan.",
};

describe("an intake entry", () => {
  it("names what is missing in the order of the form", () => {
    expect(problemsOf(emptyEntry("official", null), check)).toEqual([
      "name",
      "village",
      "category",
      "story",
    ]);
  });

  it("refuses a NIK of the wrong form and leaves the right one unverified", () => {
    expect(nikState("9999", check)).toBe("wrong");
    expect(nikState("9999014508900001", check)).toBe("fine");
    expect(nikState("9999014508900001", { ...check, demo: false })).toBe("wrong");
  });

  it("becomes a command that the server takes", () => {
    expect(problemsOf(told, check)).toEqual([]);
    const command = openingOf(told, {
      clientActionId: "0192f0c0-0000-7000-8000-000000000001",
      channel: "desk",
      zone: "WITA",
      capacityWords: "Perangkat desa",
    });
    expect(openCaseCommand.parse(command)).toMatchObject({
      title: "SPJ tahap II ditolak",
      privacy: null,
      reporter: { capacity: "Perangkat desa, Kaur Keuangan", nik: null },
    });
  });

  it("takes the stricter of two wishes for privacy", () => {
    const asked = openingOf(
      { ...told, anonymous: true, secret: true },
      { clientActionId: "x", channel: "desk", capacityWords: "", zone: "WITA" },
    );
    expect(asked.privacy).toBe("SECRET");
  });

  it("from paper carries when it came, on the clock of its office", () => {
    const paper = { ...told, heardBy: "paper", heardAt: "2026-11-20T09:30" } as const;
    const more = { clientActionId: "x", channel: "desk", capacityWords: "" } as const;
    expect(openingOf(paper, { ...more, zone: "WITA" })).toMatchObject({
      channel: "paper",
      capturedAt: new Date("2026-11-20T01:30:00Z"),
    });
    expect(openingOf(paper, { ...more, zone: "WIB" }).capturedAt).toEqual(
      new Date("2026-11-20T02:30:00Z"),
    );
    expect(openingOf({ ...paper, heardBy: null }, { ...more, zone: "WITA" })).toMatchObject({
      channel: "desk",
      capturedAt: null,
    });
  });

  it("cannot have come in the future, never, or years ago", () => {
    const heard = (heardAt: string) =>
      problemsOf({ ...told, heardBy: "phone", heardAt }, check).includes("heardAt");
    const now = Date.now();
    expect(heard(wallClock(new Date(now), "WITA"))).toBe(false);
    expect(heard("")).toBe(false);
    expect(heard(wallClock(new Date(now + 3_600_000), "WITA"))).toBe(true);
    expect(heard("2019-01-01T10:00")).toBe(true);
    expect(heard("2026-13-40T10:00")).toBe(true);
  });
});
