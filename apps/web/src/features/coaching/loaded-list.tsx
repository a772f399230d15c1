"use client";

import { ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";

/** What a query gives, once it is there; until then that it is loading, or what failed. */
export function LoadedList<Data>({
  list,
  takeFocus = false,
  children,
}: {
  list: {
    readonly data: Data | undefined;
    readonly error: unknown;
    readonly isFetching: boolean;
    readonly refetch: () => Promise<unknown>;
  };
  takeFocus?: boolean;
  children: (data: Data) => ReactNode;
}) {
  const t = useTranslations("coaching");
  const wording = useErrorWording();
  if (list.error)
    return (
      <ErrorState
        title={t("failed")}
        retryLabel={t("retry")}
        retrying={list.isFetching}
        onRetry={() => void list.refetch()}
        takeFocus={takeFocus}
      >
        {wording(callFailure(list.error).code)}
      </ErrorState>
    );
  if (list.data === undefined)
    return <SkeletonRows rows={3} label={t("loading")} slow={t("loading")} />;
  return children(list.data);
}
