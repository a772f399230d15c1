import type { ListCasesInput } from "@rembuk/domain/cases/commands";
import { caseStatuses } from "@rembuk/domain/cases/model";
import { queueHref } from "@/features/cases/queue/queue-address";
import { holderFilters, type QueueView } from "@/features/cases/queue/queue-view";

export type CaseFilter = Pick<
  ListCasesInput,
  | "statuses"
  | "subdistricts"
  | "villages"
  | "categories"
  | "units"
  | "holder"
  | "lateness"
  | "escalated"
>;

/** Settled ones too; the queue has a view for it. */
export const everyStatus: string[] = caseStatuses.filter((status) => status !== "draft");

const viewOf = ({ statuses, holder, lateness }: CaseFilter): QueueView => {
  if (holder === "mine") return "mine";
  if (lateness === "late") return "late";
  return statuses === everyStatus ? "all" : "open";
};

/** The queue's address for a filter: the list shows exactly what a number counts. */
export const caseListHref = (filter: CaseFilter): string => {
  const view = viewOf(filter);
  return queueHref({
    view,
    statuses: view === "all" ? [] : (filter.statuses ?? []),
    subdistricts: filter.subdistricts ?? [],
    villages: filter.villages ?? [],
    categories: filter.categories ?? [],
    units: filter.units ?? [],
    lateness: view === "late" ? null : (filter.lateness ?? null),
    holder: holderFilters.find((one) => one === filter.holder) ?? null,
    isEscalated: filter.escalated === true,
  });
};
