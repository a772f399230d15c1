"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { useTranslations } from "next-intl";
import { type HealthRow, pulseWords } from "./health-words";

const steps = ["none", "few", "some", "many"] as const;

/** The pulses in numbers: how many of the 26 weeks stand on each step. */
export function PulseTable({ rows }: { rows: readonly HealthRow[] }) {
  const t = useTranslations("reviews.health");
  const head = "px-3 py-2 font-semibold text-right";
  return (
    <section className="overflow-x-auto" aria-label={t("tableLabel")}>
      <table className="w-full min-w-[640px] border-collapse text-13">
        <caption className="sr-only">{t("tableLabel")}</caption>
        <thead className="bg-surface-2 text-12 text-text-2">
          <tr>
            <th scope="col" className="px-4 py-2 text-left font-semibold sm:px-7">
              {t("columns.name")}
            </th>
            {steps.map((step) => (
              <th key={step} scope="col" className={head}>
                {t(`step.${step}`)}
              </th>
            ))}
            <th scope="col" className={`${head} pr-4 sm:pr-7`}>
              {t("columns.last")}
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <PulseRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function PulseRow({ row }: { row: HealthRow }) {
  const t = useTranslations("reviews.health");
  const { weeksAgo, ...counts } = pulseWords(row.pulse);
  const isCounted = row.pulse.length > 0;
  const lastWords = weeksAgo === null ? t("never") : t("last", { weeks: weeksAgo });
  return (
    <tr>
      <th scope="row" className="px-4 py-2 text-left font-medium sm:px-7">
        <TextLink href={`/inovasi/${row.id}#keberlanjutan`}>{row.name}</TextLink>{" "}
        <span className="font-normal text-text-2">{t("place", { name: row.placeName })}</span>
      </th>
      {steps.map((step) => (
        <td key={step} className="px-3 py-2 text-right tabular-nums">
          {isCounted ? counts[step] : "–"}
        </td>
      ))}
      <td className="px-3 py-2 pr-4 text-right sm:pr-7">
        {isCounted ? lastWords : t("uncounted")}
      </td>
    </tr>
  );
}
