"use client";

import { ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Panel } from "@rembuk/ui/panel";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { LetterSettingForm } from "./letter-setting-form";

/** How an office numbers its letters, and what stands on each. */
export function LetterSettingPanel({ subdistrictCode }: { subdistrictCode: string }) {
  const t = useTranslations("officeSettings");
  const wording = useErrorWording();
  const query = useQuery(useTRPC().letters.setting.queryOptions({ subdistrictCode }));
  return (
    <Panel id="surat" title={t("letters.title")}>
      {query.error ? (
        <ErrorState
          title={t("failed")}
          retryLabel={t("retry")}
          retrying={query.isFetching}
          onRetry={() => void query.refetch()}
        >
          {wording(callFailure(query.error).code)}
        </ErrorState>
      ) : null}
      {query.isPending ? <SkeletonRows rows={6} label={t("loading")} slow={t("slow")} /> : null}
      {query.data ? <LetterSettingForm key={query.data.version} setting={query.data} /> : null}
    </Panel>
  );
}
