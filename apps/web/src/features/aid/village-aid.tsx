"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { Panel } from "@rembuk/ui/panel";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { useTRPC } from "@/lib/trpc";

/** What people of the village still wait for, by program and cycle. Nothing where nobody waits. */
export function VillageAid() {
  const t = useTranslations("aidWaiting");
  const { shortDate } = useFormat();
  const waiting = useQuery(useTRPC().aid.waiting.queryOptions());
  const rows = waiting.data ?? [];
  if (rows.length === 0) return null;
  return (
    <div className="px-4 py-3">
      <Panel id="hak-desa" flush title={t("title")}>
        <ul className="divide-y divide-line">
          {rows.map((row) => (
            <li key={row.cycleId}>
              <AppLink
                href={`/bantuan/${row.programCode}/${row.cycleId}`}
                className="flex min-h-14 flex-col items-start gap-1 px-3 py-2 text-inherit no-underline hover:bg-hover"
              >
                <span className="font-semibold break-words">
                  {row.programName} · {row.cycleName}
                </span>
                <span className="text-14 text-text-2">
                  {row.waiting > 0 && row.waitsSince
                    ? t("people", { count: row.waiting, date: shortDate(row.waitsSince) })
                    : null}{" "}
                  {row.onTrip > 0 ? t("onTrip", { count: row.onTrip }) : null}
                </span>
              </AppLink>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
