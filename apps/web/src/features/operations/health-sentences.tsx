"use client";

import { ErrorState } from "@rembuk/ui/list-states";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { failedSchedules, workerState } from "./health-words";

/** Health in sentences; asked again each half minute. */
export function HealthSentences() {
  const t = useTranslations("operations.health");
  const wording = useErrorWording();
  const format = useFormat();
  const health = useQuery(
    useTRPC().operations.health.queryOptions(undefined, { refetchInterval: 30_000 }),
  );
  if (health.error) {
    return (
      <ErrorState
        title={t("failed")}
        takeFocus={false}
        retryLabel={t("retry")}
        retrying={health.isFetching}
        onRetry={() => void health.refetch()}
        className="mx-0!"
      >
        {wording(callFailure(health.error).code)}
      </ErrorState>
    );
  }
  if (!health.data) return <p className="min-h-[54px] text-18 text-text-2">{t("loading")}</p>;
  const { data } = health;
  const worker = workerState(data, new Date(health.dataUpdatedAt));
  const failed = failedSchedules(data);
  const isCalm =
    worker === "running" && data.waiting === 0 && data.dead === 0 && failed.length === 0;
  const warning = "font-semibold text-bad";
  return (
    <>
      <p className="max-w-[68ch] text-18 font-semibold tracking-[-0.01em] sm:text-22">
        {isCalm ? t("calm") : null}{" "}
        {worker === "running" ? null : <span className={warning}>{t(worker)}</span>}{" "}
        {data.waiting > 0 ? t("waiting", { count: data.waiting }) : null}{" "}
        {data.oldestWaiting ? t("since", { time: format.shortDateTime(data.oldestWaiting) }) : null}{" "}
        {data.dead > 0 ? <span className={warning}>{t("dead", { count: data.dead })}</span> : null}{" "}
        {failed.length > 0 ? (
          <span className={warning}>{t("schedules", { names: failed.join(", ") })}</span>
        ) : null}
      </p>
      <p className="mt-1 text-12 text-text-2">
        {data.lastDispatchedAt
          ? t("lastEvent", { time: format.longDateTime(data.lastDispatchedAt) })
          : t("noEvent")}
      </p>
    </>
  );
}
