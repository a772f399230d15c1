"use client";

import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { useTranslations } from "next-intl";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { RulesTabs } from "../rules/rules-tabs";
import { usePlace } from "../rules/use-place";
import { DispositionPanel } from "./disposition-panel";
import { LetterSettingPanel } from "./letter-setting-panel";

/** How a kecamatan lets cases out, and how its letters look. */
export function OfficeSettingsScreen() {
  return (
    <NuqsAdapter>
      <Places />
    </NuqsAdapter>
  );
}

/** "63.11.07": settings of an office belong to a kecamatan. */
const isOffice = (code: string) => code.length === 8;

function Places() {
  const t = useTranslations("officeSettings");
  const rules = useTranslations("rules");
  const wording = useErrorWording();
  const { query, places, place, choose } = usePlace();
  if (query.error) {
    return (
      <ErrorState
        title={t("failed")}
        retryLabel={t("retry")}
        retrying={query.isFetching}
        onRetry={() => void query.refetch()}
      >
        {wording(callFailure(query.error).code)}
      </ErrorState>
    );
  }
  if (!query.data) return <SkeletonRows rows={8} label={t("loading")} slow={t("slow")} />;
  if (!place)
    return <EmptyState title={rules("noPlace.title")}>{rules("noPlace.text")}</EmptyState>;
  return (
    <div className="min-h-full">
      <RulesTabs current="office" places={places} place={place} onPlace={choose} />
      {isOffice(place.code) ? (
        <div key={place.code} className="mx-auto flex max-w-[980px] flex-col gap-4 p-4 sm:p-5">
          <DispositionPanel subdistrictCode={place.code} />
          <LetterSettingPanel subdistrictCode={place.code} />
        </div>
      ) : (
        <EmptyState title={t("notOffice.title")}>{t("notOffice.text")}</EmptyState>
      )}
    </div>
  );
}
