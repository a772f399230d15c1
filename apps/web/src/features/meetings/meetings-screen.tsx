"use client";

import { Button } from "@rembuk/ui/button";
import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { PageHeader } from "@rembuk/ui/page-header";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { MeetingDialog } from "./meeting-dialog";
import { MeetingItem } from "./meeting-item";

interface MeetingsProps {
  subdistrictCode: string;
  mayRecord: boolean;
}

/** Meetings by field: what was said, what was decided, and what became of it. */
export function MeetingsScreen({ subdistrictCode, mayRecord }: MeetingsProps) {
  const t = useTranslations("meetings");
  const [isAdding, setAdding] = useState(false);
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader
        back={{ href: "/kunjungan", label: t("back") }}
        title={t("title")}
        lead={t("lead")}
        actions={
          mayRecord ? (
            <Button
              size="small"
              tone="primary"
              icon={<Plus size={14} aria-hidden />}
              onClick={() => setAdding(true)}
            >
              {t("add")}
            </Button>
          ) : null
        }
      />
      <div className="px-4 py-3.5 sm:px-7">
        <Meetings subdistrictCode={subdistrictCode} mayRecord={mayRecord} />
      </div>
      {isAdding ? (
        <MeetingDialog subdistrictCode={subdistrictCode} onClose={() => setAdding(false)} />
      ) : null}
    </div>
  );
}

function Meetings({ subdistrictCode, mayRecord }: MeetingsProps) {
  const t = useTranslations("meetings");
  const wording = useErrorWording();
  const list = useInfiniteQuery(
    useTRPC().meetings.list.infiniteQueryOptions(
      { subdistrictCode },
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
  const items = list.data.pages.flatMap((page) => page.items);
  return (
    <div className="max-w-[1100px] overflow-hidden rounded-r3 border border-line bg-surface">
      {items.length === 0 ? <EmptyState title={t("empty")}>{t("emptyText")}</EmptyState> : null}
      <ul className="divide-y divide-line">
        {items.map((meeting) => (
          <li key={meeting.id} className="px-3 py-3">
            <MeetingItem meeting={meeting} mayRecord={mayRecord} />
          </li>
        ))}
      </ul>
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
