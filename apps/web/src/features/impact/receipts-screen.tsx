"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { Button } from "@rembuk/ui/button";
import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { PageHeader } from "@rembuk/ui/page-header";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { ReceiptRow } from "./impact-data";
import { parseReceipts } from "./receipts-href";
import { useMonthNames } from "./use-month-names";

/** The receipts that one figure of reach counts, newest first. */
export function ReceiptsScreen({ year }: { year: number }) {
  const t = useTranslations("impact.receipts");
  const figure = parseReceipts(new URLSearchParams(useSearchParams().toString()), year);
  const months = useMonthNames();
  const period = figure.month ? `${months.long(figure.month)} ${figure.year}` : `${figure.year}`;
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader
        back={{ href: `/dampak?tahun=${figure.year}`, label: t("back") }}
        title={t("title", { period })}
        lead={t("about")}
      />
      <div className="px-4 py-3.5 sm:px-7">
        <Receipts figure={figure} />
      </div>
    </div>
  );
}

function Receipts({ figure }: { figure: ReturnType<typeof parseReceipts> }) {
  const t = useTranslations("impact.receipts");
  const words = useTranslations("impact");
  const wording = useErrorWording();
  const list = useInfiniteQuery(
    useTRPC().reports.receipts.infiniteQueryOptions(figure, {
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
  if (list.error)
    return (
      <ErrorState
        title={t("failed")}
        retryLabel={words("retry")}
        retrying={list.isFetching}
        onRetry={() => void list.refetch()}
      >
        {wording(callFailure(list.error).code)}
      </ErrorState>
    );
  if (!list.data) return <SkeletonRows label={words("loading")} slow={words("slow")} />;
  const items = list.data.pages.flatMap((page) => page.items);
  return (
    <div className="max-w-[1100px] overflow-hidden rounded-r3 border border-line bg-surface">
      {items.length === 0 ? (
        <EmptyState title={t("nothing")}>{t("nothingText")}</EmptyState>
      ) : (
        <ul className="divide-y divide-line">
          {items.map((one) => (
            <ReceiptLine key={one.id} receipt={one} />
          ))}
        </ul>
      )}
      {list.hasNextPage ? (
        <div className="border-t border-line p-3">
          <Button
            size="small"
            pending={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t("more")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function ReceiptLine({ receipt }: { receipt: ReceiptRow }) {
  const t = useTranslations("impact.receipts");
  const { shortDateTime, number } = useFormat();
  return (
    <li className="grid gap-x-5 gap-y-0.5 px-3 py-2 text-13 sm:grid-cols-[minmax(0,1.3fr)_minmax(0,1.7fr)_auto] sm:items-baseline">
      <span className="min-w-0">
        <b className="text-14 font-semibold">{receipt.personName}</b>
        <span className="block text-12 text-text-2">{receipt.villageName}</span>
      </span>
      <span className="min-w-0">
        {t("goods", {
          quantity: number(receipt.quantity),
          unit: receipt.unit,
          goods: receipt.goods,
        })}
        <span className="block text-12 text-text-2">{receipt.programName ?? t("beside")}</span>
      </span>
      <TextLink href={`/kunjungan/${receipt.tripId}`} className="min-h-6 tabular-nums">
        {shortDateTime(receipt.at)}
      </TextLink>
    </li>
  );
}
