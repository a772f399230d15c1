import type { ClockReading } from "@rembuk/domain/cases/sla";

/** Which phrase says how a clock stands, and its number of working days. */
export interface ClockPhrase {
  readonly key: "left" | "today" | "late" | "held" | "done";
  readonly days: number;
}

/** Late comes before everything else: neither a pause nor an end hides a missed deadline. */
export function clockPhrase(clock: ClockReading): ClockPhrase {
  if (clock.daysLeft < 0) return { key: "late", days: -clock.daysLeft };
  if (clock.state === "stopped") return { key: "done", days: clock.usedDays };
  if (clock.state === "held") return { key: "held", days: clock.daysLeft };
  if (clock.state === "due-today") return { key: "today", days: 0 };
  return { key: "left", days: clock.daysLeft };
}

export type ClockLook = "fine" | "near" | "late" | "hold" | "done";

/** How the figure of a clock looks. */
export function clockLook(clock: ClockReading): ClockLook {
  const looks = { left: "fine", today: "near", late: "late", held: "hold", done: "done" } as const;
  return looks[clockPhrase(clock).key];
}

/** Share of the limit that is used up, 0 to 1. */
export function usedShare(clock: ClockReading): number {
  if (clock.limitDays <= 0) return clock.daysLeft < 0 ? 1 : 0;
  return Math.min(1, Math.max(0, clock.usedDays / clock.limitDays));
}
