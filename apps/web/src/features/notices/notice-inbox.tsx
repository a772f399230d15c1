"use client";

import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { useTranslations } from "next-intl";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { NoticeList } from "./notice-list";
import type { Notices } from "./use-notices";

interface NoticeInboxProps {
  notices: Notices;
  /** How many at most; undefined: all that were read. */
  limit?: number;
  onlyUnread?: boolean;
  takeFocus?: boolean;
  onOpened?: () => void;
}

/** The inbox in its four states. Opening a notice marks what was told of that case. */
export function NoticeInbox(props: NoticeInboxProps) {
  const { notices, limit, onlyUnread = false, onOpened } = props;
  const t = useTranslations("notices");
  const wording = useErrorWording();
  const { data, error, isFetching, refetch } = notices.inbox;
  if (!data && error) {
    return (
      <ErrorState
        title={t("failed")}
        retryLabel={t("retry")}
        retrying={isFetching}
        takeFocus={props.takeFocus}
        onRetry={() => void refetch()}
      >
        {wording(callFailure(error).code)}
      </ErrorState>
    );
  }
  if (!data) return <SkeletonRows rows={4} label={t("loading")} slow={t("slow")} />;
  const items = data.items.filter((one) => !onlyUnread || one.readAt === null).slice(0, limit);
  if (items.length === 0) {
    return (
      <EmptyState level={3} title={t("empty")} className="py-6! sm:px-5! sm:py-8!">
        {t("emptyText")}
      </EmptyState>
    );
  }
  return (
    <NoticeList
      notices={items}
      onOpen={(notice) => {
        if (notice.readAt === null) notices.mark({ subject: notice.subject });
        onOpened?.();
      }}
    />
  );
}
