import type { ListCasesInput } from "@rembuk/domain/cases/commands";
import {
  type CaseOrder,
  type DayRange,
  orderFor,
  ordersFor,
} from "@rembuk/domain/cases/list-filters";
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
export const latenessFilters = ["late", "near", "today", "week"] as const;

/** What narrows the list and puts it in order; its words in the address stand in queue-address.ts. */
export interface QueueFilters {
  readonly view: QueueView;
  readonly statuses: readonly string[];
  readonly subdistricts: readonly string[];
  readonly villages: readonly string[];
  readonly categories: readonly string[];
  readonly sectors: readonly string[];
  readonly units: readonly string[];
  readonly lateness: (typeof latenessFilters)[number] | null;
  readonly holder: (typeof holderFilters)[number] | null;
  /** Place in `ageStarts`: working days since receipt. */
  readonly age: number | null;
  /** "me", or the id of an officer. */
  readonly person: string | null;
  readonly received: DayRange | null;
  readonly due: DayRange | null;
  readonly isEscalated: boolean;
  readonly text: string;
  /** Null: the order of the view. */
  readonly order: CaseOrder | null;
}

/** Everything that is open, by deadline. */
export const noFilters: QueueFilters = {
  view: "open",
  statuses: [],
  subdistricts: [],
  villages: [],
  categories: [],
  sectors: [],
  units: [],
  lateness: null,
  holder: null,
  age: null,
  person: null,
  received: null,
  due: null,
  isEscalated: false,
  text: "",
  order: null,
};

export type QueueInput = Omit<ListCasesInput, "cursor" | "limit">;

/** Every status that the reader could meet; without it the server answers open cases only. */
const everyStatus = caseStatuses.filter((status) => status !== "draft");

const viewInput: Record<QueueView, Partial<QueueInput>> = {
  open: {},
  mine: { holder: "mine" },
  referred: { referral: "waiting" },
  late: { lateness: "late" },
  all: { statuses: everyStatus },
};

/** Orders that a list offers, its own first. */
export const ordersOf = ({
  view,
  statuses,
}: Pick<QueueFilters, "view" | "statuses">): readonly CaseOrder[] =>
  ordersFor(view === "all" ? everyStatus : statuses);

/** The order in which the list stands: the one asked for, where it is offered. */
export const orderOf = ({ view, statuses, order }: QueueFilters): CaseOrder =>
  orderFor(view === "all" ? everyStatus : statuses, order);

const lists = ["subdistricts", "villages", "categories", "sectors", "units"] as const;

/** The question to the server for a view and its filters; what does not narrow is left out. */
export function queueInput(filters: QueueFilters): QueueInput {
  const view = viewInput[filters.view];
  const { statuses, received, due, person } = filters;
  const lateness = view.lateness ?? filters.lateness;
  const holder = view.holder ?? filters.holder;
  const text = filters.text.trim();
  const chosen = lists.filter((name) => filters[name].length > 0);
  return {
    order: orderOf(filters),
    ...(view.statuses && { statuses: view.statuses }),
    ...(statuses.length > 0 && { statuses: [...statuses] }),
    ...Object.fromEntries(chosen.map((name) => [name, [...filters[name]]])),
    ...(lateness && { lateness }),
    ...(holder && { holder }),
    ...(filters.age !== null && { age: filters.age }),
    ...(person && { person }),
    ...(received && { received }),
    ...(due && { due }),
    ...(filters.isEscalated && { escalated: true as const }),
    ...(view.referral && { referral: view.referral }),
    ...(text && { text }),
  };
}

/** The questions behind the numbers of the tabs. */
export const viewCounts: Record<QueueView, Partial<QueueInput>> = viewInput;

/** How many filters narrow the view. */
export function narrowing(filters: QueueFilters): number {
  const { statuses, lateness, holder, person, received, due, isEscalated, text } = filters;
  const isAged = filters.age !== null;
  return [
    ...lists.map((name) => filters[name].length),
    ...[statuses.length, lateness, holder, isAged, person, received, due, isEscalated, text.trim()],
  ].filter(Boolean).length;
}
