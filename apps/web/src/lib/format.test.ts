import { utcOffsetHours, zones } from "@rembuk/domain/calendars/zone";
import { describe, expect, it } from "vitest";
import {
  clockTime,
  dayOf,
  HOURS,
  longDate,
  longDateTime,
  monthNames,
  narrowDate,
  number,
  shortDate,
  shortDateTime,
} from "./format";
import { listOf } from "./list-of";
import { rupiah } from "./rupiah";

const date = new Date("2026-11-21T06:30:00Z");

describe("dates", () => {
  it("are written in full with their zone", () => {
    expect(longDateTime(date, "WITA", "id")).toBe("Sabtu, 21 November 2026 pukul 14.30 WITA");
    expect(longDateTime(date, "WIB", "id")).toBe("Sabtu, 21 November 2026 pukul 13.30 WIB");
    expect(longDateTime(date, "WIT", "en")).toBe("Saturday, 21 November 2026, 15:30 WIT");
  });

  it("are short with a year of four digits", () => {
    expect(shortDate(dayOf("2026-11-26"), "WITA", "id")).toBe("26 Nov 2026");
    expect(shortDate(dayOf("2026-08-17"), "WIB", "id")).toBe("17 Agu 2026");
    expect(shortDate(dayOf("2026-09-01"), "WIT", "en")).toBe("1 Sep 2026");
    expect(narrowDate(dayOf("2026-11-26"), "WITA", "id")).toBe("Kam, 26 Nov 2026");
    expect(shortDateTime(date, "WITA", "id")).toBe("21 Nov 2026, 14.30");
  });

  it("turn at midnight of the office, not of the reader", () => {
    const late = new Date("2026-11-21T16:30:00Z");
    expect(longDate(late, "WIB", "id")).toBe("Sabtu, 21 November 2026");
    expect(longDate(late, "WITA", "id")).toBe("Minggu, 22 November 2026");
    expect(clockTime(late, "WITA", "id")).toBe("00.30");
  });

  it("are what Intl writes, on each day and in each month", () => {
    const places = { WIB: "Asia/Jakarta", WITA: "Asia/Makassar", WIT: "Asia/Jayapura" } as const;
    const tags = { id: "id-ID", en: "en-GB" } as const;
    for (const language of ["id", "en"] as const) {
      for (const zone of ["WIB", "WITA", "WIT"] as const) {
        const intl = new Intl.DateTimeFormat(tags[language], {
          ...{ weekday: "long", day: "numeric", month: "long", year: "numeric" },
          ...{ hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: places[zone] },
        });
        for (let day = 0; day < 800; day += 1) {
          const at = new Date(Date.UTC(2026, 0, 1 + day, (day * 7) % 24, (day * 13) % 60));
          const parts = Object.fromEntries(intl.formatToParts(at).map((p) => [p.type, p.value]));
          expect(longDate(at, zone, language)).toBe(
            `${parts.weekday}, ${parts.day} ${parts.month} ${parts.year}`,
          );
          expect(clockTime(at, zone, language).replace(":", ".")).toBe(
            `${parts.hour}.${parts.minute}`,
          );
          const { short, long } = monthNames(at.getUTCMonth() + 1, language);
          expect(long.startsWith(short) && short.length === 3).toBe(true);
          expect(narrowDate(at, zone, language)).toContain(parts.weekday?.slice(0, 3) ?? "no day");
        }
      }
    }
  });

  it("stand before UTC by the hours of the domain", () => {
    for (const zone of zones) expect(HOURS[zone]).toBe(utcOffsetHours(zone));
  });

  it("keep a plain day in every zone", () => {
    for (const zone of ["WIB", "WITA", "WIT"] as const) {
      expect(shortDate(dayOf("2026-01-01"), zone, "id")).toBe("1 Jan 2026");
    }
  });
});

describe("lists", () => {
  it("are what Intl writes", () => {
    const names = ["Nurlaila", "Hamdani", "Rusmiati", "Siti"];
    for (const language of ["id", "en"] as const)
      for (let most = 0; most <= names.length; most += 1)
        expect(listOf(names.slice(0, most), language)).toBe(
          new Intl.ListFormat(language).format(names.slice(0, most)),
        );
  });
});

describe("numbers", () => {
  it("use the marks of the language", () => {
    expect(number(1234.56, "id")).toBe("1.234,56");
    expect(number(1284, "id")).toBe("1.284");
    expect(number(1234.56, "en")).toBe("1,234.56");
  });

  it("are what Intl writes", () => {
    for (const language of ["id", "en"] as const) {
      const intl = new Intl.NumberFormat(language === "id" ? "id-ID" : "en-GB", {
        maximumFractionDigits: 2,
      });
      for (let at = 0; at < 2_000; at += 1) {
        const value = (at % 2 === 0 ? 1 : -1) * (at ** 3 / (1 + (at % 7)) + 0.001);
        expect(number(value, language)).toBe(intl.format(value));
        expect(number(Math.round(value), language)).toBe(intl.format(Math.round(value)));
      }
    }
  });

  it("write rupiah without a space", () => {
    expect(rupiah(1_250_000, "id")).toBe("Rp1.250.000");
    expect(rupiah(-500, "id")).toBe("−Rp500");
  });
});
