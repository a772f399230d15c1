import { dayOf } from "@/lib/format";

/** "26/11/2026", or both days where it takes more than one. */
export const tripDays = (
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
  write: (day: Date) => string,
): string =>
  startsOn === endsOn
    ? write(dayOf(startsOn))
    : `${write(dayOf(startsOn))} – ${write(dayOf(endsOn))}`;
