"use client";

import { Button, ButtonLink } from "@rembuk/ui/button";
import { ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { NextSteps } from "@rembuk/ui/next-steps";
import { PageHeader } from "@rembuk/ui/page-header";
import { useQuery } from "@tanstack/react-query";
import { ClipboardPaste, FileText } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { EligibilityNotice } from "./eligibility-notice";
import { EvidencePanel, type OpenRecords } from "./evidence-panel";
import { ImportDialog } from "./import-dialog";
import type { InnovationMove, ShownInnovation } from "./innovation-data";
import { InnovationStatusChip } from "./innovation-status";
import { LinksPanel } from "./links-panel";
import { MoveDialog } from "./move-dialog";
import { PartsPanel } from "./parts-panel";
import { PipelinePanel } from "./pipeline-panel";
import { ProfilePanels } from "./profile-panels";
import { ReturnDialog } from "./return-dialog";
import { RevisionsPanel } from "./revisions-panel";

/** One innovation: where it stands, what can be done next, what it says of itself and what was counted. */
export function InnovationScreen({
  innovationId,
  may,
  reviews,
  documents,
}: {
  innovationId: string;
  may: OpenRecords;
  /** Its reviews, to who reads them. */
  reviews: ReactNode;
  /** Its attachments. */
  documents: ReactNode;
}) {
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
    <WholeInnovation innovation={one.data} may={may} reviews={reviews} documents={documents} />
  );
}

type Open = "import" | InnovationMove;

function WholeInnovation({
  innovation,
  may,
  reviews,
  documents,
}: {
  innovation: ShownInnovation;
  may: OpenRecords;
  reviews: ReactNode;
  documents: ReactNode;
}) {
  const [open, setOpen] = useState<Open | null>(null);
  return (
    <div className="min-h-full bg-canvas">
      <InnovationHead innovation={innovation} onImport={() => setOpen("import")} />
      {/* On a phone: what can be done and what was counted, then the profile. */}
      <div className="grid gap-3.5 px-4 py-3.5 sm:px-7 lg:grid-cols-[minmax(0,1fr)_340px]">
        <div className="flex min-w-0 flex-col gap-3.5 lg:col-start-2">
          <ReportSteps innovation={innovation} onStep={setOpen} />
          <RevisionsPanel innovation={innovation} />
          <EvidencePanel innovation={innovation} may={may} />
          {reviews}
          <EligibilityNotice innovation={innovation} />
        </div>
        <div className="flex min-w-0 flex-col gap-3.5 lg:col-start-1 lg:row-start-1">
          <PipelinePanel innovation={innovation} />
          <LinksPanel innovation={innovation} />
          <ProfilePanels innovation={innovation} />
          <PartsPanel innovation={innovation} />
          {documents}
        </div>
      </div>
      {open ? (
        <InnovationWindow innovation={innovation} open={open} onClose={() => setOpen(null)} />
      ) : null}
    </div>
  );
}

function InnovationHead({
  innovation,
  onImport,
}: {
  innovation: ShownInnovation;
  onImport: () => void;
}) {
  const t = useTranslations("innovations");
  return (
    <PageHeader
      back={{ href: "/inovasi", label: t("title") }}
      title={innovation.profile.name}
      beside={<InnovationStatusChip status={innovation.status} />}
      actions={
        <>
          {innovation.mayEditTexts ? (
            <Button
              size="small"
              icon={<ClipboardPaste size={14} aria-hidden />}
              aria-haspopup="dialog"
              onClick={onImport}
            >
              {t("paste.title")}
            </Button>
          ) : null}
          <ButtonLink
            href={`/inovasi/${innovation.id}/laporan`}
            size="small"
            icon={<FileText size={14} aria-hidden />}
          >
            {t("report.open")}
          </ButtonLink>
        </>
      }
      lead={t("place", { name: innovation.placeName })}
    />
  );
}

function InnovationWindow({
  innovation,
  open,
  onClose,
}: {
  innovation: ShownInnovation;
  open: Open;
  onClose: () => void;
}) {
  if (open === "import") return <ImportDialog innovation={innovation} onClose={onClose} />;
  if (open === "return") return <ReturnDialog innovation={innovation} onClose={onClose} />;
  return <MoveDialog innovation={innovation} move={open} onClose={onClose} />;
}

/** The way of the report: its next steps for this reader, with what stands in the way. */
function ReportSteps({
  innovation,
  onStep,
}: {
  innovation: ShownInnovation;
  onStep: (move: InnovationMove) => void;
}) {
  const t = useTranslations("innovations");
  if (innovation.moves.length === 0) return null;
  const main = innovation.moves.find(
    ({ move, obstacle }) => obstacle === null && move !== "return",
  );
  return (
    <NextSteps
      title={t("next")}
      steps={innovation.moves.map(({ move, obstacle }) => ({
        id: move,
        title: t(`moves.${move}.title`),
        consequence: t(`moves.${move}.consequence`),
        blocked: obstacle ? t(`obstacles.${obstacle}`) : undefined,
        main: move === main?.move,
      }))}
      onStep={(id) => onStep(id as InnovationMove)}
    />
  );
}
