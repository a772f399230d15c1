"use client";

import { useTranslations } from "next-intl";
import { PaperButton } from "@/features/papers/paper-button";
import { useTRPCClient } from "@/lib/trpc";

/** The loading list as a PDF: what goes into the car first is what comes out last. */
export function LoadingPaper({ tripId }: { tripId: string }) {
  const t = useTranslations("papers.loading");
  const { reports } = useTRPCClient();
  return (
    <PaperButton
      kind="loading-list"
      label={t("title")}
      about={t("about")}
      size="small"
      onRequest={() =>
        reports.requestLoadingList.mutate({ clientActionId: crypto.randomUUID(), tripId })
      }
    />
  );
}
