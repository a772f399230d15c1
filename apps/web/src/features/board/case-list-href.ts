import type { ListCasesInput } from "@rembuk/domain/cases/commands";
import { caseStatuses } from "@rembuk/domain/cases/model";
import { viewAddress } from "@/features/cases/queue/queue-view";

export type CaseFilter = Pick<
  ListCasesInput,
  "statuses" | "villages" | "categories" | "holder" | "lateness"
>;

/** Settled ones too; the queue has a view for it. */
export const everyStatus: string[] = caseStatuses.filter((status) => status !== "draft");

const viewOf = ({ statuses, holder, lateness }: CaseFilter): string | null => {
  if (holder === "mine") return viewAddress.mine;
  if (lateness === "late") return viewAddress.late;
  return statuses === everyStatus ? viewAddress.all : null;
};

/** The queue's address for a filter: the list shows exactly what a number counts. */
export const caseListHref = (filter: CaseFilter): string => {
  const { statuses, villages, categories, holder, lateness } = filter;
  const view = viewOf(filter);
  const pairs: [string, string | null | undefined][] = [
    ["tampilan", view],
    ["status", view === viewAddress.all ? null : statuses?.join(",")],
    ["desa", villages?.join(",")],
    ["jenis", categories?.join(",")],
    ["tenggat", view === viewAddress.late ? null : lateness],
    ["pemegang", holder === "mine" ? null : holder],
  ];
  const query = pairs.filter((pair): pair is [string, string] => Boolean(pair[1]));
  return query.length > 0 ? `/kasus?${new URLSearchParams(query).toString()}` : "/kasus";
};
