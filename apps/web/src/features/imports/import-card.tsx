"use client";

import { type ImportKind, isAtWork } from "@rembuk/domain/onboarding/model";
import { Notice } from "@rembuk/ui/notice";
import { LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "@/components/office-zone";
import { useErrorWording } from "@/lib/use-error-wording";
import { ImportActs } from "./import-acts";
import type { SentWorkbook } from "./import-data";

interface ImportCardProps {
  item: SentWorkbook;
  kind: ImportKind;
  /** What the dry run found. */
  children: ReactNode;
}

/** One workbook: where it stands, what the dry run found, and what can be done with it. */
export function ImportCard({ item, kind, children }: ImportCardProps) {
  const t = useTranslations("imports");
  const wording = useErrorWording();
  const { shortDateTime, number } = useFormat();
  const counts = { kind, made: number(item.made), leftOut: number(item.rowsLeftOut) };
  return (
    <section
      aria-label={t("one", { when: shortDateTime(item.requestedAt) })}
      className="flex flex-col gap-3 rounded-r3 border border-line bg-surface p-3"
    >
      <div role="status">
        <p className="flex items-center gap-1.5 font-semibold">
          {isAtWork(item.status) ? (
            <LoaderCircle size={16} aria-hidden className="text-brand motion-safe:animate-spin" />
          ) : null}
          {t(`status.${item.status}`, counts)}
        </p>
        <p className="text-12 text-text-2">
          {t("sent", { when: shortDateTime(item.requestedAt) })}
        </p>
      </div>
      {item.status === "running" ? <Progress item={item} /> : null}
      {item.failure ? (
        <Notice tone="bad">
          {wording(item.failure)}
          {item.failureCell ? ` ${t("failedAt", { cell: item.failureCell })}` : null}
        </Notice>
      ) : null}
      {item.status === "undone" ? null : children}
      <ImportActs item={item} kind={kind} />
    </section>
  );
}

function Progress({ item }: { item: SentWorkbook }) {
  const t = useTranslations("imports");
  const { number } = useFormat();
  const words = t("progress", { done: number(item.rowsDone), total: number(item.rowsTotal) });
  return (
    <p className="flex flex-wrap items-center gap-2 text-12 text-text-2">
      <progress
        value={item.rowsDone}
        max={item.rowsTotal}
        aria-label={words}
        className="h-2 w-48 accent-brand"
      />
      {words}
    </p>
  );
}
