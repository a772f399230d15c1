"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
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
      <header className="border-b border-line bg-surface px-4 py-3.5 sm:px-5">
        <p className="text-12">
          <TextLink href="/keluarga">{registry("title")}</TextLink>
        </p>
        <h1 className="text-22 font-bold tracking-[-0.02em]">{t("title")}</h1>
        <p className="max-w-[72ch] text-text-2">{t("lead")}</p>
      </header>
      <div className="flex max-w-[900px] flex-col gap-3 px-4 py-3.5 sm:px-5">
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
