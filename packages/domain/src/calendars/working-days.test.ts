import { describe, expect, it } from "vitest";
import { workingCalendarSchema } from "./calendar-schema";
import { decreedCalendar } from "./decreed-calendar.fixture";
import { addDays, dayNumberOf, isoWeekday, localDate, localDateOf, yearOf } from "./local-date";
import { standardWeek } from "./model";
import {
  addWorkingDays,
  closeOfOffice,
  instantAt,
  isEstimate,
  isWorkingDay,
  nextWorkingDay,
  openingOfOffice,
  toLocalDate,
  workingDaysBetween,
} from "./working-days";
import { zoneOfProvince } from "./zone-of-province";

const wita = decreedCalendar("WITA");
const ramadan = {
  name: "Jam kerja Ramadan",
  from: localDate("2027-02-08"),
  to: localDate("2027-03-07"),
  week: standardWeek.map((day) => ({ ...day, closesAt: 15 * 60 })),
};

describe("local dates", () => {
  it("survive the way to a day number and back", () => {
    for (const text of ["1969-12-31", "1970-01-01", "2024-02-29", "2026-12-31"]) {
      expect(localDateOf(dayNumberOf(localDate(text)))).toBe(text);
    }
    expect(() => localDate("2026-02-29")).toThrow();
    expect(isoWeekday(dayNumberOf(localDate("2026-11-21")))).toBe(6);
    expect(addDays(localDate("2026-12-28"), 10)).toBe("2027-01-07");
  });

  it("know their year on each side of every New Year", () => {
    for (let year = 1900; year <= 2200; year += 1) {
      const first = dayNumberOf(localDate(`${year}-01-01`));
      expect([yearOf(first - 1), yearOf(first), yearOf(first + 364)]).toEqual([
        year - 1,
        year,
        year,
      ]);
    }
  });

  it("turn at the zone's own midnight", () => {
    const instant = new Date("2026-11-20T15:30:00Z");
    expect(toLocalDate(instant, "WIB")).toBe("2026-11-20");
    expect(toLocalDate(instant, "WITA")).toBe("2026-11-20");
    expect(toLocalDate(instant, "WIT")).toBe("2026-11-21");
    expect(instantAt(localDate("2026-11-21"), 0, "WIT")).toEqual(new Date("2026-11-20T15:00:00Z"));
  });
});

describe("working days", () => {
  it("number 240 in 2026 and 242 in 2027, as the decrees leave them", () => {
    const [start, middle, end] = ["2025-12-31", "2026-12-31", "2027-12-31"].map(localDate);
    if (!start || !middle || !end) throw new Error("three dates");
    expect(workingDaysBetween(start, middle, wita)).toBe(240);
    expect(workingDaysBetween(middle, end, wita)).toBe(242);
    expect(workingDaysBetween(start, end, wita)).toBe(482);
    expect(workingDaysBetween(end, start, wita)).toBe(-482);
  });

  it("skip weekends, holidays and joint leave, across the new year too", () => {
    expect(isWorkingDay(localDate("2026-12-24"), wita)).toBe(false);
    expect(isWorkingDay(localDate("2027-01-01"), wita)).toBe(false);
    expect(isWorkingDay(localDate("2027-01-04"), wita)).toBe(true);
    expect(nextWorkingDay(localDate("2026-12-23"), wita)).toBe("2026-12-28");
    expect(addWorkingDays(localDate("2026-12-28"), -1, wita)).toBe("2026-12-23");
    expect(addWorkingDays(localDate("2026-12-26"), 0, wita)).toBe("2026-12-26");
  });

  it("agree with counting one by one, from any day to any day", () => {
    for (let day = dayNumberOf(localDate("2026-01-01")); day < 20_900; day += 7) {
      const from = localDateOf(day);
      const to = addWorkingDays(from, day % 61, wita);
      let seen = 0;
      for (let at = day + 1; at <= dayNumberOf(to); at += 1) {
        if (isWorkingDay(localDateOf(at), wita)) seen += 1;
      }
      expect(seen).toBe(day % 61);
      expect(workingDaysBetween(from, to, wita)).toBe(seen);
    }
  });

  it("refuse to search a calendar that never works", () => {
    const week = [{ weekday: 1, opensAt: 480, closesAt: 990 }];
    const never = { name: "tutup", from: localDate("2020-01-01"), to: localDate("2099-12-31") };
    const periods = [{ ...never, week: [{ weekday: 7, opensAt: 0, closesAt: 1 }] }];
    const holidays = Array.from({ length: 600 }, (_, i) => ({
      date: localDateOf(dayNumberOf(localDate("2026-01-04")) + 7 * i),
      name: "Minggu",
      type: "LOCAL" as const,
    }));
    const closed = decreedCalendar("WIB", { week, periods, holidays });
    expect(() => nextWorkingDay(localDate("2026-01-01"), closed)).toThrow(RangeError);
  });
});

describe("office hours", () => {
  it("open and close in the office's zone", () => {
    const date = localDate("2026-11-25");
    expect(closeOfOffice(date, decreedCalendar("WIB"))).toEqual(new Date("2026-11-25T09:30:00Z"));
    expect(closeOfOffice(date, wita)).toEqual(new Date("2026-11-25T08:30:00Z"));
    expect(closeOfOffice(date, decreedCalendar("WIT"))).toEqual(new Date("2026-11-25T07:30:00Z"));
    expect(openingOfOffice(date, wita)).toEqual(new Date("2026-11-25T00:00:00Z"));
    expect(() => closeOfOffice(localDate("2026-11-22"), wita)).toThrow(RangeError);
  });

  it("follow a dated period, the one listed last where two overlap", () => {
    const fasting = decreedCalendar("WITA", { periods: [ramadan] });
    expect(closeOfOffice(localDate("2027-02-09"), fasting)).toEqual(
      new Date("2027-02-09T07:00:00Z"),
    );
    expect(closeOfOffice(localDate("2027-03-16"), fasting)).toEqual(
      new Date("2027-03-16T08:30:00Z"),
    );
    const sixDays = [...standardWeek, { weekday: 6, opensAt: 480, closesAt: 720 }];
    const clinic = { ...ramadan, name: "Puskesmas", week: sixDays };
    const both = decreedCalendar("WITA", { periods: [ramadan, clinic] });
    expect(isWorkingDay(localDate("2027-02-13"), both)).toBe(true);
    expect(isWorkingDay(localDate("2027-02-13"), fasting)).toBe(false);
  });

  it("lose to a holiday even within a period", () => {
    const fasting = decreedCalendar("WITA", {
      periods: [{ ...ramadan, to: localDate("2027-03-31") }],
    });
    expect(isWorkingDay(localDate("2027-03-10"), fasting)).toBe(false);
  });

  it("default to Monday to Friday and refuse a week that contradicts itself", () => {
    const parsed = workingCalendarSchema.parse({ zone: "WIB", coveredYears: [2026] });
    expect(parsed.week).toEqual(standardWeek);
    const day = { weekday: 1, opensAt: 480, closesAt: 990 };
    const week = (days: object[]) =>
      workingCalendarSchema.safeParse({ zone: "WIB", coveredYears: [], week: days }).success;
    expect(week([day])).toBe(true);
    expect(week([day, day])).toBe(false);
    expect(week([{ ...day, closesAt: 480 }])).toBe(false);
    expect(week([])).toBe(false);
  });
});

it("marks a range beyond the decreed years as an estimate", () => {
  const [a, b, c] = [localDate("2026-11-21"), localDate("2027-12-31"), localDate("2028-01-03")];
  expect(isEstimate(a, b, wita)).toBe(false);
  expect(isEstimate(a, c, wita)).toBe(true);
  expect(isEstimate(localDate("2025-12-31"), a, wita)).toBe(true);
});

it("knows the zone of each province", () => {
  expect(zoneOfProvince("63")).toBe("WITA");
  expect(zoneOfProvince("35.21.05")).toBe("WIB");
  expect(zoneOfProvince("62")).toBe("WIB");
  expect(zoneOfProvince("96")).toBe("WIT");
  expect(zoneOfProvince("99")).toBeNull();
});
