"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { Button } from "@rembuk/ui/button";
import { Chip } from "@rembuk/ui/chip";
import { KeyValueList } from "@rembuk/ui/key-value";
import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Notice } from "@rembuk/ui/notice";
import { PageHeader } from "@rembuk/ui/page-header";
import { Panel } from "@rembuk/ui/panel";
import { useQuery } from "@tanstack/react-query";
import { Pencil, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { ProgramCycle, ProgramDetail } from "./aid-data";
import { CycleDialog } from "./cycle-dialog";
import { EnrollmentList } from "./enrollment-list";
import { ProgramDialog } from "./program-dialog";
import { useProgramPlace } from "./use-program-place";

/** One program as a kecamatan uses it, with its cycles. */
export function ProgramScreen({ code }: { code: string }) {
  const t = useTranslations("aid");
  const { place, isLoaded } = useProgramPlace();
  if (place) return <Loaded code={code} place={place.code} />;
  return isLoaded ? (
    <EmptyState title={t("noPlace")} />
  ) : (
    <SkeletonRows label={t("loading")} slow={t("slow")} />
  );
}

function Loaded({ code, place }: { code: string; place: string }) {
  const t = useTranslations("aid");
  const wording = useErrorWording();
  const detail = useQuery(useTRPC().aid.program.queryOptions({ subdistrictCode: place, code }));
  if (detail.data) return <Whole detail={detail.data} place={place} />;
  if (!detail.error) return <SkeletonRows label={t("loading")} slow={t("slow")} />;
  return (
    <ErrorState
      title={t("failed")}
      retryLabel={t("retry")}
      retrying={detail.isFetching}
      onRetry={() => void detail.refetch()}
    >
      {wording(callFailure(detail.error).code)}
    </ErrorState>
  );
}

function Whole({ detail, place }: { detail: ProgramDetail; place: string }) {
  const t = useTranslations("aid");
  const { program, mayEdit } = detail;
  const [isEditing, setEditing] = useState(false);
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader
        back={{ href: `/bantuan?kecamatan=${place}`, label: t("title") }}
        title={program.name}
        beside={<Chip>{t(program.isActive ? "active" : "inactive")}</Chip>}
        actions={
          mayEdit ? (
            <Button icon={<Pencil size={16} aria-hidden />} onClick={() => setEditing(true)}>
              {t("edit")}
            </Button>
          ) : null
        }
        lead={
          <>
            {program.short} · {t(`type.${program.aidType}`)} · {program.manager}
          </>
        }
      />
      <div className="flex max-w-[900px] flex-col gap-3.5 px-4 py-3.5 sm:px-7">
        <Notice tone="info">
          {t(`decides.${program.fundingLevel}`)} {t("facilitates")}
        </Notice>
        <Facts detail={detail} />
        <Cycles detail={detail} place={place} />
        {detail.readsEnrollments ? (
          <EnrollmentList
            of={{ programCode: program.code }}
            title={t("enrollment.ofProgram")}
            none={t("enrollment.noneOfProgram")}
          />
        ) : null}
      </div>
      {isEditing ? (
        <ProgramDialog program={program} place={place} onClose={() => setEditing(false)} />
      ) : null}
    </div>
  );
}

function Facts({ detail: { program } }: { detail: ProgramDetail }) {
  const t = useTranslations("aid");
  const parts = (
    ["benefit", "amount", "cadence", "target", "route", "verification", "evidence"] as const
  ).map((key) => ({ key, label: t(`field.${key}`), value: program[key] }));
  const documents = {
    key: "documents",
    label: t("field.documents"),
    value: (
      <ul className="list-disc pl-4">
        {program.documents.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    ),
  };
  const basis = { key: "basis", label: t("field.legalBasis"), value: program.legalBasis };
  return (
    <Panel id="isi" title={t("about")} footer={t("source")}>
      <KeyValueList
        labelWidth={140}
        ruled
        entries={[...parts, documents, basis].filter((one) => one.value !== "")}
      />
    </Panel>
  );
}

function Cycles({ detail, place }: { detail: ProgramDetail; place: string }) {
  const t = useTranslations("aid");
  const { cycles, mayEdit, program } = detail;
  const [open, setOpen] = useState<ProgramCycle | "new" | null>(null);
  return (
    <Panel
      id="putaran"
      flush
      title={t("cycles")}
      actions={
        mayEdit && program.isActive ? (
          <Button size="small" icon={<Plus size={14} aria-hidden />} onClick={() => setOpen("new")}>
            {t("addCycle")}
          </Button>
        ) : null
      }
    >
      {cycles.length === 0 ? (
        <p className="px-3 py-2.5 text-text-2">{t("noCycle")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {cycles.map((cycle) => (
            <CycleRow
              key={cycle.id}
              cycle={cycle}
              opens={detail.readsEnrollments}
              onEdit={mayEdit ? () => setOpen(cycle) : undefined}
            />
          ))}
        </ul>
      )}
      {open ? (
        <CycleDialog
          cycle={open === "new" ? null : open}
          code={program.code}
          place={place}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </Panel>
  );
}

function CycleRow(props: {
  cycle: ProgramCycle;
  /** Whether the reader sees who receives something in it. */
  opens: boolean;
  onEdit?: (() => void) | undefined;
}) {
  const { cycle, opens, onEdit } = props;
  const t = useTranslations("aid");
  const { shortDate, number } = useFormat();
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2.5">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-semibold break-words">
          {opens ? (
            <TextLink href={`/bantuan/${cycle.programCode}/${cycle.id}`}>{cycle.name}</TextLink>
          ) : (
            cycle.name
          )}
        </p>
        <p className="text-12 text-text-2">
          {shortDate(dayOf(cycle.startsOn))} – {shortDate(dayOf(cycle.endsOn))} · {cycle.benefit}
        </p>
        <p className="text-12 text-text-2">
          {cycle.quota === null ? t("noQuota") : t("quota", { count: number(cycle.quota) })}
        </p>
      </div>
      <Chip>{t(`cycleState.${cycle.state}`)}</Chip>
      {onEdit ? (
        <Button size="small" aria-label={t("editCycle", { name: cycle.name })} onClick={onEdit}>
          {t("edit")}
        </Button>
      ) : null}
    </li>
  );
}
