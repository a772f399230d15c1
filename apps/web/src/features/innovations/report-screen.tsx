"use client";

import { reportLabels, reportTitle } from "@rembuk/domain/innovations/index-report";
import { reportRowKeys } from "@rembuk/domain/innovations/model";
import { Chip } from "@rembuk/ui/chip";
import { ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { PageHeader } from "@rembuk/ui/page-header";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { PaperButton } from "@/features/papers/paper-button";
import { useTRPC, useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { EligibilityNotice } from "./eligibility-notice";
import type { ShownInnovation } from "./innovation-data";
import { InnovationStatusChip } from "./innovation-status";

/** Laporan Indeks Inovasi Daerah on the screen: the 11 labels in order, and what is still open. */
export function ReportScreen({ innovationId }: { innovationId: string }) {
  const t = useTranslations("innovations");
  const wording = useErrorWording();
  const one = useQuery(useTRPC().innovations.show.queryOptions({ innovationId }));
  if (one.error)
    return (
      <ErrorState
        title={t("failedOne")}
        retryLabel={t("retry")}
        retrying={one.isFetching}
        onRetry={() => void one.refetch()}
      >
        {wording(callFailure(one.error).code)}
      </ErrorState>
    );
  if (!one.data) return <SkeletonRows label={t("loading")} slow={t("slow")} />;
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader
        back={{ href: `/inovasi/${innovationId}`, label: one.data.profile.name }}
        title={reportTitle}
        beside={<InnovationStatusChip status={one.data.status} />}
      >
        <ReportPapers innovationId={innovationId} />
      </PageHeader>
      <div className="flex max-w-[1100px] flex-col gap-3.5 px-4 py-3.5 sm:px-7">
        <EligibilityNotice innovation={one.data} />
        <ReportTable innovation={one.data} />
      </div>
    </div>
  );
}

const papers = ["innovation-report", "innovation-table", "innovation-proposal"] as const;

function ReportPapers({ innovationId }: { innovationId: string }) {
  const t = useTranslations("innovations.papers");
  const { reports } = useTRPCClient();
  return (
    <div className="flex flex-wrap gap-2">
      {papers.map((kind) => (
        <PaperButton
          key={kind}
          kind={kind}
          label={t(`${kind}.title`)}
          about={t(`${kind}.about`)}
          size="small"
          onRequest={() =>
            reports.requestInnovationPaper.mutate({
              ...{ clientActionId: crypto.randomUUID(), innovationId, kind },
            })
          }
        />
      ))}
    </div>
  );
}

function ReportTable({ innovation }: { innovation: ShownInnovation }) {
  const t = useTranslations("innovations");
  const { rows, gaps, seesNames } = innovation;
  return (
    <dl className="divide-y divide-line overflow-hidden rounded-r3 border border-line bg-surface">
      {reportRowKeys.map((key) => {
        const gap = gaps[key];
        const isHidden = key === "initiator" && !seesNames;
        return (
          <div key={key} className="grid gap-x-4 gap-y-1 px-3 py-2.5 sm:grid-cols-[240px_1fr]">
            <dt className="text-14 font-semibold">{reportLabels[key]}</dt>
            <dd className="min-w-0 text-14">
              {isHidden ? <span className="text-text-2">{t("hiddenName")}</span> : null}
              {rows[key] && !isHidden ? (
                <span className="whitespace-pre-line break-words">{rows[key]} </span>
              ) : null}
              {gap && !isHidden ? <Chip tone="warn">{t(`gap.${gap}`)}</Chip> : null}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
