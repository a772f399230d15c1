"use client";

import { isAtWork } from "@rembuk/domain/onboarding/model";
import { Notice } from "@rembuk/ui/notice";
import { LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { useErrorWording } from "@/lib/use-error-wording";
import type { Import, Onboarding } from "../onboarding-data";
import { ImportActs } from "./import-acts";
import { ImportFindings } from "./import-findings";

interface ImportCardProps {
  item: Import;
  page: Onboarding;
}

/** One register: where it stands, what the dry run found, and what can be done with it. */
export function ImportCard({ item, page }: ImportCardProps) {
  const t = useTranslations("onboarding.register");
  const wording = useErrorWording();
  const { shortDateTime, number } = useFormat();
  const counts = { made: number(item.casesMade), leftOut: number(item.rowsLeftOut) };
  return (
    <section
      aria-label={t("one", { when: shortDateTime(item.requestedAt) })}
      className="flex flex-col gap-3 rounded-r3 border border-line p-3"
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
      {item.findings && item.status !== "undone" ? (
        <ImportFindings item={item} findings={item.findings} page={page} />
      ) : null}
      <ImportActs item={item} />
    </section>
  );
}

function Progress({ item }: { item: Import }) {
  const t = useTranslations("onboarding.register");
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
