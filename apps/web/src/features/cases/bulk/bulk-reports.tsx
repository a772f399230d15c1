"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { Button } from "@rembuk/ui/button";
import { Notice } from "@rembuk/ui/notice";
import { useTranslations } from "next-intl";
import { useErrorWording } from "@/lib/use-error-wording";
import { type BulkReport, useBulks } from "./bulk-windows";

/** Batches that ended with refusals: each case by its number and reason, until it was read. */
export function BulkReports() {
  const { reports } = useBulks();
  return reports.map((report) => <Report key={report.batchId} report={report} />);
}

function Report({ report }: { report: BulkReport }) {
  const t = useTranslations("bulk");
  const wording = useErrorWording();
  const { acknowledge } = useBulks();
  const { act, count, refused, batchId } = report;
  return (
    <div className="border-b border-line p-3">
      <Notice
        tone="warn"
        live
        title={t(`partly.${act}`, { done: count - refused.length, refused: refused.length })}
      >
        <ul className="mt-1 flex flex-col gap-0.5">
          {refused.map((one) => (
            <li key={one.caseId}>
              <AppLink href={`/kasus/${one.caseId}`} className="font-mono text-12">
                {one.number}
              </AppLink>{" "}
              {wording(one.code)}
            </li>
          ))}
        </ul>
        <Button size="small" className="mt-2" onClick={() => acknowledge(batchId)}>
          {t("read")}
        </Button>
      </Notice>
    </div>
  );
}
