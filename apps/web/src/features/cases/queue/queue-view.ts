import type { ListCasesInput } from "@rembuk/domain/cases/commands";
import { caseStatuses } from "@rembuk/domain/cases/model";

/** The tabs of the queue. */
export const queueViews = ["open", "mine", "referred", "late", "all"] as const;
export type QueueView = (typeof queueViews)[number];

/** Address words of the views. */
export const viewAddress: Record<QueueView, string> = {
  open: "terbuka",
  mine: "giliran",
  referred: "rujukan",
  late: "lewat",
  all: "semua",
};

export const holderFilters = [
  "unowned",
  "desk",
  "leaders",
  "section",
  "sector",
  "village",
] as const;
export const latenessFilters = ["late", "today", "week"] as const;

/** What stands in the address. Empty means: not narrowed. */
export interface QueueFilters {
  readonly view: QueueView;
  readonly statuses: readonly string[];
  readonly villages: readonly string[];
  readonly categories: readonly string[];
  readonly lateness: (typeof latenessFilters)[number] | null;
  readonly holder: (typeof holderFilters)[number] | null;
  readonly text: string;
}

export type QueueInput = Omit<ListCasesInput, "cursor" | "limit">;

/** Every status that the reader could meet; without it the server answers open cases only. */
const everyStatus = caseStatuses.filter((status) => status !== "draft");

const viewInput: Record<QueueView, Partial<QueueInput>> = {
  open: {},
  mine: { holder: "mine" },
  referred: { referral: "waiting" },
  late: { lateness: "late" },
  all: { statuses: everyStatus, order: "newest" },
};

/** The question to the server for a view and its filters; what does not narrow is left out. */
export function queueInput(filters: QueueFilters): QueueInput {
  const view = viewInput[filters.view];
  const { statuses, villages, categories } = filters;
  const lateness = view.lateness ?? filters.lateness;
  const holder = view.holder ?? filters.holder;
  const text = filters.text.trim();
  return {
    order: view.order ?? "due",
    ...(view.statuses && { statuses: view.statuses }),
    ...(statuses.length > 0 && { statuses: [...statuses] }),
    ...(villages.length > 0 && { villages: [...villages] }),
    ...(categories.length > 0 && { categories: [...categories] }),
    ...(lateness && { lateness }),
    ...(holder && { holder }),
    ...(view.referral && { referral: view.referral }),
    ...(text && { text }),
  };
}

/** The questions behind the numbers of the tabs. */
export const viewCounts: Record<QueueView, Partial<QueueInput>> = viewInput;

/** How many filters narrow the view. */
export function narrowing(filters: QueueFilters): number {
  const { statuses, villages, categories, lateness, holder, text } = filters;
  return [
    statuses.length,
    villages.length,
    categories.length,
    lateness,
    holder,
    text.trim(),
  ].filter(Boolean).length;
}
