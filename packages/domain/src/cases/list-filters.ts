import { z } from "zod";
import { addDays, localDate } from "../calendars/local-date";
import type { Zone } from "../calendars/model";
import { instantAt } from "../calendars/working-days";
import { type CaseStatus, openStatuses } from "./model";

/** Orders of the list. Each goes one way only and has its index. */
export const caseOrders = ["due", "newest", "oldest", "updated", "number"] as const;
export type CaseOrder = (typeof caseOrders)[number];

/** From and to, both included, on the wall of the office; one of them may be open. */
export const dayRange = z
  .object({ from: z.iso.date().optional(), to: z.iso.date().optional() })
  .refine(({ from, to }) => from !== undefined || to !== undefined, "empty range")
  .refine(({ from, to }) => !from || !to || from <= to, "ends before it begins");
export type DayRange = z.infer<typeof dayRange>;

/** What narrows a list of cases by place, office, person and day, beside status, kind and deadline. */
export const caseListFilters = {
  subdistricts: z.array(z.string().max(8)).max(60).optional(),
  /** Sectors that lead the case, or sections of the kecamatan that accompany it. */
  sectors: z.array(z.string().max(40)).max(60).optional(),
  /** Sector or section that holds it now. */
  units: z.array(z.string().max(40)).max(60).optional(),
  /** An officer who answers for it or has it in hand; never who reported it. */
  person: z.union([z.literal("me"), z.uuid()]).optional(),
  received: dayRange.optional(),
  due: dayRange.optional(),
  /** The one sector that leads it; "": none does yet. */
  leadSector: z.string().max(40).optional(),
  /** Has risen to the Sekcam or higher. */
  escalated: z.literal(true).optional(),
};

/** What the rows of a list can be put under, each under its true count. */
export const caseGroupings = ["village", "sector"] as const;
export type CaseGrouping = (typeof caseGroupings)[number];

/**
 * The days of a range as instants: from the first midnight on, and before the midnight that follows
 * the last.
 */
export const instantsOf = (
  { from, to }: DayRange,
  zone: Zone,
): { readonly from: Date | null; readonly before: Date | null } => ({
  from: from ? instantAt(localDate(from), 0, zone) : null,
  before: to ? instantAt(addDays(localDate(to), 1), 0, zone) : null,
});

/** Whether a choice of statuses holds only cases in which somebody still has to act. */
export const areOpen = (statuses: readonly string[]): boolean =>
  statuses.length > 0 &&
  statuses.every((status) =>
    (openStatuses as readonly CaseStatus[]).includes(status as CaseStatus),
  );
