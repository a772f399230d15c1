"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { Button } from "@rembuk/ui/button";
import { ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Panel } from "@rembuk/ui/panel";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { Entitlement } from "./aid-data";
import { CancelDialog } from "./cancel-dialog";
import { EntitlementStatusChip } from "./entitlement-status";

/** Who is entitled to what: of a cycle, or a household's own. */
export function EntitlementList(props: {
  of: { readonly cycleId: string } | { readonly householdId: string };
  title: string;
  none: string;
}) {
  const t = useTranslations("aid");
  const wording = useErrorWording();
  const [cancelled, setCancelled] = useState<Entitlement | null>(null);
  const list = useInfiniteQuery(
    useTRPC().aid.entitlements.infiniteQueryOptions(
      { ...props.of, limit: 50 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel
      id="hak"
      flush
      title={props.title}
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
          title={t("entitlement.failed")}
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
          <EntitlementItem
            key={one.id}
            one={one}
            ofHousehold={"householdId" in props.of}
            onCancel={() => setCancelled(one)}
          />
        ))}
      </ul>
      {cancelled ? (
        <CancelDialog entitlement={cancelled} onClose={() => setCancelled(null)} />
      ) : null}
    </Panel>
  );
}

function EntitlementItem(props: { one: Entitlement; ofHousehold: boolean; onCancel: () => void }) {
  const { one, ofHousehold, onCancel } = props;
  const t = useTranslations("aid.entitlement");
  const { shortDate, number } = useFormat();
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 px-3 py-2.5">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-semibold break-words">
          {ofHousehold ? (
            <TextLink href={`/bantuan/${one.programCode}/${one.cycleId}`}>
              {one.programName} · {one.cycleName}
            </TextLink>
          ) : (
            <TextLink href={`/keluarga/${one.householdId}`}>{one.residentName}</TextLink>
          )}
        </p>
        <p className="text-12 text-text-2 break-words">
          {ofHousehold ? one.residentName : one.villageName} · {one.goodsName}{" "}
          {number(one.quantity)} {one.unit}
          {one.approvedAt ? ` · ${t("since", { date: shortDate(one.approvedAt) })}` : ""}
          {one.letterNumber ? ` · ${one.letterNumber}` : ""}
        </p>
        {one.outcome ? (
          <p className="text-12 text-text-2">
            {t("outcome", {
              outcome: t(`outcomes.${one.outcome}`),
              count: number(one.deliveredQuantity ?? 0),
              unit: one.unit,
            })}
          </p>
        ) : null}
        {one.cancelReason ? (
          <p className="text-12 break-words">{t("because", { reason: one.cancelReason })}</p>
        ) : null}
      </div>
      <EntitlementStatusChip status={one.status} />
      {one.mayCancel ? (
        <Button
          size="small"
          aria-label={t("cancelOf", { name: one.residentName })}
          onClick={onCancel}
        >
          {t("cancel")}
        </Button>
      ) : null}
    </li>
  );
}
