import type { Zone } from "@rembuk/domain/calendars/zone";
import type { CaseGrouping, CaseOrder, DueGroup } from "@rembuk/domain/cases/list-filters";
import { groupByDue } from "./group-by-due";
import type { ListGroup, QueueLook } from "./queue-look";
import type { QueueInput } from "./queue-view";

/** A heading of the list as the server counts it. */
export interface CountedGroup {
  readonly code: string;
  readonly name: string;
  readonly count: number;
  readonly late: number;
}

/** What a heading says. */
export type Heading =
  | { readonly by: "due"; readonly due: DueGroup; readonly count: number }
  | ({ readonly by: CaseGrouping } & CountedGroup)
  | { readonly by: "none"; readonly order: CaseOrder };

export interface RowGroup<Row> {
  readonly key: string;
  readonly heading: Heading;
  readonly rows: readonly Row[];
}

interface Grouped {
  readonly dueAt: Date;
  readonly status: string;
  readonly villageCode: string;
  readonly leadSectorCode: string | null;
}

/** Headings by deadline stand over what is in the order of deadlines. */
export const groupOf = (look: QueueLook, order: CaseOrder): ListGroup => {
  const group = look.group ?? "due";
  return group === "due" && order !== "due" ? "none" : group;
};

export const isCounted = (group: ListGroup): group is CaseGrouping =>
  group === "village" || group === "sector";

/** Which list it is that is read: what of one is shown for no other. */
export const readingOf = (input: QueueInput, by: ListGroup): string =>
  JSON.stringify({ input, by });

/** The heading that a row stands under, by its code. */
export const groupCode = (by: CaseGrouping, row: Grouped): string =>
  by === "village" ? row.villageCode : (row.leadSectorCode ?? "");

interface Grouping {
  readonly by: ListGroup;
  readonly order: CaseOrder;
  readonly now: Date;
  readonly zone: Zone;
  /** For villages and sectors their headings in order; for deadlines what is known of their counts. */
  readonly counted: readonly CountedGroup[];
  /** More rows follow: what is loaded says nothing of how many there are. */
  readonly hasMore: boolean;
}

/** 0: not known, and nothing is shown. */
const countOf = (counted: readonly CountedGroup[], code: string): number =>
  counted.find((group) => group.code === code)?.count ?? 0;

/** Rows under their headings; within one the order stays. Of villages and sectors those that are loaded. */
export function groupRows<Row extends Grouped>(
  rows: readonly Row[],
  { by, order, now, zone, counted, hasMore }: Grouping,
): readonly RowGroup<Row>[] {
  if (by === "due")
    return groupByDue(rows, now, zone).map(({ group, rows: members }) => ({
      key: group,
      heading: { by, due: group, count: hasMore ? countOf(counted, group) : members.length },
      rows: members,
    }));
  if (!isCounted(by)) return [{ key: "none", heading: { by: "none", order }, rows }];
  const known = new Set(counted.map(({ code }) => code));
  // What came by a live update may stand under a heading that was not counted yet.
  const others = [...new Set(rows.map((row) => groupCode(by, row)))]
    .filter((code) => !known.has(code))
    .map((code) => ({ code, name: code, count: 0, late: 0 }));
  return [...counted, ...others].flatMap((group) => {
    const members = rows.filter((row) => groupCode(by, row) === group.code);
    return members.length > 0
      ? [{ key: group.code, heading: { by, ...group }, rows: members }]
      : [];
  });
}
