"use client";

import { EmptyState } from "@rembuk/ui/list-states";
import { PageHeader } from "@rembuk/ui/page-header";
import { Panel } from "@rembuk/ui/panel";
import { useQuery } from "@tanstack/react-query";
import { CalendarPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/lib/trpc";
import { AgendaList } from "./agenda-list";
import { LoadedList } from "./loaded-list";

/** All sessions that the reader has a part in, and the file for their own calendar. */
export function AgendaScreen() {
  const t = useTranslations("coaching");
  const list = useQuery(useTRPC().coaching.agenda.queryOptions());
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader
        back={{ href: "/pembinaan", label: t("title") }}
        title={t("agenda.title")}
        actions={
          <a
            href="/api/berkas/agenda"
            download
            className="inline-flex min-h-8 items-center gap-1.5 rounded-r2 border border-line-strong bg-surface px-2.5 text-13 font-semibold text-text no-underline hover:bg-hover"
          >
            <CalendarPlus size={14} aria-hidden />
            {t("agenda.download")}
          </a>
        }
        lead={t("agenda.about")}
      />
      <div className="max-w-[1100px] px-4 py-3.5 sm:px-7">
        <LoadedList list={list} takeFocus>
          {(entries) => {
            const open = entries.filter(({ status }) => status === "scheduled");
            const past = entries.filter(({ status }) => status !== "scheduled").reverse();
            if (entries.length === 0)
              return <EmptyState title={t("agenda.none")}>{t("agenda.noneText")}</EmptyState>;
            return (
              <div className="flex flex-col gap-3.5">
                <Panel id="mendatang" title={t("agenda.coming")} flush>
                  {open.length === 0 ? (
                    <p className="px-3 py-2.5 text-text-2">{t("agenda.noneNext")}</p>
                  ) : (
                    <AgendaList entries={open} />
                  )}
                </Panel>
                {past.length > 0 ? (
                  <Panel id="berlangsung" title={t("agenda.past")} flush>
                    <AgendaList entries={past} />
                  </Panel>
                ) : null}
              </div>
            );
          }}
        </LoadedList>
      </div>
    </div>
  );
}
