import { addDays, localDate } from "@rembuk/domain/calendars/local-date";
import type { WorkingCalendar } from "@rembuk/domain/calendars/model";
import { isWorkingDay, nextWorkingDay, toLocalDate } from "@rembuk/domain/calendars/working-days";
import type { BandStrand, StrandTone } from "@rembuk/ui/band-geometry";
import type { CaseDetail, CaseStage } from "../case-data";

type Banded = Pick<
  CaseDetail,
  | "receivedAt"
  | "resolvedAt"
  | "closedAt"
  | "total"
  | "stage"
  | "stages"
  | "status"
  | "calendar"
  | "responsibleName"
>;

/** Working days after receipt (day 0 has no cell) until the later of today and the due day. */
export function workingDaysOf(kase: Banded, now: Date): readonly string[] {
  const { calendar } = kase;
  const whole: WorkingCalendar = calendar;
  const day = (instant: Date) => toLocalDate(instant, calendar.zone);
  const settled = kase.resolvedAt ?? kase.closedAt;
  const ends = [day(kase.total.dueAt), day(settled ?? now)];
  if (settled === null) ends.push(day(kase.stage.dueAt));
  const last = ends.sort().at(-1) ?? "";
  const days: string[] = [];
  for (let date = addDays(day(kase.receivedAt), 1); date <= last; date = addDays(date, 1)) {
    if (isWorkingDay(date, whole)) days.push(date);
  }
  return days;
}

/** How a stage is drawn. */
export function strandTone(stage: CaseStage, kase: Banded): StrandTone {
  if (stage.endedAt !== null) return "past";
  if (kase.resolvedAt !== null || kase.closedAt !== null) return "done";
  if (kase.status === "on_hold") return "hold";
  const isUnowned = kase.responsibleName === null && stage.holderKind !== "sector";
  return isUnowned ? "nobody" : "current";
}

/** Words of a strand; how they are made is the caller's. */
export interface StrandWords {
  readonly holder: (stage: CaseStage) => string;
  readonly shortHolder: (stage: CaseStage) => string;
  readonly label: (holder: string, used: number, limit: number) => string;
  readonly shortLabel: (holder: string, used: number, limit: number) => string;
  readonly late: (days: number) => string;
  readonly shortLate: (days: number) => string;
}

/**
 * A strand per holder. A handover on day n starts the next strand on the next working day; a stage
 * that came and went within a day has none.
 */
export function strandsOf(kase: Banded, words: StrandWords): readonly BandStrand[] {
  const { zone } = kase.calendar;
  return kase.stages
    .filter((stage) => stage.holderKind !== "none")
    .map((stage, at): BandStrand => {
      const { usedDays, limitDays, daysLeft } = stage;
      const starts = toLocalDate(stage.startedAt, zone);
      const late = daysLeft < 0 ? -daysLeft : 0;
      return {
        key: `${at}-${stage.holderKind}`,
        holder: words.holder(stage),
        label: words.label(words.holder(stage), usedDays, limitDays),
        shortLabel: words.shortLabel(words.shortHolder(stage), usedDays, limitDays),
        from: nextWorkingDay(localDate(starts), kase.calendar),
        to: stage.endedAt === null ? null : toLocalDate(stage.endedAt, zone),
        tone: strandTone(stage, kase),
        dueOn: toLocalDate(stage.dueAt, zone),
        ...(late > 0 && { lateLabel: words.late(late), lateShortLabel: words.shortLate(late) }),
      };
    });
}
