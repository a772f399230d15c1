"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import type { AgendaEntry } from "./coaching-data";
import { SessionChip } from "./coaching-status";

/** Sessions in the order of their days; each opens its engagement. */
export function AgendaList({ entries }: { entries: readonly AgendaEntry[] }) {
  const t = useTranslations("coaching");
  const { longDate, clockTime, zone } = useFormat();
  return (
    <ul className="divide-y divide-line">
      {entries.map((entry) => (
        <li key={entry.sessionId}>
          <AppLink
            href={`/pembinaan/${entry.engagementId}`}
            className="grid gap-x-4 gap-y-1 px-3 py-2.5 text-inherit no-underline hover:bg-hover sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <span className="min-w-0">
              <span className="block text-14 font-semibold">{longDate(entry.startsAt)}</span>
              <span className="block text-13 text-text-2">
                {t("agenda.times", {
                  from: clockTime(entry.startsAt),
                  to: clockTime(entry.endsAt),
                  zone,
                })}
              </span>
              <span className="block text-14 break-words">
                {entry.placeName} · {entry.place}
              </span>
            </span>
            <span className="flex items-center sm:justify-end">
              <SessionChip status={entry.status} />
            </span>
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
