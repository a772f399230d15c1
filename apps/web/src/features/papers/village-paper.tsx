"use client";

import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/lib/trpc";
import { PaperButton } from "./paper-button";

/** The village's page as a PDF. */
export function VillagePaper({ villageCode }: { villageCode: string }) {
  const t = useTranslations("papers.village");
  const { reports } = useTRPCClient();
  return (
    <PaperButton
      kind="village-sheet"
      label={t("title")}
      about={t("about")}
      onRequest={() =>
        reports.requestVillageSheet.mutate({ clientActionId: crypto.randomUUID(), villageCode })
      }
    />
  );
}
