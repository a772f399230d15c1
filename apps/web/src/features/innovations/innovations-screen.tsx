"use client";

import { type ReportStatus, reportStatuses } from "@rembuk/domain/innovations/model";
import { AppLink } from "@rembuk/ui/app-link";
import { Button, ButtonLink } from "@rembuk/ui/button";
import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { PageHeader } from "@rembuk/ui/page-header";
import { Select } from "@rembuk/ui/select";
import { useInfiniteQuery } from "@tanstack/react-query";
import { HeartPulse, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { InnovationRow } from "./innovation-data";
import { InnovationStatusChip } from "./innovation-status";

/** Innovations that the reader may see, newest first. */
export function InnovationsScreen({
  mayRegister,
  seesHealth,
}: {
  mayRegister: boolean;
  seesHealth: boolean;
}) {
  const t = useTranslations("innovations");
  const [status, setStatus] = useState<ReportStatus | null>(null);
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader
        title={t("title")}
        actions={
          <>
            {seesHealth ? (
              <ButtonLink
                href="/inovasi/kesehatan"
                size="small"
                icon={<HeartPulse size={14} aria-hidden />}
              >
                {t("health")}
              </ButtonLink>
            ) : null}
            {mayRegister ? (
              <ButtonLink
                href="/inovasi/baru"
                size="small"
                tone="primary"
                icon={<Plus size={14} aria-hidden />}
              >
                {t("register.open")}
              </ButtonLink>
            ) : null}
          </>
        }
      >
        <div className="w-full sm:w-56">
          <Select
            aria-label={t("filter.label")}
            value={status ?? ""}
            options={[
              { value: "", label: t("filter.all") },
              ...reportStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
            ]}
            onChange={(event) =>
              setStatus(reportStatuses.find((one) => one === event.target.value) ?? null)
            }
          />
        </div>
      </PageHeader>
      <div className="px-4 py-3.5 sm:px-7">
        <InnovationList status={status} />
      </div>
    </div>
  );
}

function InnovationList({ status }: { status: ReportStatus | null }) {
  const t = useTranslations("innovations");
  const wording = useErrorWording();
  const list = useInfiniteQuery(
    useTRPC().innovations.list.infiniteQueryOptions(
      { status, limit: 20 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
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
  if (!list.data) return <SkeletonRows label={t("loading")} slow={t("slow")} />;
  const rows = list.data.pages.flatMap((page) => page.items);
  return (
    <div className="max-w-[1100px] overflow-hidden rounded-r3 border border-line bg-surface">
      {rows.length === 0 ? (
        <EmptyState title={t(status ? "empty.filtered" : "empty.title")}>
          {t("empty.text")}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {rows.map((row) => (
            <li key={row.id}>
              <InnovationItem row={row} />
            </li>
          ))}
        </ul>
      )}
      {list.hasNextPage ? (
        <div className="border-t border-line p-2">
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
    </div>
  );
}

function InnovationItem({ row }: { row: InnovationRow }) {
  const t = useTranslations("innovations");
  return (
    <AppLink
      href={`/inovasi/${row.id}`}
      className="grid gap-x-4 gap-y-1 px-3 py-2.5 text-inherit no-underline hover:bg-hover sm:grid-cols-[minmax(0,1fr)_auto]"
    >
      <span className="min-w-0">
        <span className="block text-14 font-semibold break-words">{row.name}</span>
        <span className="block text-13 text-text-2">
          {[t("place", { name: row.placeName }), t(`stage.${row.stage}`), ...row.awards].join(
            " · ",
          )}
        </span>
      </span>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-13 text-text-2 sm:justify-end">
        {row.openRows > 0 ? <span>{t("openRows", { count: row.openRows })}</span> : null}
        <InnovationStatusChip status={row.status} />
      </span>
    </AppLink>
  );
}
