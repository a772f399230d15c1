import type { Role } from "../access/roles";
import { regencyOf } from "../areas/area-code";
import { dayTableOf } from "../calendars/day-table";
import { dayNumberOf, localDate } from "../calendars/local-date";
import type { WorkingCalendar } from "../calendars/model";
import { DomainError } from "../kernel/errors";

/** A roster is made for a month at most. */
export const longestRosterDays = 31;

export interface DutySpan {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** True while the office is open: then the desk answers, not the roster. */
export const isOfficeOpen = (now: Date, calendar: WorkingCalendar): boolean => {
  const table = dayTableOf(calendar);
  const office = table.officeSpan(table.dayOf(now));
  const at = now.getTime();
  return office !== null && office.opensAt <= at && at < office.closesAt;
};

/**
 * The nights and free days from one date to another, both included: from each close of office to the
 * next opening, as one stretch over a weekend. The first night before `from` belongs to the day before.
 * @throws invalid INPUT_INVALID for more than a month or for a period backwards
 */
export const spansOutsideOffice = (
  from: string,
  to: string,
  calendar: WorkingCalendar,
): readonly DutySpan[] => {
  const table = dayTableOf(calendar);
  const first = dayNumberOf(localDate(from));
  const last = dayNumberOf(localDate(to));
  if (last < first || last - first >= longestRosterDays) {
    throw new DomainError("invalid", "INPUT_INVALID", { field: "to" });
  }
  const spans: DutySpan[] = [];
  let open: number | null = table.isWorking(first) ? null : table.startOf(first);
  for (let day = first; day <= last + 1; day += 1) {
    const office = table.officeSpan(day);
    if (open !== null && (office || day === last + 1)) {
      // The last night runs to the next opening, or to the end of a free day.
      const until = office ? office.opensAt : table.startOf(day);
      spans.push({ startsAt: new Date(open), endsAt: new Date(until) });
      open = null;
    }
    if (office && day <= last) open = office.closesAt;
  }
  return spans;
};

/** An office held by the person who is to be on duty. */
export interface DutyPost {
  readonly role: Role;
  readonly areaCode: string;
  readonly sectorCode: string | null;
}

const kecamatanRoles: readonly Role[] = [
  "triage-officer",
  "subdistrict-secretary",
  "subdistrict-head",
  "section-head",
];
const sectorRoles: readonly Role[] = ["sector-partner", "sector-lead"];

/**
 * May the holder of this office be on duty there? The kecamatan's roster has its own officers, a
 * sector's roster the sector's people. Being on duty opens no case: whoever may not read an
 * emergency is not told of it, and it then counts as if nobody were there.
 */
export const mayBeOnDuty = (
  post: DutyPost,
  roster: { readonly areaCode: string; readonly sectorCode: string | null },
): boolean => {
  if (roster.sectorCode === null) {
    return kecamatanRoles.includes(post.role) && post.areaCode === roster.areaCode;
  }
  const isOfPlace = [roster.areaCode, regencyOf(roster.areaCode)].some((a) => a === post.areaCode);
  return sectorRoles.includes(post.role) && post.sectorCode === roster.sectorCode && isOfPlace;
};
