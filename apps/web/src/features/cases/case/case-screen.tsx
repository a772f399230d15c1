"use client";

import { ButtonLink } from "@rembuk/ui/button";
import { EmptyState, ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { SectionHeader } from "@rembuk/ui/section-header";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useWide } from "@/components/use-wide";
import { callFailure } from "@/lib/trpc-client";
import { CaseNextSteps } from "../actions/case-next-steps";
import type { CaseDetail } from "../case-data";
import { CarriedAnswer } from "../duplicates/carried-answer";
import { DuplicateHints } from "../duplicates/duplicate-hints";
import { CarriedNotice, RelatedCases } from "../duplicates/related-cases";
import { useDuplicateHints } from "../duplicates/use-duplicate-hints";
import { GlassNotice } from "../glass/glass-notice";
import { CaseReferrals } from "../referrals/case-referrals";
import { CaseTasks } from "../referrals/case-tasks";
import { CaseAnswer } from "./case-answer";
import { CaseClocks } from "./case-clocks";
import { CaseFacts } from "./case-facts";
import { CaseHeader } from "./case-header";
import { CaseNotes } from "./case-notes";
import { CaseProposal } from "./case-proposal";
import { CaseRelay } from "./case-relay";
import { CaseTimeline } from "./case-timeline";
import { useCase, useNews } from "./use-case";
import { useTimelineWords } from "./use-timeline-words";

interface CaseScreenProps {
  readonly caseId: string;
  readonly readerName: string;
  /** The reader could open a secret case in an emergency, by its number. */
  readonly mayBreakGlass: boolean;
  /** Files of the case: a slice above this one, so the page brings them. */
  readonly files?: ReactNode;
}

/** The page of one case, for every role: what the reader may not see is not in the answer. */
export function CaseScreen({ caseId, readerName, mayBreakGlass, files }: CaseScreenProps) {
  const query = useCase(caseId);
  // What was open and is not any more goes from the screen, not only from the next one.
  const isLost = query.error !== null && isGone(query.error);
  if (query.data && !isLost) {
    return (
      <>
        <News kase={query.data} readerName={readerName} />
        <CaseLayout kase={query.data} files={files} readerName={readerName} />
      </>
    );
  }
  if (query.isPending) return <CaseLoading />;
  return (
    <CaseFailed
      error={query.error}
      mayBreakGlass={mayBreakGlass}
      isRetrying={query.isFetching}
      onRetry={() => void query.refetch()}
    />
  );
}

/** At triage only: is there a case that could carry this one? */
function CaseHints({ kase }: { kase: CaseDetail }) {
  const asks = kase.nextSteps.some((step) => step.action === "merge" && step.allowed);
  const hints = useDuplicateHints(asks ? { caseId: kase.id } : null);
  return asks ? <DuplicateHints hints={hints} /> : null;
}

function CaseLayout(props: { kase: CaseDetail; files: ReactNode; readerName: string }) {
  const { kase, files, readerName } = props;
  const t = useTranslations("case");
  const isDesk = useWide(768);
  return (
    <article
      data-density={isDesk ? undefined : "lapang"}
      className="flex min-h-full flex-col bg-surface"
    >
      <CaseHeader kase={kase} />
      <GlassNotice kase={kase} />
      <div className="grid flex-1 bg-canvas lg:grid-cols-[minmax(0,1fr)_340px] lg:grid-rows-[auto_1fr] xl:grid-cols-[minmax(0,1fr)_368px]">
        <div className="min-w-0 p-4 pb-0 sm:px-6 lg:pr-5">
          <section
            aria-labelledby="dua-waktu"
            className="rounded-r3 border border-line bg-surface px-4 pt-3 pb-3"
          >
            <h2 id="dua-waktu" className="sr-only">
              {t("band.title")}
            </h2>
            <CaseClocks kase={kase} />
          </section>
        </div>
        <aside className="flex flex-col gap-5 p-4 sm:px-6 lg:row-span-2 lg:border-l lg:border-line lg:bg-surface lg:px-4">
          <CaseNextSteps key={kase.id} kase={kase} />
          <CaseHints kase={kase} />
          <CaseRelay kase={kase} readerName={readerName} />
          <CaseFacts kase={kase} />
        </aside>
        <div className="flex min-w-0 flex-col gap-5 p-4 sm:px-6 lg:pr-5">
          <CarriedNotice kase={kase} />
          <CarriedAnswer kase={kase} />
          <CaseProposal kase={kase} />
          <CaseAnswer kase={kase} />
          <section aria-labelledby="uraian">
            <SectionHeader id="uraian" title={t("description")} className="mb-1.5" />
            <p className="max-w-[76ch] text-body break-words whitespace-pre-line">
              {kase.description}
            </p>
          </section>
          <CaseReferrals kase={kase} />
          {files}
          <CaseTasks kase={kase} />
          <RelatedCases kase={kase} />
          <div className="grid gap-x-6 gap-y-5 xl:grid-cols-[minmax(0,1.18fr)_minmax(0,1fr)]">
            <CaseNotes kase={kase} />
            <CaseTimeline kase={kase} />
          </div>
        </div>
      </div>
    </article>
  );
}

/** What somebody else did while this page stood open, said politely. */
function News({ kase, readerName }: { kase: CaseDetail; readerName: string }) {
  const t = useTranslations("case");
  const words = useTimelineWords(kase);
  const news = useNews(kase.timeline, readerName);
  const text = news ? t("updatedBy", { what: words.sentence(news) }) : "";
  return (
    <p
      role="status"
      className={
        text ? "border-b border-info-line bg-info-soft px-4 py-1.5 text-meta text-info sm:px-6" : ""
      }
    >
      {text}
    </p>
  );
}

function CaseLoading() {
  const t = useTranslations("case");
  return (
    <div className="min-h-full bg-surface">
      <h1 className="sr-only">{t("loading")}</h1>
      <SkeletonRows rows={8} label={t("loading")} slow={t("slow")} />
    </div>
  );
}

/** Also an address that is no id: for the reader there is no such case. */
function isGone(error: unknown): boolean {
  const { httpStatus, code } = callFailure(error);
  return httpStatus === 404 || httpStatus === 403 || code === "INPUT_INVALID";
}

interface CaseFailedProps {
  readonly error: unknown;
  readonly isRetrying: boolean;
  readonly mayBreakGlass: boolean;
  readonly onRetry: () => void;
}

function CaseFailed(props: CaseFailedProps) {
  const t = useTranslations("case");
  const { requestId } = callFailure(props.error);
  if (isGone(props.error)) {
    return (
      <EmptyState
        level={2}
        title={t("missing.title")}
        actions={
          <>
            <ButtonLink href="/antrean" tone="primary">
              {t("missing.back")}
            </ButtonLink>
            {props.mayBreakGlass ? (
              <ButtonLink href="/buka-darurat">{t("missing.glass")}</ButtonLink>
            ) : null}
          </>
        }
      >
        {t("missing.text")}
      </EmptyState>
    );
  }
  return (
    <ErrorState
      title={t("failed.title")}
      retryLabel={t("failed.retry")}
      onRetry={props.onRetry}
      retrying={props.isRetrying}
      code={requestId ? t("failed.code", { code: requestId }) : undefined}
    >
      {t("failed.text")}
    </ErrorState>
  );
}
