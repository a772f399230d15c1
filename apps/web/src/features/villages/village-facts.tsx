"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { dayOf, type Zone } from "@/lib/format";
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

/** Facts that other parts of Rembuk will record; until then each is shown as missing. */
export function KnownPanel({ sheet }: { sheet: VillageSheet }) {
  const t = useTranslations("villageSheet.known");
  const { shortDate } = useFormat(sheet.village.zone as Zone);
  const day = (date: Date | null) => date && shortDate(date);
  const facts = [
    ["visit", day(sheet.lastVisit)],
    ["meeting", day(sheet.lastMeeting)],
    ["signal", sheet.signal],
    ["access", sheet.access],
    ["aid", null],
  ] as const;
  return (
    <dl className="divide-y divide-line">
      {facts.map(([key, value]) => (
        <div key={key} className="flex flex-wrap justify-between gap-x-3 py-2 first:pt-0 last:pb-0">
          <dt>{t(key)}</dt>
          <dd className={value ? "font-semibold" : "text-text-2 italic"}>
            {value ?? t("missing")}
          </dd>
        </div>
      ))}
    </dl>
  );
}
