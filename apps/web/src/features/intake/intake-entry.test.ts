import { openCaseCommand } from "@rembuk/domain/cases/commands";
import { describe, expect, it } from "vitest";
import { emptyEntry, nikState, openingOf, problemsOf } from "./intake-entry";

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
      { clientActionId: "x", channel: "desk", capacityWords: "" },
    );
    expect(asked.privacy).toBe("SECRET");
  });
});
