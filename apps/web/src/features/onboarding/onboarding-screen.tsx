"use client";

import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { PageHeader } from "@rembuk/ui/page-header";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { parseAsString, useQueryState } from "nuqs";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { ChoosePlace } from "./choose-place";
import { OnboardingSteps } from "./onboarding-steps";

/** A kecamatan made ready: which one, then its steps. */
export function OnboardingScreen(props: { isAbove: boolean }) {
  return (
    <NuqsAdapter>
      <Screen {...props} />
    </NuqsAdapter>
  );
}

function Screen({ isAbove }: { isAbove: boolean }) {
  const t = useTranslations("onboarding");
  const wording = useErrorWording();
  const [code, setCode] = useQueryState("kec", parseAsString.withOptions({ history: "push" }));
  const places = useQuery(useTRPC().onboarding.places.queryOptions());
  const only = places.data?.offices.length === 1 && !places.data.mayOpen;
  const shown = code ?? (only ? (places.data?.offices[0]?.code ?? null) : null);
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader title={t("title")} lead={t("lead")} />
      {places.error ? (
        <ErrorState
          title={t("failed")}
          retryLabel={t("retry")}
          retrying={places.isFetching}
          onRetry={() => void places.refetch()}
        >
          {wording(callFailure(places.error).code)}
        </ErrorState>
      ) : null}
      {places.isPending ? <SkeletonRows rows={6} label={t("loading")} slow={t("slow")} /> : null}
      {places.data && shown === null ? (
        <ChoosePlace places={places.data} onChoose={(next) => void setCode(next)} />
      ) : null}
      {places.data && shown !== null ? (
        <OnboardingSteps
          key={shown}
          areaCode={shown}
          isAbove={isAbove}
          onLeave={only ? null : () => void setCode(null)}
        />
      ) : null}
      {places.data && !places.data.mayOpen && places.data.offices.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
      ) : null}
    </div>
  );
}
