"use client";

import { Button } from "@rembuk/ui/button";
import { Chip } from "@rembuk/ui/chip";
import { ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Panel } from "@rembuk/ui/panel";
import { useQuery } from "@tanstack/react-query";
import { Check, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { YearDialog } from "./year-dialog";
import type { YearRow } from "./year-entry";

/** Years of the national index, and the one that innovations are held against. */
export function YearsPanel() {
  const t = useTranslations("assessment.years");
  const words = useTranslations("assessment");
  const wording = useErrorWording();
  const [open, setOpen] = useState<YearRow | "new" | null>(null);
  const list = useQuery(useTRPC().innovations.years.queryOptions());
  return (
    <Panel
      id="tahun"
      title={t("title")}
      actions={
        <Button
          size="small"
          icon={<Plus size={14} aria-hidden />}
          aria-haspopup="dialog"
          onClick={() => setOpen("new")}
        >
          {t("add")}
        </Button>
      }
    >
      {list.error && !list.data ? (
        <ErrorState
          title={words("failed")}
          retryLabel={words("retry")}
          retrying={list.isFetching}
          onRetry={() => void list.refetch()}
        >
          {wording(callFailure(list.error).code)}
        </ErrorState>
      ) : null}
      {list.isPending ? <SkeletonRows label={words("loading")} slow={words("slow")} /> : null}
      {list.data && !list.data.some(({ isActive }) => isActive) ? (
        <p className="mb-2 text-text-2">{t("noneActive")}</p>
      ) : null}
      <ul className="flex flex-col divide-y divide-line">
        {(list.data ?? []).map((year) => (
          <YearLine key={year.id} year={year} onOpen={() => setOpen(year)} />
        ))}
      </ul>
      {open ? (
        <YearDialog year={open === "new" ? null : open} onClose={() => setOpen(null)} />
      ) : null}
    </Panel>
  );
}

function YearLine({ year, onOpen }: { year: YearRow; onOpen: () => void }) {
  const t = useTranslations("assessment.years");
  const { shortDate, number } = useFormat();
  return (
    <li className="flex flex-col items-start gap-1 py-2.5 text-14 first:pt-0 last:pb-0">
      <span className="flex w-full flex-wrap items-center gap-2">
        <b className="font-semibold">{year.id}</b>
        {year.isActive ? (
          <Chip tone="ok" icon={<Check size={12} aria-hidden />}>
            {t("active")}
          </Chip>
        ) : null}
        <Button
          size="small"
          className="ml-auto"
          aria-haspopup="dialog"
          aria-label={t("editOf", { id: year.id })}
          onClick={onOpen}
        >
          {t("edit")}
        </Button>
      </span>
      <span>
        {t("window", {
          from: shortDate(dayOf(year.implementedFrom)),
          to: shortDate(dayOf(year.implementedTo)),
        })}
      </span>
      <span>{t("words", { words: number(year.designWords) })}</span>
      <span className="text-13 break-words text-text-2">{year.source}</span>
    </li>
  );
}
