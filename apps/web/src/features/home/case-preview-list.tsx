"use client";

import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Panel } from "@rembuk/ui/panel";
import { TurnDiamond } from "@rembuk/ui/turn-marker";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { caseListHref } from "@/features/board/case-list-href";
import { FigureLink } from "@/features/board/figure-link";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { CaseRow } from "./case-row";
import type { CasePreview } from "./home-plans";
import { useSubdistrictNames } from "./use-subdistrict-names";

/** The first cases of a list, and the way to all of them. */
export function CasePreviewList({
  part,
  list,
  total,
  manyPlaces,
}: {
  part: string;
  list: CasePreview;
  total: number;
  manyPlaces: boolean;
}) {
  const t = useTranslations("homes");
  const wording = useErrorWording();
  const { filter, order, rows } = list;
  const input = { ...filter, order, limit: rows };
  const cases = useQuery(useTRPC().cases.list.queryOptions(input));
  const items = cases.data?.items ?? [];
  const within = useSubdistrictNames(manyPlaces ? items.map((kase) => kase.subdistrictCode) : []);
  return (
    <Panel
      id={`${part}-${list.key}`}
      flush
      icon={list.key === "mine" && total > 0 ? <TurnDiamond /> : undefined}
      title={t(`lists.${list.key}.title` as "lists.mine.title")}
      note={t(`lists.${list.key}.note` as "lists.mine.note")}
      actions={
        total > items.length && items.length > 0 ? (
          <FigureLink href={caseListHref(filter)}>
            <span className="text-12 font-semibold">{t("all", { count: total })}</span>
          </FigureLink>
        ) : (
          <span className="text-12 text-text-2">{total}</span>
        )
      }
    >
      {cases.error ? (
        <ErrorState
          title={t("failed.title")}
          takeFocus={false}
          retryLabel={t("failed.retry")}
          retrying={cases.isFetching}
          onRetry={() => void cases.refetch()}
        >
          {wording(callFailure(cases.error).code)}
        </ErrorState>
      ) : null}
      {cases.isPending ? (
        <SkeletonRows rows={Math.min(rows, 4)} label={t("loading")} slow={t("slow")} />
      ) : null}
      {cases.data && items.length === 0 ? (
        <EmptyState
          level={3}
          title={t(`lists.${list.key}.empty` as "lists.mine.empty")}
          className="py-5! sm:px-5! sm:py-7!"
        >
          {t(`lists.${list.key}.emptyText` as "lists.mine.emptyText")}
        </EmptyState>
      ) : null}
      <ul className="@container divide-y divide-line">
        {items.map((kase) => (
          <CaseRow
            key={kase.id}
            kase={kase}
            within={manyPlaces ? (within.get(kase.subdistrictCode) ?? null) : null}
          />
        ))}
      </ul>
    </Panel>
  );
}
