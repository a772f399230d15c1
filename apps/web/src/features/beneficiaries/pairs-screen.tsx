"use client";

import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { PageHeader } from "@rembuk/ui/page-header";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { PairCard } from "./pair-card";

/** Records that may be one person: proposed by rule, decided by a person. */
export function PairsScreen() {
  const t = useTranslations("registry.pairs");
  const registry = useTranslations("registry");
  const wording = useErrorWording();
  const pairs = useQuery(useTRPC().beneficiaries.pairs.queryOptions());
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader
        back={{ href: "/keluarga", label: registry("title") }}
        title={t("title")}
        lead={t("lead")}
      />
      <div className="flex max-w-[900px] flex-col gap-3 px-4 py-3.5 sm:px-7">
        {pairs.error ? (
          <ErrorState
            title={registry("failed")}
            retryLabel={registry("retry")}
            retrying={pairs.isFetching}
            onRetry={() => void pairs.refetch()}
          >
            {wording(callFailure(pairs.error).code)}
          </ErrorState>
        ) : null}
        {pairs.isPending ? (
          <SkeletonRows label={registry("loading")} slow={registry("slow")} />
        ) : null}
        {pairs.data?.length === 0 ? (
          <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>
        ) : null}
        {pairs.data?.map((pair) => (
          <PairCard key={`${pair.first.residentId} ${pair.second.residentId}`} pair={pair} />
        ))}
      </div>
    </div>
  );
}
