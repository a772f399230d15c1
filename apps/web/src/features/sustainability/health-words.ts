import type { PulseStep } from "@rembuk/domain/sustainability/health";
import {
  type SustainabilityRating,
  sustainabilityRatings,
} from "@rembuk/domain/sustainability/model";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

type Sustainability = ReturnType<typeof useTRPC>["sustainability"];
export type HealthRow = inferOutput<Sustainability["health"]>["rows"][number];
type Coaching = ReturnType<typeof useTRPC>["coaching"];
export type Standing = inferOutput<Coaching["standings"]>[number];
export type PromisedFor = inferOutput<Coaching["ofInnovation"]>[number];
export type HealthCounts = inferOutput<Sustainability["healthCounts"]>;

export const healthRatings = [...sustainabilityRatings, "none"] as const;
export type HealthRating = (typeof healthRatings)[number];

/** What the address of the board says. */
export interface HealthView {
  readonly subdistrictCode: string | null;
  readonly rating: HealthRating | null;
  readonly frail: boolean;
  /** The pulse as bars, or in numbers. */
  readonly isTable: boolean;
  /** The innovation beside the board, on a wide screen. */
  readonly chosenId: string | null;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const parseHealth = (words: { get(name: string): string | null }): HealthView => {
  const place = words.get("kecamatan") ?? "";
  return {
    subdistrictCode: /^\d{2}\.\d{2}\.\d{2}$/.test(place) ? place : null,
    rating: healthRatings.find((one) => one === words.get("penilaian")) ?? null,
    frail: words.get("tanda") === "rapuh",
    isTable: words.get("denyut") === "angka",
    chosenId: uuid.test(words.get("inovasi") ?? "") ? words.get("inovasi") : null,
  };
};

export const healthHref = (view: HealthView): string => {
  const words = new URLSearchParams({
    ...(view.subdistrictCode ? { kecamatan: view.subdistrictCode } : {}),
    ...(view.rating ? { penilaian: view.rating } : {}),
    ...(view.frail ? { tanda: "rapuh" } : {}),
    ...(view.isTable ? { denyut: "angka" } : {}),
    ...(view.chosenId ? { inovasi: view.chosenId } : {}),
  });
  return words.size > 0 ? `/inovasi/kesehatan?${words}` : "/inovasi/kesehatan";
};

/** How many weeks stand on each step, and how many whole weeks ago something was last recorded; null: never. */
export const pulseWords = (pulse: readonly PulseStep[]) => {
  const of = (step: PulseStep) => pulse.filter((one) => one === step).length;
  const last = pulse.findLastIndex((step) => step > 0);
  return {
    ...{ none: of(0), few: of(1), some: of(2), many: of(3) },
    weeksAgo: last < 0 ? null : pulse.length - 1 - last,
  };
};

/** Weeks with a record in the latest 13 and in the 13 before; null: nothing is counted. */
export const beatsOf = (pulse: readonly PulseStep[]) => {
  if (pulse.length === 0) return null;
  const beating = (weeks: readonly PulseStep[]) => weeks.filter((step) => step > 0).length;
  return { before: beating(pulse.slice(0, -13)), latest: beating(pulse.slice(-13)) };
};

/** From one day to the other; negative: it is over. */
export const daysUntil = (day: string, today: string): number =>
  Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);

export const threadOf = {
  sustained: "continuing",
  scaled: "replicated",
  at_risk: "at_risk",
  dormant: "dormant",
  discontinued: "stopped",
} as const satisfies Readonly<Record<SustainabilityRating, string>>;
