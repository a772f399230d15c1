"use client";

import { Button } from "@rembuk/ui/button";
import { ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Panel } from "@rembuk/ui/panel";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { EnrollmentItem } from "./enrollment-item";

/** Who is put forward for a program, or a household's programs: each with its rules, its way and what can be done. */
export function EnrollmentList(props: {
  of: { readonly programCode: string } | { readonly householdId: string };
  title: string;
  none: string;
  actions?: ReactNode;
}) {
  const t = useTranslations("aid");
  const wording = useErrorWording();
  const list = useInfiniteQuery(
    useTRPC().aid.enrollments.infiniteQueryOptions(
      { ...props.of, limit: 50 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel
      id="penerima"
      flush
      title={props.title}
      actions={props.actions}
      footer={
        list.hasNextPage ? (
          <Button size="small" pending={list.isFetching} onClick={() => void list.fetchNextPage()}>
            {t("more")}
          </Button>
        ) : undefined
      }
    >
      {list.error ? (
        <ErrorState
          title={t("enrollment.failed")}
          retryLabel={t("retry")}
          retrying={list.isFetching}
          onRetry={() => void list.refetch()}
          takeFocus={false}
        >
          {wording(callFailure(list.error).code)}
        </ErrorState>
      ) : null}
      {list.isPending ? <SkeletonRows rows={2} label={t("loading")} slow={t("slow")} /> : null}
      {list.data && items.length === 0 ? (
        <p className="px-3 py-2.5 text-text-2">{props.none}</p>
      ) : null}
      <ul className="divide-y divide-line">
        {items.map((one) => (
          <EnrollmentItem key={one.id} enrollment={one} ofHousehold={"householdId" in props.of} />
        ))}
      </ul>
    </Panel>
  );
}
