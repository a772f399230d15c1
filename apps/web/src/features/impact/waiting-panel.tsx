"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { EmptyState } from "@rembuk/ui/list-states";
import { Panel } from "@rembuk/ui/panel";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import type { Impact } from "./impact-data";

/** Who waits longest for what was decided, by village and round; who they are opens where it may. */
export function WaitingPanel({ impact }: { impact: Impact }) {
  const t = useTranslations("impact.waiting");
  const { shortDate } = useFormat();
  return (
    <Panel id="menunggu" title={t("title")} flush>
      {impact.waiting.length === 0 ? (
        <EmptyState title={t("nobody")}>{t("nobodyText")}</EmptyState>
      ) : (
        <ul className="divide-y divide-line text-13">
          {impact.waiting.map((one) => {
            const label = t("people", { village: one.villageName, count: one.people });
            return (
              <li
                key={`${one.villageCode} ${one.cycleId}`}
                className="flex items-baseline gap-3 px-3 py-2"
              >
                <span className="min-w-0 flex-1">
                  {one.opens ? (
                    <TextLink href={`/bantuan/${one.programCode}/${one.cycleId}`}>{label}</TextLink>
                  ) : (
                    label
                  )}
                  <span className="block text-12 text-text-2">
                    {one.programName} · {t("since", { date: shortDate(one.since) })}
                  </span>
                </span>
                <b className="shrink-0 tabular-nums">{t("days", { count: one.days })}</b>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
