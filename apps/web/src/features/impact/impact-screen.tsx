"use client";

import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Segmented } from "@rembuk/ui/segmented";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { AccessPanel } from "./access-panel";
import { ClaimPanel } from "./claim-panel";
import { CostPanel } from "./cost-panel";
import { FigureLink } from "./figure-link";
import type { Impact } from "./impact-data";
import { MonthsPanel, ProgramsPanel, VillageTiles } from "./reach-panels";
import { parseYear, receiptsHref } from "./receipts-href";
import { AlongsidePanel, TravelPanel, YearsPanel } from "./spared-panels";
import { WaitingPanel } from "./waiting-panel";

/** Who was served where in a year: people and not rows, and every number opens its receipts. */
export function ImpactScreen({ office }: { office: string }) {
  const t = useTranslations("impact");
  const wording = useErrorWording();
  const year = parseYear(new URLSearchParams(useSearchParams().toString()));
  const impact = useQuery({
    ...useTRPC().reports.impact.queryOptions({ year }),
    placeholderData: keepPreviousData,
  });
  if (impact.data) return <FullImpact impact={impact.data} office={office} />;
  return (
    <div className="min-h-full bg-canvas">
      <h1 className="sr-only">{t("title")}</h1>
      {impact.error ? (
        <ErrorState
          title={t("failed")}
          retryLabel={t("retry")}
          retrying={impact.isFetching}
          onRetry={() => void impact.refetch()}
        >
          {wording(callFailure(impact.error).code)}
        </ErrorState>
      ) : (
        <SkeletonRows rows={8} label={t("loading")} slow={t("slow")} />
      )}
    </div>
  );
}

const GRID = "grid gap-3.5 lg:grid-cols-2 xl:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_348px]";

function FullImpact({ impact, office }: { impact: Impact; office: string }) {
  const t = useTranslations("impact");
  const isEmpty = impact.total.receipts === 0;
  return (
    <div className="min-h-full bg-canvas">
      <ImpactHeader impact={impact} office={office} />
      <div className="flex flex-col gap-3.5 px-4 py-3.5 pb-6 sm:px-7">
        {isEmpty ? (
          <div className="rounded-r3 border border-line bg-surface">
            <EmptyState title={t("empty", { year: String(impact.year) })}>
              {t("emptyText")}
            </EmptyState>
          </div>
        ) : (
          <div className={GRID}>
            <VillageTiles impact={impact} />
            <div className="flex min-w-0 flex-col gap-3.5">
              <MonthsPanel impact={impact} />
              <ProgramsPanel impact={impact} />
            </div>
            <div className="flex min-w-0 flex-col gap-3.5 lg:col-span-2 lg:grid lg:grid-cols-2 lg:items-start xl:col-span-1 xl:flex">
              <TravelPanel impact={impact} />
              <CostPanel impact={impact} />
            </div>
          </div>
        )}
        {impact.villages.length > 1 ? <AccessPanel impact={impact} /> : null}
        <div className="grid items-start gap-3.5 lg:grid-cols-2">
          <WaitingPanel impact={impact} />
          <div className="flex min-w-0 flex-col gap-3.5">
            <YearsPanel impact={impact} />
            <AlongsidePanel impact={impact} />
            <ClaimPanel impact={impact} />
          </div>
        </div>
      </div>
    </div>
  );
}

function ImpactHeader({ impact, office }: { impact: Impact; office: string }) {
  const t = useTranslations("impact");
  const router = useRouter();
  const { longDateTime, number } = useFormat();
  const { total, everybody, year, years, villages } = impact;
  const served = villages.filter((village) => village.people > 0).length;
  const strong = (chunks: React.ReactNode) => (
    <FigureLink href={receiptsHref({ year })} isDoor={total.receipts > 0}>
      {chunks}
    </FigureLink>
  );
  return (
    <header className="border-b border-line bg-surface px-4 pt-4 pb-[18px] sm:px-7">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-12 text-text-2">
        <h1 className="text-12 font-bold text-text">{t("title")}</h1>
        <span>{office}</span>
        <time dateTime={impact.readAt.toISOString()} className="sm:ml-auto">
          {longDateTime(impact.readAt)}
        </time>
        <Segmented
          size="small"
          label={t("year")}
          value={String(year)}
          onChange={(value) => router.replace(`/dampak?tahun=${value}`)}
          options={years.map((one) => ({ value: String(one.year), label: String(one.year) }))}
        />
      </div>
      <p className="mt-3 max-w-[60rem] text-18 font-medium tracking-[-0.01em] text-balance sm:text-22">
        {t.rich("sentence", {
          strong,
          year: String(year),
          people: number(total.people),
          receipts: number(total.receipts),
          served: number(served),
          villages: number(villages.length),
        })}
      </p>
      <p className="mt-1.5 text-13 text-text-2">
        {t("everybody", {
          since: String(years[0]?.year ?? year),
          people: number(everybody.people),
        })}{" "}
        {t("counted")}
      </p>
    </header>
  );
}
