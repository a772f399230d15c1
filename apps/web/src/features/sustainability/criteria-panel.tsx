"use client";

import { Button } from "@rembuk/ui/button";
import { ErrorState, SkeletonRows } from "@rembuk/ui/list-states";
import { Panel } from "@rembuk/ui/panel";
import { useQuery } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { useTRPC } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { CriteriaDialog } from "./criteria-dialog";
import type { ShownCriteria } from "./criteria-entry";

/** What reviews of sustainability ask about, and what they asked before. */
export function CriteriaPanel() {
  const t = useTranslations("assessment.criteria");
  const words = useTranslations("assessment");
  const wording = useErrorWording();
  const [isOpen, setOpen] = useState(false);
  const list = useQuery(useTRPC().sustainability.criteria.queryOptions());
  const [current, ...earlier] = list.data ?? [];
  return (
    <Panel
      id="kriteria"
      title={t("title")}
      note={current ? t("version", { version: current.version }) : undefined}
      actions={
        current ? (
          <Button
            size="small"
            icon={<Pencil size={14} aria-hidden />}
            aria-haspopup="dialog"
            onClick={() => setOpen(true)}
          >
            {t("edit")}
          </Button>
        ) : null
      }
    >
      {list.error && !list.data ? (
        <ErrorState
          title={words("failed")}
          retryLabel={words("retry")}
          retrying={list.isFetching}
          onRetry={() => void list.refetch()}
        >
          {wording(callFailure(list.error).code)}
        </ErrorState>
      ) : null}
      {list.isPending ? <SkeletonRows label={words("loading")} slow={words("slow")} /> : null}
      {current ? (
        <>
          <SavedWhen one={current} />
          <CriteriaWords one={current} />
        </>
      ) : null}
      {earlier.map((one) => (
        <details key={one.version} className="mt-2 border-t border-line pt-2">
          <summary className="inline-flex min-h-(--target-min) cursor-pointer items-center text-13 font-semibold text-brand underline underline-offset-[3px]">
            {t("earlier", { version: one.version })}
          </summary>
          <SavedWhen one={one} />
          <CriteriaWords one={one} />
        </details>
      ))}
      {isOpen && current ? (
        <CriteriaDialog current={current} onClose={() => setOpen(false)} />
      ) : null}
    </Panel>
  );
}

function SavedWhen({ one: { savedAt, savedByName } }: { one: ShownCriteria }) {
  const t = useTranslations("assessment.criteria");
  const { shortDate } = useFormat();
  const day = shortDate(savedAt);
  return (
    <p className="mb-2 text-13 text-text-2">
      {savedByName ? t("since", { day, name: savedByName }) : t("shipped", { day })}
    </p>
  );
}

function CriteriaWords({ one: { criteria } }: { one: ShownCriteria }) {
  return (
    <ol className="flex list-decimal flex-col gap-1.5 pl-6 text-14">
      {criteria.map(({ code, name, question }) => (
        <li key={code} className="break-words">
          <b className="font-semibold">{name}</b> <span className="text-text-2">{question}</span>
        </li>
      ))}
    </ol>
  );
}
