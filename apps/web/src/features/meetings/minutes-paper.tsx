"use client";

import { useTranslations } from "next-intl";
import { PaperButton } from "@/features/papers/paper-button";
import { useTRPCClient } from "@/lib/trpc";

/** The minutes of a meeting as a PDF, with its list of who was there to sign. */
export function MinutesPaper({ meetingId }: { meetingId: string }) {
  const t = useTranslations("papers.minutes");
  const { reports } = useTRPCClient();
  return (
    <PaperButton
      kind="meeting-minutes"
      label={t("title")}
      about={t("about")}
      size="small"
      className="mt-1.5"
      onRequest={() =>
        reports.requestMinutes.mutate({ clientActionId: crypto.randomUUID(), meetingId })
      }
    />
  );
}
