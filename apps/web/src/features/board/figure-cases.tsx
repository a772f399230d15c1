"use client";

import { ButtonLink } from "@rembuk/ui/button";
import { EmptyState, SkeletonRows } from "@rembuk/ui/list-states";
import { Panel } from "@rembuk/ui/panel";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/lib/trpc";
import { BoardFailure } from "./board-screen";
import { CaseTable } from "./case-table";
import { parseFigure } from "./figure-href";
import { useFigureWords } from "./use-figure-words";
import { useRefreshOnChange } from "./use-refresh-on-change";

/** The cases behind one figure of the board: exactly those it counts. */
export function FigureCases() {
  const t = useTranslations("board");
  const trpc = useTRPC();
  const figure = parseFigure(new URLSearchParams(useSearchParams().toString()));
  const words = useFigureWords(figure);
  const list = useQuery(trpc.reports.boardCases.queryOptions(figure));
  useRefreshOnChange();
  return (
    <div className="min-h-full bg-canvas">
      <header className="flex flex-wrap items-center gap-3 border-b border-line bg-surface px-4 py-4 sm:px-7">
        <div className="min-w-0 flex-1">
          <p className="text-12 text-text-2">{t("figure.title")}</p>
          <h1 className="text-18 font-bold tracking-[-0.02em] sm:text-22">
            {words}
            {list.data ? `: ${t("figure.count", { count: list.data.total })}` : null}
          </h1>
        </div>
        <ButtonLink href="/papan" icon={<ArrowLeft size={16} aria-hidden />}>
          {t("figure.back")}
        </ButtonLink>
      </header>
      <div className="px-4 py-3.5 sm:px-7">
        {list.error ? (
          <BoardFailure
            error={list.error}
            retrying={list.isFetching}
            onRetry={() => list.refetch()}
          />
        ) : (
          <Panel flush>
            <FigureList list={list.data} caption={words} />
          </Panel>
        )}
      </div>
    </div>
  );
}

function FigureList({
  list,
  caption,
}: {
  list:
    | { total: number; items: readonly Parameters<typeof CaseTable>[0]["cases"][number][] }
    | undefined;
  caption: string;
}) {
  const t = useTranslations("board");
  if (!list) return <SkeletonRows rows={8} label={t("loading")} slow={t("slow")} />;
  if (list.items.length === 0) {
    return (
      <EmptyState
        title={t("figure.empty")}
        actions={<ButtonLink href="/papan">{t("figure.back")}</ButtonLink>}
      >
        {t("figure.emptyText")}
      </EmptyState>
    );
  }
  return (
    <>
      <CaseTable cases={list.items} caption={caption} />
      {list.total > list.items.length ? (
        <p className="border-t border-line px-4 py-2 text-12 text-text-2">
          {t("figure.first", { shown: list.items.length, total: list.total })}
        </p>
      ) : null}
    </>
  );
}
