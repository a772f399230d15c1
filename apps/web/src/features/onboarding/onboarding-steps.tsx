"use client";

import { onboardingSteps } from "@rembuk/domain/onboarding/model";
import { Button } from "@rembuk/ui/button";
import { ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Notice } from "@rembuk/ui/notice";
import { useTranslations } from "next-intl";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { Onboarding, Step } from "./onboarding-data";
import { StepBody } from "./step-body";
import { StepList } from "./step-list";
import { useOnboarding } from "./use-onboarding";

interface OnboardingStepsProps {
  areaCode: string;
  isAbove: boolean;
  /** Null: there is no other kecamatan to go to. */
  onLeave: (() => void) | null;
}

/** The steps of one kecamatan on the left, the one that is open on the right. */
export function OnboardingSteps({ areaCode, isAbove, onLeave }: OnboardingStepsProps) {
  const t = useTranslations("onboarding");
  const wording = useErrorWording();
  const { data, error, isFetching, refetch } = useOnboarding(areaCode);
  if (!data && error) {
    return (
      <ErrorState
        title={t("failed")}
        retryLabel={t("retry")}
        retrying={isFetching}
        onRetry={() => void refetch()}
      >
        {wording(callFailure(error).code)}
      </ErrorState>
    );
  }
  if (!data) return <SkeletonRows rows={8} label={t("loading")} slow={t("slow")} />;
  return <Steps page={data} isAbove={isAbove} onLeave={onLeave} />;
}

interface StepsProps extends Omit<OnboardingStepsProps, "areaCode"> {
  page: Onboarding;
}

function Steps({ page, isAbove, onLeave }: StepsProps) {
  const t = useTranslations("onboarding");
  const [chosen, setChosen] = useQueryState(
    "langkah",
    parseAsStringLiteral(onboardingSteps).withOptions({ history: "push" }),
  );
  const step: Step = chosen ?? page.next ?? "first-case";
  return (
    <div className="flex flex-col gap-4 px-4 py-4 sm:px-7">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="text-18 font-bold">{t("place", { name: page.areaName })}</h2>
        <p className="text-text-2">
          {page.regencyName} · {page.areaCode} · {page.zone}
        </p>
        {onLeave ? (
          <Button size="small" tone="quiet" className="ml-auto" onClick={onLeave}>
            {t("other")}
          </Button>
        ) : null}
      </div>
      {page.next === null ? (
        <Notice tone="ok" title={t("ready")}>
          {t("readyText")}
        </Notice>
      ) : null}
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,300px)_minmax(0,1fr)]">
        <StepList page={page} current={step} onOpen={(next) => void setChosen(next)} />
        <StepBody
          key={step}
          step={step}
          page={page}
          isAbove={isAbove}
          onNext={() => {
            const after = onboardingSteps[onboardingSteps.indexOf(step) + 1];
            void setChosen(after ?? step);
          }}
        />
      </div>
    </div>
  );
}
