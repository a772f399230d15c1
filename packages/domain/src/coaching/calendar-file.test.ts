import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarEntry, calendarFile } from "./calendar-file";

const now = new Date("2024-10-20T01:00:00Z");
const entry: CalendarEntry = {
  ...{ id: "s1", title: "Pembinaan Kawedanan", place: "Aula; lantai 2, Kawedanan" },
  ...{ startsAt: new Date("2024-10-21T02:00:00Z"), endsAt: new Date("2024-10-21T05:00:00Z") },
  ...{ isCancelled: false, version: 3 },
};
const unfolded = (text: string) => text.replaceAll("\r\n ", "").split("\r\n");

describe("the calendar file", () => {
  it("holds one event for each session, in UTC, with its version", () => {
    expect(unfolded(calendarFile([entry], "Pembinaan", now))).toEqual([
      ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Rembuk//Pembinaan//ID"],
      ...["CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:Pembinaan", "BEGIN:VEVENT"],
      ...["UID:s1@rembuk", "DTSTAMP:20241020T010000Z", "SEQUENCE:3", "DTSTART:20241021T020000Z"],
      ...["DTEND:20241021T050000Z", "SUMMARY:Pembinaan Kawedanan"],
      ...["LOCATION:Aula\\; lantai 2\\, Kawedanan", "STATUS:CONFIRMED", "END:VEVENT"],
      ...["END:VCALENDAR", ""],
    ]);
  });

  it("lets no text break out of its line, and no line be longer than 75 octets", () => {
    const texts = fc.string({ unit: "binary", maxLength: 200 });
    fc.assert(
      fc.property(texts, texts, (title, place) => {
        const file = calendarFile([{ ...entry, title, place }], title, now);
        const rows = file.split("\r\n");
        expect(rows.every((row) => Buffer.byteLength(row) <= 75)).toBe(true);
        const lines = unfolded(file);
        expect(lines).toHaveLength(18);
        expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(1);
      }),
      { numRuns: 300, seed: 20261123 },
    );
  });

  it("keeps a break in a text as a break, and a backslash as itself", () => {
    const file = calendarFile([{ ...entry, title: "satu\r\ndua \\ tiga" }], "x", now);
    expect(unfolded(file)).toContain("SUMMARY:satu\\ndua \\\\ tiga");
  });
});
