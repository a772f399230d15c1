"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { Panel } from "@rembuk/ui/panel";
import { useQuery } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { useTRPC } from "@/lib/trpc";
import { useHolderName } from "./use-holder-name";

type LateHolder = inferOutput<ReturnType<typeof useTRPC>["reports"]["lateHolders"]>[number];

/** Who was late: each holder's own stage clock, whoever has the case now. */
export function LateHoldersPanel() {
  const t = useTranslations("board.lateHolders");
  const late = useQuery(useTRPC().reports.lateHolders.queryOptions());
  if (!late.data) return null;
  return (
    <Panel id="siapa-terlambat" flush title={t("title")} note={t("window")}>
      {late.data.length === 0 ? (
        <p className="px-4 py-6 text-control text-text-2">{t("none")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {late.data.map((holder) => (
            <LateHolderItem key={`${holder.kind}:${holder.code ?? ""}`} holder={holder} />
          ))}
        </ul>
      )}
      <p className="border-t border-line px-3 py-2 text-12 text-text-2">{t("note")}</p>
    </Panel>
  );
}

function LateHolderItem({ holder }: { holder: LateHolder }) {
  const t = useTranslations("board.lateHolders");
  const name = useHolderName();
  const { late, stages, running } = holder;
  return (
    <li className="px-3 py-2">
      <details>
        <summary className="flex min-h-8 cursor-pointer flex-wrap items-baseline gap-x-3">
          <b className="min-w-0 flex-1 basis-40 font-semibold break-words text-brand underline decoration-1 underline-offset-2">
            {name(holder)}
          </b>
          <span className="text-12 tabular-nums">{t("share", { late, stages })}</span>
          <span className="text-12 text-bad tabular-nums">
            {running > 0 ? t("running", { count: running }) : ""}
          </span>
        </summary>
        <LateCases cases={holder.cases} total={late} />
      </details>
    </li>
  );
}

function LateCases({ cases, total }: { cases: LateHolder["cases"]; total: number }) {
  const t = useTranslations("board.lateHolders");
  const format = useFormat();
  return (
    <>
      <ul className="mt-1 flex flex-col gap-0.5 pl-4 text-12">
        {cases.map((one) => (
          <li key={`${one.id} ${one.dueAt.toISOString()}`} className="flex flex-wrap gap-x-2">
            <AppLink
              href={`/kasus/${one.id}`}
              className="font-mono text-brand underline underline-offset-2"
            >
              {one.number}
            </AppLink>
            <span className="text-text-2">
              {t(one.endedAt ? "ended" : "open", {
                due: format.shortDate(one.dueAt),
                days: one.daysLate,
              })}
            </span>
          </li>
        ))}
      </ul>
      {total > cases.length ? (
        <p className="pl-4 text-12 text-text-2">{t("more", { count: total - cases.length })}</p>
      ) : null}
    </>
  );
}
