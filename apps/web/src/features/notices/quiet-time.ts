const WALL = /^(\d{2}):(\d{2})$/;

/** Minutes after midnight of "21:30"; null when it is no such time. */
export function minutesOf(text: string): number | null {
  const [, hours, minutes] = WALL.exec(text) ?? [];
  const value = Number(hours) * 60 + Number(minutes);
  return Number.isInteger(value) && Number(hours) < 24 && Number(minutes) < 60 ? value : null;
}

/** "21:30" of the minutes after midnight, as a `time` control takes it. */
export const timeOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, "0")).join(":");
