"use client";

import { useTranslations } from "next-intl";
import { PaperButton } from "@/features/papers/paper-button";
import { useTRPCClient } from "@/lib/trpc";

/** The report of a trip that has returned, as a PDF for the camat. */
export function ReportPaper({ tripId }: { tripId: string }) {
  const t = useTranslations("papers.report");
  const { reports } = useTRPCClient();
  return (
    <PaperButton
      kind="trip-report"
      label={t("title")}
      about={t("about")}
      size="small"
      onRequest={() =>
        reports.requestTripReport.mutate({ clientActionId: crypto.randomUUID(), tripId })
      }
    />
  );
}
