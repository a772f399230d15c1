import type { OfficeDay } from "@rembuk/domain/calendars/model";
import type { inferInput, inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

type Procedures = ReturnType<typeof useTRPC>["calendars"];

export type CalendarPage = inferOutput<Procedures["list"]>;
export type CalendarDay = CalendarPage["days"][number];
export type OfficeHours = CalendarPage["hours"][number];
export type CalendarEdit = inferInput<Procedures["preview"]>["edit"];

/** Minutes after midnight as a time field has them: "08:00". */
export const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** "08:00" as minutes after midnight; null when it is no time. */
export const minutesOf = (time: string): number | null => {
  const parts = /^(\d{2}):(\d{2})$/.exec(time);
  return parts ? Number(parts[1]) * 60 + Number(parts[2]) : null;
};

/** The week of an office: the same hours from Monday on, for so many days; null when they make no sense. */
export const weekOf = (days: number, opens: string, closes: string): OfficeDay[] | null => {
  const opensAt = minutesOf(opens);
  const closesAt = minutesOf(closes);
  if (opensAt === null || closesAt === null || opensAt >= closesAt) return null;
  return Array.from({ length: days }, (_, i) => ({ weekday: i + 1, opensAt, closesAt }));
};
