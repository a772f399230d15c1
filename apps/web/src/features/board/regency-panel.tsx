"use client";

import { Panel } from "@rembuk/ui/panel";
import { useQuery } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { useTRPC } from "@/lib/trpc";

type RegencyTable = inferOutput<ReturnType<typeof useTRPC>["reports"]["regencyTable"]>;
type Counts = RegencyTable["total"];

const columns = ["onTime", "near", "late", "open", "received", "settled"] as const;

/** Every kecamatan of the kabupaten beside one another: counts without doors, small ones hidden. */
export function RegencyPanel() {
  const t = useTranslations("board.regency");
  const { shortDate } = useFormat();
  const table = useQuery(useTRPC().reports.regencyTable.queryOptions());
  if (!table.data) return null;
  const { rows, total, since } = table.data;
  return (
    <Panel id="semua-kecamatan" title={t("title")} note={t("note")}>
      {rows.length === 0 ? (
        <p className="text-control text-text-2">{t("none")}</p>
      ) : (
        <CountsOfPlaces rows={rows} total={total} />
      )}
      <p className="mt-2.5 text-12 text-text-2">{t("explain", { since: shortDate(since) })}</p>
    </Panel>
  );
}

function CountsOfPlaces({ rows, total }: Pick<RegencyTable, "rows" | "total">) {
  const t = useTranslations("board.regency");
  return (
    // Focusable, so that a table wider than a phone can be scrolled by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus
    <section className="overflow-x-auto" aria-label={t("title")} tabIndex={0}>
      <table className="w-full border-collapse text-control tabular-nums">
        <thead className="text-12 text-text-2">
          <tr className="border-b border-line">
            <th scope="col" className="py-1.5 pr-2 text-left font-semibold">
              {t("row")}
            </th>
            {columns.map((key) => (
              <th key={key} scope="col" className="px-2 py-1.5 text-right font-semibold last:pr-1">
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, name, ...counts }) => (
            <tr key={code} className="border-b border-line">
              <th scope="row" className="py-2 pr-2 text-left font-medium">
                {name}
              </th>
              <CountCells counts={counts} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-bold">
            <th scope="row" className="py-2 pr-2 text-left">
              {t("total")}
            </th>
            <CountCells counts={total} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function CountCells({ counts }: { counts: Counts }) {
  const t = useTranslations("board.regency");
  return columns.map((key) => {
    const count = counts[key];
    return (
      <td key={key} className="px-2 py-2 text-right last:pr-1">
        {count === null ? (
          <span className="text-text-2">
            <span aria-hidden>{t("hiddenMark")}</span>
            <span className="sr-only">{t("hidden")}</span>
          </span>
        ) : (
          <span className={key === "late" && count > 0 ? "font-bold text-bad" : ""}>{count}</span>
        )}
      </td>
    );
  });
}
