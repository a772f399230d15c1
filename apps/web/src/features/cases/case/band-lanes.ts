import { localDate } from "@rembuk/domain/calendars/local-date";
import { nextWorkingDay, toLocalDate } from "@rembuk/domain/calendars/working-days";
import { shortHolderName } from "@rembuk/domain/cases/short-holder-name";
import type { StrandTone } from "@rembuk/ui/band-geometry";
import type { BandLane } from "@rembuk/ui/two-clocks-band";
import type { CaseDetail } from "../case-data";

type Referral = CaseDetail["referrals"][number];

/** Words of a lane; how they are made is the caller's. */
export interface LaneWords {
  readonly note: (referral: Referral) => string;
  readonly label: (referral: Referral) => string;
  readonly used: (used: number, limit: number) => string;
  readonly late: (days: number) => string;
  readonly shortLate: (days: number) => string;
}

const drawn: readonly Referral["status"][] = ["sent", "accepted", "in_progress", "done", "failed"];

/** A lane per referral that runs or was worked on; what was declined, expired or revoked has none. */
export const lanesOf = (
  kase: Pick<CaseDetail, "referrals" | "calendar">,
  words: LaneWords,
): readonly BandLane[] => {
  const { calendar } = kase;
  const day = (instant: Date) => toLocalDate(instant, calendar.zone);
  return kase.referrals
    .filter((one) => one.kind === "referral" && drawn.includes(one.status))
    .map((one): BandLane => {
      const { usedDays, limitDays, daysLeft } = one;
      const late = daysLeft < 0 ? -daysLeft : 0;
      const tone: StrandTone = one.status === "done" ? "done" : "referral";
      const used = words.used(usedDays, limitDays);
      return {
        key: one.id,
        name: shortHolderName(one.targetCode, one.name),
        note: words.note(one),
        sentOn: nextWorkingDay(localDate(day(one.sentAt)), calendar),
        strands: [
          {
            key: one.id,
            holder: one.name,
            label: `${words.label(one)} \u00b7 ${used}`,
            shortLabel: used,
            from: nextWorkingDay(localDate(day(one.sentAt)), calendar),
            to: one.endedAt === null ? null : day(one.endedAt),
            tone,
            dueOn: day(one.dueAt),
            ...(late > 0 && { lateLabel: words.late(late), lateShortLabel: words.shortLate(late) }),
          },
        ],
      };
    });
};
