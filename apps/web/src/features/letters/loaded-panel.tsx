"use client";

import { ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Panel } from "@rembuk/ui/panel";
import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";

/** A panel of the office's settings: while it loads, when it cannot, and what it holds. */
export function LoadedPanel<Data>(props: {
  id: string;
  title: string;
  /** Of the skeleton: about as many as the form has. */
  rows: number;
  query: UseQueryResult<Data, unknown>;
  children: (data: Data) => ReactNode;
}) {
  const t = useTranslations("officeSettings");
  const wording = useErrorWording();
  const { query } = props;
  return (
    <Panel id={props.id} title={props.title}>
      {query.error ? (
        <ErrorState
          title={t("failed")}
          retryLabel={t("retry")}
          retrying={query.isFetching}
          onRetry={() => void query.refetch()}
        >
          {wording(callFailure(query.error).code)}
        </ErrorState>
      ) : null}
      {query.isPending ? (
        <SkeletonRows rows={props.rows} label={t("loading")} slow={t("slow")} />
      ) : null}
      {query.data ? props.children(query.data) : null}
    </Panel>
  );
}
