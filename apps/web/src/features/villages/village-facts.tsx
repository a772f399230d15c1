"use client";

import { Button } from "@rembuk/ui/button";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { dayOf, type Zone } from "@/lib/format";
import { FactsDialog } from "./facts-dialog";
import type { VillageSheet } from "./village-data";

/** Who serves in the village today, and for whom somebody stands in. */
export function OfficialsPanel({
  officials,
  zone,
}: {
  officials: VillageSheet["officials"];
  zone: Zone;
}) {
  const t = useTranslations("villageSheet.officials");
  const role = useTranslations("roles");
  const { shortDate } = useFormat(zone);
  if (officials.length === 0) return <p className="text-control text-text-2">{t("none")}</p>;
  return (
    <ul className="divide-y divide-line">
      {officials.map((one) => (
        <li key={`${one.name} ${one.role} ${one.acting}`} className="py-2 first:pt-0 last:pb-0">
          <p className="font-semibold">{one.name}</p>
          <p className="text-12 text-text-2">
            {role(one.role)}
            {one.acting ? ` (${t(one.acting)})` : null}
            {one.since ? `, ${t("since", { date: shortDate(dayOf(one.since)) })}` : null}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** What was recorded of the village; what was not is shown as missing. */
export function KnownPanel({ sheet, mayEdit }: { sheet: VillageSheet; mayEdit: boolean }) {
  const t = useTranslations("villageSheet.known");
  const { shortDate, number } = useFormat(sheet.village.zone as Zone);
  const [isOpen, setOpen] = useState(false);
  const { facts: told } = sheet;
  const way = told && {
    hours: number(told.hoursToOffice),
    by: t(`accesses.${told.access}`),
    isSame: String(told.access === told.rainyAccess),
    rainy: t(`accesses.${told.rainyAccess}`),
  };
  const day = (date: Date | null) => date && shortDate(date);
  const facts = [
    ["visit", day(sheet.lastVisit)],
    ["meeting", day(sheet.lastMeeting)],
    ["signal", told && t(`signals.${told.signal}`)],
    ["access", way && t("way", way)],
    ["aid", null],
  ] as const;
  return (
    <>
      <dl className="divide-y divide-line">
        {facts.map(([key, value]) => (
          <div
            key={key}
            className="flex flex-wrap justify-between gap-x-3 py-2 first:pt-0 last:pb-0"
          >
            <dt>{t(key)}</dt>
            <dd className={value ? "font-semibold" : "text-text-2 italic"}>
              {value ?? t("missing")}
            </dd>
          </div>
        ))}
      </dl>
      {told ? (
        <p className="mt-1 text-12 text-text-2">
          {t("said", { source: told.source, date: shortDate(dayOf(told.notedOn)) })}
        </p>
      ) : null}
      {mayEdit ? (
        <Button size="small" className="mt-2.5" onClick={() => setOpen(true)}>
          {t(told ? "change" : "record")}
        </Button>
      ) : null}
      {isOpen ? <FactsDialog sheet={sheet} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
