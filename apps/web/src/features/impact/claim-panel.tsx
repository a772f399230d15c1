"use client";

import { Panel } from "@rembuk/ui/panel";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import type { Impact } from "./impact-data";

/** What the press says, apart from what Rembuk counted, with its source. */
export function ClaimPanel({ impact }: { impact: Impact }) {
  const t = useTranslations("impact.claim");
  const { number } = useFormat();
  const { claim, everybody, years } = impact;
  if (!claim) return null;
  return (
    <Panel id="klaim-pers" title={t("title")} tone="sunken">
      <p className="text-16 font-semibold">
        {t("words", { from: number(claim.from), to: number(claim.to) })}
      </p>
      <p className="mt-1 text-12 text-text-2">
        {t("source", { since: String(claim.since) })}{" "}
        {t("ours", { people: number(everybody.people), since: String(years[0]?.year ?? "") })}
      </p>
    </Panel>
  );
}
