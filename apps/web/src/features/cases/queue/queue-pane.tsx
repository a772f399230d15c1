"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { ButtonLink } from "@rembuk/ui/button";
import { Chip } from "@rembuk/ui/chip";
import { IconButton, IconLink } from "@rembuk/ui/icon-button";
import { ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { ChevronDown, ChevronUp, Expand, Lock, MapPin } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useCallback, useEffect, useState } from "react";
import type { CaseAct } from "@/components/shortcuts/shortcut-table";
import { useLatest } from "@/lib/use-latest";
import { CaseNextSteps } from "../actions/case-next-steps";
import { CaseChips } from "../case/case-chips";
import { CaseClocks } from "../case/case-clocks";
import { CaseFacts } from "../case/case-facts";
import { CasePresence } from "../case/case-presence";
import { useCase } from "../case/use-case";
import type { CaseDetail } from "../case-data";
import type { QueueItem } from "./queue-cells";

interface QueuePaneProps {
  row: QueueItem;
  at: number;
  of: number;
  onMove: (step: number) => void;
  onAct: (act: CaseAct) => void;
}

/** The chosen case beside the list: clocks, next steps, what it is about. */
export function QueuePane(props: QueuePaneProps) {
  const { row } = props;
  const t = useTranslations("queue.pane");
  const id = useRested(row.id);
  const latest = useLatest(props.onAct);
  const onAct = useCallback((act: CaseAct) => latest.current(act), [latest]);
  return (
    <aside aria-label={t("label")} className="flex min-h-0 flex-col overflow-y-auto">
      <PaneHead {...props} />
      {row.isSecret ? <SecretNotice row={row} /> : <PaneBody key={id} caseId={id} onAct={onAct} />}
    </aside>
  );
}

const REST_MS = 120;

/** Follows the chosen row once the keys rest, so that running through asks for nothing. */
function useRested(id: string): string {
  const [rested, setRested] = useState(id);
  useEffect(() => {
    const timer = setTimeout(() => setRested(id), REST_MS);
    return () => clearTimeout(timer);
  }, [id]);
  return rested;
}

function PaneHead({ row, at, of, onMove }: QueuePaneProps) {
  const t = useTranslations("queue.pane");
  return (
    <header className="border-b border-line px-4 pt-2 pb-3">
      <div className="flex items-center gap-1 text-12 text-text-2">
        <span className="font-mono">{row.number}</span>
        <span className="ml-auto">{t("position", { at: at + 1, of })}</span>
        <IconButton
          size="small"
          label={t("previous")}
          icon={<ChevronUp size={16} aria-hidden />}
          onClick={() => onMove(-1)}
        />
        <IconButton
          size="small"
          label={t("next")}
          icon={<ChevronDown size={16} aria-hidden />}
          onClick={() => onMove(1)}
        />
        <IconLink
          href={`/kasus/${row.id}`}
          label={t("open")}
          icon={<Expand size={15} aria-hidden />}
        />
      </div>
      <h2 className="text-18 font-bold tracking-[-0.01em] text-balance">
        <AppLink href={`/kasus/${row.id}`} className="text-text no-underline hover:underline">
          {row.title}
        </AppLink>
      </h2>
    </header>
  );
}

/** Reading a secret case is recorded, so nothing of it is read in passing. */
function SecretNotice({ row }: { row: QueueItem }) {
  const t = useTranslations("queue.pane");
  return (
    <div className="flex flex-col items-start gap-2 p-4">
      <Chip tone="secret" icon={<Lock size={12} aria-hidden />}>
        {t("secretTitle")}
      </Chip>
      <p className="text-body text-text-2">{t("secretText")}</p>
      <ButtonLink href={`/kasus/${row.id}`} tone="primary">
        {t("secretOpen")}
      </ButtonLink>
    </div>
  );
}

/** Stays as it is while the keys run through the list. */
const PaneBody = memo(function PaneBody(props: { caseId: string; onAct: (act: CaseAct) => void }) {
  const { caseId, onAct } = props;
  const t = useTranslations("case");
  const query = useCase(caseId);
  if (query.data) return <PaneCase kase={query.data} onAct={onAct} />;
  if (query.isPending) return <SkeletonRows rows={5} label={t("loading")} slow={t("slow")} />;
  return (
    <ErrorState
      takeFocus={false}
      title={t("failed.title")}
      retryLabel={t("failed.retry")}
      onRetry={() => void query.refetch()}
      retrying={query.isFetching}
    >
      {t("failed.text")}
    </ErrorState>
  );
});

function PaneCase({ kase, onAct }: { kase: CaseDetail; onAct: (act: CaseAct) => void }) {
  return (
    <>
      <div className="flex flex-wrap gap-1.5 px-4 pt-3">
        <CaseChips kase={kase} />
        <Chip icon={<MapPin size={12} aria-hidden />}>
          {[kase.village.name, kase.village.within].filter(Boolean).join(", ")}
        </Chip>
      </div>
      <div className="px-4 pt-2 empty:hidden">
        <CasePresence caseId={kase.id} />
      </div>
      <div className="border-b border-line px-4 py-3">
        <CaseClocks kase={kase} compact />
      </div>
      <div className="border-b border-line p-4">
        <CaseNextSteps kase={kase} level={3} onAct={onAct} />
      </div>
      <div className="flex flex-col gap-3 p-4">
        <p className="text-body break-words whitespace-pre-line">{kase.description}</p>
        <CaseFacts kase={kase} />
      </div>
    </>
  );
}
