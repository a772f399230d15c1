"use client";

import { Panel } from "@rembuk/ui/panel";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import type { CalendarPage } from "./calendar-data";

/** The latest edits and how many deadlines each moved. */
export function ChangesPanel({ changes }: { changes: CalendarPage["changes"] }) {
  const t = useTranslations("calendar");
  const format = useFormat();
  return (
    <Panel id="perubahan-kalender" flush title={t("changes.title")}>
      {changes.length === 0 ? (
        <p className="px-3 py-4 text-control text-text-2">{t("changes.none")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {changes.map((one) => (
            <li key={one.id} className="px-3 py-2">
              <p className="break-words">
                <b className="font-semibold">{t(`cause.${one.cause}`)}</b> {one.name}
              </p>
              <p className="text-12 text-text-2">
                {format.shortDateTime(one.createdAt)} ·{" "}
                {one.finishedAt ? t("changes.moved", { count: one.moved }) : t("changes.running")}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
