"use client";

import { Button } from "@rembuk/ui/button";
import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { PulseStrip } from "@rembuk/ui/pulse-strip";
import { useInfiniteQuery, useQueries } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { HealthPane } from "./health-pane";
import { HEALTH_GRID, HealthLine } from "./health-row";
import type { HealthRow, HealthView, Standing } from "./health-words";
import { PulseTable } from "./pulse-table";
import { lineId, useHealthKeys } from "./use-health-keys";

const columns = ["name", "rating", "pulse", "signs", "promises", "next"] as const;

/** The promises for the innovations of each page, asked when the page is there. */
const useStandings = (
  pages: readonly { readonly rows: readonly HealthRow[] }[] | undefined,
): ReadonlyMap<string, Standing> => {
  const { coaching } = useTRPC();
  const found = useQueries({
    queries: (pages ?? [])
      .map(({ rows }) => rows.map(({ id }) => id))
      .filter((ids) => ids.length > 0)
      .map((innovationIds) => coaching.standings.queryOptions({ innovationIds })),
  });
  return new Map(found.flatMap(({ data }) => data ?? []).map((one) => [one.innovationId, one]));
};

/** The rows of the board, fifty at a time, and beside them the one that was chosen. */
export function HealthList({
  view,
  onChoose,
}: {
  view: HealthView;
  onChoose: (id: string | null) => void;
}) {
  const t = useTranslations("reviews.health");
  const wording = useErrorWording();
  const { subdistrictCode, rating, frail } = view;
  const list = useInfiniteQuery(
    useTRPC().sustainability.health.infiniteQueryOptions(
      { subdistrictCode, rating, frail, limit: 50 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  const standings = useStandings(list.data?.pages);
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const choose = useHealthKeys(view.isTable ? [] : rows, view.chosenId, onChoose);
  if (list.error)
    return (
      <ErrorState
        title={t("failed")}
        retryLabel={t("retry")}
        retrying={list.isFetching}
        onRetry={() => void list.refetch()}
      >
        {wording(callFailure(list.error).code)}
      </ErrorState>
    );
  if (!list.data) return <SkeletonRows rows={8} label={t("loading")} slow={t("slow")} />;
  const today = list.data.pages[0]?.today ?? "";
  const isFiltered = subdistrictCode !== null || rating !== null || frail;
  if (rows.length === 0)
    return (
      <EmptyState title={t(isFiltered ? "empty.filtered" : "empty.title")}>
        {t(isFiltered ? "empty.filteredText" : "empty.text")}
      </EmptyState>
    );
  const chosen = rows.find(({ id }) => id === view.chosenId);
  return (
    <div className="flex items-stretch">
      <div className="@container min-w-0 flex-1">
        {view.isTable ? (
          <PulseTable rows={rows} />
        ) : (
          <>
            <div
              aria-hidden
              className={`${HEALTH_GRID} hidden border-b border-line bg-surface-2 py-2 text-12 font-semibold text-text-2 @4xl:grid`}
            >
              {columns.map((column) => (
                <span key={column}>{t(`columns.${column}`)}</span>
              ))}
            </div>
            <ul className="divide-y divide-line border-b border-line">
              {rows.map((row) => (
                <li key={row.id} id={lineId(row.id)}>
                  <HealthLine
                    row={row}
                    standing={standings.get(row.id)}
                    today={today}
                    isChosen={row.id === view.chosenId}
                    onChoose={() => choose(row.id)}
                  />
                </li>
              ))}
            </ul>
          </>
        )}
        {list.hasNextPage ? (
          <div className="border-b border-line p-2">
            <Button
              block
              pending={list.isFetchingNextPage}
              pendingLabel={t("loading")}
              onClick={() => void list.fetchNextPage()}
            >
              {t("more")}
            </Button>
          </div>
        ) : null}
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 px-4 py-3 text-12 text-text-2 sm:px-7">
          <PulseStrip weeks={[0, 1, 2, 3]} sentence={t("legend")} />
          <span aria-hidden>{t("legend")}</span>
        </p>
      </div>
      {chosen ? <HealthPane row={chosen} onClose={() => choose(null)} /> : null}
    </div>
  );
}
