"use client";

import { behalfWays } from "@rembuk/domain/cases/model";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import type { CaseDetail } from "../case-data";

/** "Kabid DPMD · phone · 2026-11-20T02:30:00.000Z" as a sentence. */
export function useBehalfWords(zone: CaseDetail["calendar"]["zone"]) {
  const t = useTranslations("case.notes");
  const how = useTranslations("caseActions.fields.how");
  const { longDateTime } = useFormat(zone);
  return (body: string): string => {
    const parts = body.split(" · ");
    const when = new Date(parts.at(-1) ?? "");
    const channel = behalfWays.find((one) => one === parts.at(-2));
    if (!channel || Number.isNaN(when.getTime())) return body;
    const who = parts.slice(0, -2).join(" · ");
    return t("onBehalf", { who, how: how(channel).toLowerCase(), when: longDateTime(when) });
  };
}
