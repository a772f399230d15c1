import type { ListCasesInput } from "@rembuk/domain/cases/commands";
import { viewAddress } from "@/features/cases/queue/queue-view";

export type CaseFilter = Pick<ListCasesInput, "statuses" | "villages" | "holder" | "lateness">;

/** The queue's address for a filter: the list shows exactly what a number counts. */
export const caseListHref = ({ statuses, villages, holder, lateness }: CaseFilter): string => {
  const view = holder === "mine" ? viewAddress.mine : lateness === "late" ? viewAddress.late : null;
  const pairs: [string, string | null | undefined][] = [
    ["tampilan", view],
    ["status", statuses?.join(",")],
    ["desa", villages?.join(",")],
    ["tenggat", view === viewAddress.late ? null : lateness],
    ["pemegang", holder === "mine" ? null : holder],
  ];
  const query = pairs.filter((pair): pair is [string, string] => Boolean(pair[1]));
  return query.length > 0 ? `/kasus?${new URLSearchParams(query).toString()}` : "/kasus";
};
