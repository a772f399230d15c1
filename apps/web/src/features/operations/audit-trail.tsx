"use client";

import { Button } from "@rembuk/ui/button";
import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { auditKey } from "./audit-word";

type Page = inferOutput<ReturnType<typeof useTRPC>["audit"]["list"]>;
type Entry = Page["items"][number];
export type TrailKind = Entry["kind"];

interface AuditTrailProps {
  /** Null until a kecamatan is chosen. */
  subdistrictCode: string | null;
  kind: TrailKind | null;
}

/** Entries newest first, a page after the other. */
export function AuditTrail({ subdistrictCode, kind }: AuditTrailProps) {
  const t = useTranslations("audit");
  const wording = useErrorWording();
  const trpc = useTRPC();
  const client = useAuditPages(trpc, subdistrictCode, kind);
  if (subdistrictCode === null) {
    return <EmptyState title={t("choose")}>{t("chooseText")}</EmptyState>;
  }
  if (client.error) {
    return (
      <ErrorState
        title={t("failed")}
        retryLabel={t("retry")}
        retrying={client.isFetching}
        onRetry={() => void client.refetch()}
      >
        {wording(callFailure(client.error).code)}
      </ErrorState>
    );
  }
  if (!client.data) return <SkeletonRows rows={10} label={t("loading")} slow={t("slow")} />;
  const entries = client.data.pages.flatMap((page) => page.items);
  if (entries.length === 0) return <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState>;
  return (
    <>
      <ol aria-label={t("title")} className="divide-y divide-line">
        {entries.map((entry) => (
          <AuditRow key={entry.id} entry={entry} />
        ))}
      </ol>
      {client.hasNextPage ? (
        <div className="border-t border-line p-3">
          <Button
            pending={client.isFetchingNextPage}
            pendingLabel={t("loading")}
            onClick={() => void client.fetchNextPage()}
          >
            {t("older")}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function useAuditPages(
  trpc: ReturnType<typeof useTRPC>,
  subdistrictCode: string | null,
  kind: TrailKind | null,
) {
  const input = { subdistrictCode: subdistrictCode ?? "", kind, limit: 50 };
  return useInfiniteQuery(
    trpc.audit.list.infiniteQueryOptions(input, {
      enabled: subdistrictCode !== null,
      getNextPageParam: (page) => page.nextCursor ?? undefined,
    }),
  );
}

function AuditRow({ entry }: { entry: Entry }) {
  const t = useTranslations("audit");
  const format = useFormat();
  const roleName = useTranslations("roles");
  const name = entry.actorName ?? t(`actors.${entry.actorKind}`);
  const { acting } = entry;
  const who = acting
    ? t(`acting.${acting.kind}`, {
        name,
        role: roleName(acting.role),
        letter: acting.letterNumber,
      })
    : name;
  return (
    <li className="grid items-baseline gap-x-4 px-3 py-2 sm:grid-cols-[150px_minmax(0,1fr)_minmax(0,0.7fr)_180px]">
      <time dateTime={entry.at.toISOString()} className="text-12 text-text-2 tabular-nums">
        {format.shortDateTime(entry.at)}
      </time>
      <span className="min-w-0">
        <span className="font-semibold">{t(`types.${auditKey(entry.type)}` as "types.other")}</span>
        {entry.reason ? (
          <span className="block text-12 break-words text-text-2">
            {t("reason", { reason: entry.reason })}
          </span>
        ) : null}
      </span>
      <span className="min-w-0 truncate text-text-2" title={who}>
        {who}
      </span>
      <span className="font-mono text-12 break-all sm:text-right">{entry.subject ?? "–"}</span>
    </li>
  );
}
