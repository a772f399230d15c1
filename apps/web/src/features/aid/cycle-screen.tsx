"use client";

import { entitlementStatuses } from "@rembuk/domain/aid/entitling";
import { Chip } from "@rembuk/ui/chip";
import { ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { type NextStep, NextSteps } from "@rembuk/ui/next-steps";
import { Notice } from "@rembuk/ui/notice";
import { PageHeader } from "@rembuk/ui/page-header";
import { Panel } from "@rembuk/ui/panel";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { CycleDetail } from "./aid-data";
import { EntitlementList } from "./entitlement-list";
import { EntitlementStatusChip } from "./entitlement-status";
import { GrantDialog } from "./grant-dialog";
import { PrepareDialog } from "./prepare-dialog";

/** One cycle of a program: who receives something in it, and what is to be done for that. */
export function CycleScreen({ cycleId }: { cycleId: string }) {
  const t = useTranslations("aid");
  const wording = useErrorWording();
  const detail = useQuery(useTRPC().aid.cycle.queryOptions({ cycleId }));
  if (detail.data) return <Whole detail={detail.data} />;
  if (!detail.error) return <SkeletonRows label={t("loading")} slow={t("slow")} />;
  return (
    <ErrorState
      title={t("entitlement.failedCycle")}
      retryLabel={t("retry")}
      retrying={detail.isFetching}
      onRetry={() => void detail.refetch()}
    >
      {wording(callFailure(detail.error).code)}
    </ErrorState>
  );
}

function Whole({ detail }: { detail: CycleDetail }) {
  const t = useTranslations("aid");
  const { shortDate, number } = useFormat();
  const { cycle, fundingLevel } = detail;
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader
        back={{
          href: `/bantuan/${cycle.programCode}?kecamatan=${cycle.subdistrictCode}`,
          label: detail.programName,
        }}
        title={cycle.name}
        beside={<Chip>{t(`cycleState.${detail.state}`)}</Chip>}
        lead={
          <>
            {shortDate(dayOf(cycle.startsOn))} – {shortDate(dayOf(cycle.endsOn))} · {cycle.benefit}{" "}
            · {cycle.quota === null ? t("noQuota") : t("quota", { count: number(cycle.quota) })}
          </>
        }
      />
      <div className="flex max-w-[900px] flex-col gap-3.5 px-4 py-3.5 sm:px-7">
        <Notice tone="info">
          {t(`decides.${fundingLevel}`)} {t("facilitates")}
        </Notice>
        <Acts detail={detail} />
        <Counts detail={detail} />
        <EntitlementList
          of={{ cycleId: cycle.id }}
          title={t("entitlement.ofCycle")}
          none={t("entitlement.noneOfCycle")}
        />
      </div>
    </div>
  );
}

/** What the reader can do for the cycle now, or why it has to wait. */
function Acts({ detail }: { detail: CycleDetail }) {
  const t = useTranslations("aid.entitlement");
  const [open, setOpen] = useState<string | null>(null);
  const { preview, approving } = detail;
  const steps: NextStep[] = [];
  if (preview)
    steps.push({
      ...{ id: "prepare", title: t("prepare.step", { count: preview.toMake }) },
      consequence: t("prepare.consequence", { ...preview }),
      blocked: preview.toMake === 0 ? t("prepare.nobody", { ...preview }) : undefined,
      main: preview.toMake > 0,
    });
  if (approving) {
    const kind = approving.asksLetter ? "record" : "grant";
    steps.push({
      ...{ id: "grant", title: t(`${kind}.step`, { count: approving.open }) },
      consequence: t(`${kind}.consequence`),
      blocked: approving.open === 0 ? t("ownAll") : undefined,
      main: approving.open > 0 && !preview?.toMake,
    });
  }
  if (steps.length === 0) return null;
  return (
    <>
      <NextSteps title={t("next")} steps={steps} onStep={setOpen} />
      {open === "prepare" ? <PrepareDialog detail={detail} onClose={() => setOpen(null)} /> : null}
      {open === "grant" ? <GrantDialog detail={detail} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function Counts({ detail: { counts } }: { detail: CycleDetail }) {
  const t = useTranslations("aid.entitlement");
  const { number } = useFormat();
  const shown = entitlementStatuses.filter((status) => (counts[status] ?? 0) > 0);
  if (shown.length === 0) return null;
  return (
    <Panel id="keadaan" title={t("counts")}>
      <dl className="flex flex-wrap gap-x-5 gap-y-2">
        {shown.map((status) => (
          <div key={status} className="flex items-center gap-2">
            <dt>
              <EntitlementStatusChip status={status} />
            </dt>
            <dd className="text-16 font-bold tabular-nums">{number(counts[status] ?? 0)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
