"use client";

import { useTranslations } from "next-intl";
import { PaperButton } from "@/features/papers/paper-button";
import { useTRPCClient } from "@/lib/trpc";

/** The surat tugas as a PDF, to be signed and carried along. */
export function TripPaper({ tripId }: { tripId: string }) {
  const t = useTranslations("papers.trip");
  const { reports } = useTRPCClient();
  return (
    <PaperButton
      kind="trip-order"
      label={t("title")}
      about={t("about")}
      size="small"
      onRequest={() =>
        reports.requestTripOrder.mutate({ clientActionId: crypto.randomUUID(), tripId })
      }
    />
  );
}
