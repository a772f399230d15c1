"use client";

import { PageHeader } from "@rembuk/ui/page-header";
import { Segmented } from "@rembuk/ui/segmented";
import { Select } from "@rembuk/ui/select";
import { ThreadWord } from "@rembuk/ui/thread-glyph";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { EyeOff } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/lib/trpc";
import { HealthList } from "./health-list";
import {
  type HealthCounts,
  type HealthView,
  healthHref,
  healthRatings,
  parseHealth,
  threadOf,
} from "./health-words";

/** Which innovations live, which weaken, and whose review is next: by kecamatan, without a person on it. */
export function HealthScreen() {
  const t = useTranslations("reviews.health");
  const view = parseHealth(useSearchParams());
  const router = useRouter();
  const look = (change: Partial<HealthView>) =>
    router.replace(healthHref({ ...view, ...change }), { scroll: false });
  const counts = useQuery({
    ...useTRPC().sustainability.healthCounts.queryOptions({
      subdistrictCode: view.subdistrictCode,
    }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="min-h-full bg-surface">
      <PageHeader
        back={{ href: "/inovasi", label: t("back") }}
        title={t("title")}
        lead={
          <span className="flex items-center gap-1.5 text-13">
            <EyeOff size={14} aria-hidden className="flex-none" />
            {t("hidden")}
          </span>
        }
      />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2.5 border-b border-line bg-surface-2 px-4 py-2.5 sm:px-7">
        <Ratings counts={counts.data} view={view} onLook={look} />
        <div className="flex w-full flex-wrap items-center gap-2.5 xl:ml-auto xl:w-auto">
          <PlaceFilter counts={counts.data} view={view} onLook={look} />
          <Segmented
            size="small"
            label={t("columns.signs")}
            value={view.frail ? "frail" : "all"}
            options={[
              { value: "frail", label: t("frail", { count: counts.data?.frail ?? 0 }) },
              { value: "all", label: t("all") },
            ]}
            onChange={(value) => look({ frail: value === "frail" })}
          />
          <Segmented
            size="small"
            label={t("columns.pulse")}
            value={view.isTable ? "table" : "bars"}
            options={[
              { value: "bars", label: t("bars") },
              { value: "table", label: t("table") },
            ]}
            onChange={(value) => look({ isTable: value === "table" })}
          />
        </div>
      </div>
      <HealthList view={view} onChoose={(chosenId) => look({ chosenId })} />
    </div>
  );
}

interface FilterProps {
  readonly counts: HealthCounts | undefined;
  readonly view: HealthView;
  readonly onLook: (change: Partial<HealthView>) => void;
}

/** How many stand where; each is a filter that goes off by a second press. */
function Ratings({ counts, view, onLook }: FilterProps) {
  const t = useTranslations("reviews");
  if (!counts) return null;
  const countOf = (rating: (typeof healthRatings)[number]) =>
    counts.ratings.find((one) => (one.rating ?? "none") === rating)?.count ?? 0;
  const shown = healthRatings.filter((one) => countOf(one) > 0 || view.rating === one);
  return (
    <fieldset className="-ml-2 flex flex-wrap items-center gap-x-2 gap-y-1">
      <legend className="sr-only">{t("health.columns.rating")}</legend>
      {shown.map((rating) => (
        <button
          key={rating}
          type="button"
          aria-pressed={view.rating === rating}
          onClick={() => onLook({ rating: view.rating === rating ? null : rating })}
          className="inline-flex min-h-[max(28px,var(--target-min))] items-center gap-1.5 rounded-r2 border border-transparent px-2 hover:bg-hover aria-pressed:border-line-control aria-pressed:bg-surface"
        >
          <ThreadWord
            state={rating === "none" ? "unrated" : threadOf[rating]}
            label={t("health.ratingCount", {
              count: countOf(rating),
              rating: rating === "none" ? t("health.unrated") : t(`rating.${rating}`),
            })}
          />
        </button>
      ))}
    </fieldset>
  );
}

function PlaceFilter({ counts, view, onLook }: FilterProps) {
  const t = useTranslations("reviews.health");
  if (!counts || (counts.places.length < 2 && !view.subdistrictCode)) return null;
  return (
    <div className="w-full sm:w-64">
      <Select
        aria-label={t("placeFilter")}
        value={view.subdistrictCode ?? ""}
        options={[
          { value: "", label: t("everyPlace") },
          ...counts.places.map(({ code, name, within }) => ({
            value: code,
            label: [name, within].filter(Boolean).join(", "),
          })),
        ]}
        onChange={(event) => onLook({ subdistrictCode: event.target.value || null })}
      />
    </div>
  );
}
