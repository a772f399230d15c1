"use client";

import { Button } from "@rembuk/ui/button";
import { buttonLook } from "@rembuk/ui/button-look";
import { Notice } from "@rembuk/ui/notice";
import { Download, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { useErrorWording } from "@/lib/use-error-wording";
import { isRunning, type Paper, type PaperKind, paperHref } from "./papers-data";
import { useCancelPaper, usePapers } from "./use-papers";

/** What was asked for of one kind: how far it is, why it failed, and the way to the file. */
export function PaperList({ kind }: { kind: PaperKind }) {
  const t = useTranslations("papers");
  const papers = usePapers();
  const own = papers.data?.filter((paper) => paper.kind === kind) ?? [];
  return (
    <section aria-label={t("list")} className="mt-4 border-t border-line pt-3">
      <h3 className="text-control font-bold">{t("list")}</h3>
      {papers.error ? (
        <Notice tone="bad" live className="mt-2">
          {t("failedList")}
        </Notice>
      ) : null}
      {papers.data && own.length === 0 ? (
        <p className="mt-1 text-control text-text-2">{t("none")}</p>
      ) : null}
      <ul className="divide-y divide-line" aria-live="polite">
        {own.slice(0, 5).map((paper) => (
          <PaperRow key={paper.id} paper={paper} />
        ))}
      </ul>
    </section>
  );
}

function PaperRow({ paper }: { paper: Paper }) {
  const t = useTranslations("papers");
  const wording = useErrorWording();
  const { shortDateTime } = useFormat();
  const cancel = useCancelPaper();
  const href = paperHref(paper);
  const until = paper.keptUntil ? shortDateTime(paper.keptUntil) : "";
  const failure = paper.failure ? ` · ${wording(paper.failure)}` : "";
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 py-2.5">
      <div className="min-w-0 flex-1 basis-56">
        <p
          className={`flex items-center gap-1.5 font-semibold ${paper.status === "failed" ? "text-bad" : ""}`}
        >
          {isRunning(paper) ? (
            <LoaderCircle size={16} aria-hidden className="text-brand motion-safe:animate-spin" />
          ) : null}
          {t(`status.${paper.status}`, { until })}
          {failure}
        </p>
        <p className="text-12 text-text-2">
          {t("requested", { when: shortDateTime(paper.requestedAt) })}
          {paper.status === "ready" ? ` · ${t("number", { number: paper.number })}` : ""}
        </p>
        {paper.status === "making" && paper.rowsTotal ? <Progress paper={paper} /> : null}
      </div>
      {isRunning(paper) ? (
        <Button
          size="small"
          pending={cancel.isPending}
          pendingLabel={t("cancel")}
          onClick={() => cancel.mutate(paper.id)}
        >
          {t("cancel")}
        </Button>
      ) : null}
      {href ? (
        <a href={href} download className={buttonLook("primary", "small")}>
          <Download size={16} aria-hidden />
          {t("download")}
        </a>
      ) : null}
    </li>
  );
}

function Progress({ paper }: { paper: Paper }) {
  const t = useTranslations("papers");
  const { number } = useFormat();
  const total = paper.rowsTotal ?? 0;
  const words = t("progress", { done: number(paper.rowsDone), total: number(total) });
  return (
    <p className="mt-1 flex items-center gap-2 text-12 text-text-2">
      <progress
        value={paper.rowsDone}
        max={total}
        aria-label={words}
        className="h-2 w-40 accent-brand"
      />
      {words}
    </p>
  );
}
