"use client";

import { useTranslations } from "next-intl";
import { PaperButton } from "@/features/papers/paper-button";
import { useTRPCClient } from "@/lib/trpc";

/** The paper for when phones fail: a page for each stop, a code for each line. */
export function SheetPaper({ tripId }: { tripId: string }) {
  const t = useTranslations("papers.sheet");
  const { reports } = useTRPCClient();
  return (
    <PaperButton
      kind="handover-sheet"
      label={t("title")}
      about={t("about")}
      size="small"
      onRequest={() =>
        reports.requestHandoverSheet.mutate({ clientActionId: crypto.randomUUID(), tripId })
      }
    />
  );
}
