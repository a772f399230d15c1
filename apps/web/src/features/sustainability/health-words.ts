import type { PulseStep } from "@rembuk/domain/sustainability/health";
import {
  type SustainabilityRating,
  sustainabilityRatings,
} from "@rembuk/domain/sustainability/model";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

type Sustainability = ReturnType<typeof useTRPC>["sustainability"];
export type HealthRow = inferOutput<Sustainability["health"]>["rows"][number];
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
}

export const parseHealth = (words: { get(name: string): string | null }): HealthView => {
  const place = words.get("kecamatan") ?? "";
  return {
    subdistrictCode: /^\d{2}\.\d{2}\.\d{2}$/.test(place) ? place : null,
    rating: healthRatings.find((one) => one === words.get("penilaian")) ?? null,
    frail: words.get("tanda") === "rapuh",
    isTable: words.get("denyut") === "angka",
  };
};

export const healthHref = (view: HealthView): string => {
  const words = new URLSearchParams({
    ...(view.subdistrictCode ? { kecamatan: view.subdistrictCode } : {}),
    ...(view.rating ? { penilaian: view.rating } : {}),
    ...(view.frail ? { tanda: "rapuh" } : {}),
    ...(view.isTable ? { denyut: "angka" } : {}),
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
