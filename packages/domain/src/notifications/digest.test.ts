import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { workingCalendarSchema } from "../calendars/calendar-schema";
import { zones } from "../calendars/zone";
import { defaultTemplates } from "../cases/message-templates";
import { digestWording, dueDigest } from "./digest";
import type { NotificationKind } from "./model";
import { defaultPreferences, groupOf, mailChoices } from "./preferences";

const calendarIn = (zone: (typeof zones)[number]) =>
  workingCalendarSchema.parse({
    zone,
    coveredYears: [2026],
    holidays: [{ date: "2026-12-25", name: "Natal", type: "NATIONAL" }],
  });
const offsets = { WIB: "+07:00", WITA: "+08:00", WIT: "+09:00" } as const;
const at7 = { ...defaultPreferences, digested: mailChoices, quiet: null };

describe("the hour of a digest", () => {
  it.each(zones)("is that of the reader's wall in %s", (zone) => {
    const wall = (time: string) => new Date(`2026-11-24T${time}${offsets[zone]}`);
    expect(dueDigest(at7, calendarIn(zone), wall("06:59:59"))).toBeNull();
    expect(dueDigest(at7, calendarIn(zone), wall("07:00:00"))).toEqual({
      day: "2026-11-24",
      since: wall("07:00:00"),
    });
  });

  it("lies two hours apart between Paron and Jayapura", () => {
    const now = new Date("2026-11-24T05:30:00+07:00");
    expect(dueDigest(at7, calendarIn("WIB"), now)).toBeNull();
    expect(dueDigest(at7, calendarIn("WIT"), now)?.day).toBe("2026-11-24");
  });

  it("is on working days only, unless each day was chosen", () => {
    const daily = { ...at7, digest: { ...at7.digest, days: "daily" as const } };
    for (const date of ["2026-11-28", "2026-11-29", "2026-12-25"]) {
      const now = new Date(`${date}T09:00:00+08:00`);
      expect(dueDigest(at7, calendarIn("WITA"), now)).toBeNull();
      expect(dueDigest(daily, calendarIn("WITA"), now)?.day).toBe(date);
    }
  });

  it("stays due through an outage until the day ends, and never in quiet hours", () => {
    const late = new Date("2026-11-24T20:15:00+08:00");
    expect(dueDigest(at7, calendarIn("WITA"), late)?.since).toEqual(
      new Date("2026-11-24T07:00:00+08:00"),
    );
    const nightly = { ...at7, quiet: { from: 20 * 60, to: 5 * 60 } };
    expect(dueDigest(nightly, calendarIn("WITA"), late)).toBeNull();
  });

  it("is none for who chose no digest", () => {
    const now = new Date("2026-11-24T09:00:00+08:00");
    expect(dueDigest(defaultPreferences, calendarIn("WITA"), now)).toBeNull();
  });

  it("gives one day for each instant, and a clock put back gives no day anew", () => {
    const instant = fc
      .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) })
      .map((ms) => new Date(ms));
    fc.assert(
      fc.property(instant, instant, fc.constantFrom(...zones), (one, other, zone) => {
        const daily = { ...at7, digest: { at: 420, days: "daily" as const } };
        const [a, b] = [one, other].map((now) => dueDigest(daily, calendarIn(zone), now));
        if (a && b && a.day === b.day) expect(a.since).toEqual(b.since);
        if (a) expect(a.since.getTime()).toBeLessThanOrEqual(one.getTime());
      }),
    );
  });
});

describe("what a digest says", () => {
  const day = dueDigest(at7, calendarIn("WITA"), new Date("2026-11-24T09:00:00+08:00"))?.day;
  if (!day) throw new Error("no day");
  const write = (lines: readonly { kind: NotificationKind; number: string }[]) =>
    digestWording(lines, day, {
      ...{ publicUrl: "https://kasus.contoh.go.id", language: "id" },
      template: defaultTemplates["mail-digest"].id,
    });

  it("are counts and numbers by kind, each case once in each", () => {
    const { subject, body } = write([
      { kind: "case.routed", number: "PRS-2026-0002-B" },
      { kind: "case.routed", number: "PRS-2026-0001-A" },
      { kind: "case.resumed", number: "PRS-2026-0001-A" },
      { kind: "case.overdue", number: "PRS-2026-0001-A" },
    ]);
    expect(subject).toBe("Ringkasan Rembuk Selasa, 24 November 2026");
    expect(body).toContain("Giliran Anda: 2 kasus\nPRS-2026-0001-A, PRS-2026-0002-B");
    expect(body).toContain("Lewat tenggat dan eskalasi: 1 kasus\nPRS-2026-0001-A");
    expect(body).not.toContain("Catatan baru");
  });

  it("names no case in its subject, whatever it is of", () => {
    const kinds = Object.keys(groupOf) as NotificationKind[];
    const line = fc.record({
      kind: fc.constantFrom(...kinds),
      number: fc.stringMatching(/^[A-Z]{3}-2026-\d{4}-[A-Z]$/),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 90 }), (lines) => {
        const { subject, body } = write(lines);
        expect(subject).toBe("Ringkasan Rembuk Selasa, 24 November 2026");
        for (const { number } of lines.slice(0, 1))
          expect(body.includes(number) || body.includes("kasus lain")).toBe(true);
      }),
    );
  });

  it("is in the words of the reader's office, and the list is theirs to place", () => {
    const { subject, body } = digestWording([{ kind: "case.overdue", number: "PRS-1" }], day, {
      ...{ publicUrl: "https://kasus.contoh.go.id", language: "en" },
      template: "Salam {hari}. {daftar} | {tautan} | {akun}",
    });
    expect(subject).toBe("Rembuk digest Tuesday, 24 November 2026");
    expect(body).toBe(
      "Salam Tuesday, 24 November 2026. Late and escalated: 1 case\nPRS-1 | " +
        "https://kasus.contoh.go.id/pemberitahuan | https://kasus.contoh.go.id/akun",
    );
  });

  it("counts what it has no room to list", () => {
    const lines = Array.from({ length: 55 }, (_, i) => ({
      kind: "case.closed" as const,
      number: `PRS-2026-${String(i).padStart(4, "0")}-A`,
    }));
    expect(write(lines).body).toContain("Perkembangan: 55 kasus");
    expect(write(lines).body).toContain("dan 15 kasus lain");
  });
});
