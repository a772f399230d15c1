"use client";

import { KeyValueList } from "@rembuk/ui/key-value";
import { SectionHeader } from "@rembuk/ui/section-header";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "@/components/office-zone";
import type { CaseDetail } from "../case-data";
import { useCaseWords } from "../wording/use-case-words";
import { RevealReporter } from "./reveal-reporter";

type Fact = { key: string; label: string; value: ReactNode };

const fact = (key: string, label: string, value: ReactNode): Fact[] =>
  value === null || value === "" ? [] : [{ key, label, value }];

/** Who, what and until when, in pairs. */
export function CaseFacts({ kase }: { kase: CaseDetail }) {
  const t = useTranslations("case.facts");
  const channel = useTranslations("case.channel");
  const kind = useTranslations("case.kind");
  const { holder } = useCaseWords();
  const { longDate, longDateTime, shortDateTime } = useFormat(kase.calendar.zone);
  const isOpen = kase.closedAt === null;
  const isUnowned = isOpen && kase.responsibleName === null && kase.holder.kind !== "sector";
  const entries = [
    ...fact("reporter", t("reporter"), kase.reporter ? <Reporter kase={kase} /> : null),
    ...fact("holder", t("holder"), isOpen ? holder(kase.holder, kase.village.name) : null),
    ...fact(
      "responsible",
      t("responsible"),
      isUnowned ? (
        <span className="font-semibold text-bad">{t("unowned")}</span>
      ) : (
        (kase.responsibleName ?? null)
      ),
    ),
    ...fact("reported", t("reported"), kase.reportedUnit?.name ?? null),
    ...fact("category", t("category"), kase.category.name),
    ...fact("kind", t("kind"), kind(kase.kind)),
    ...fact("due", t("due"), longDate(kase.total.dueAt)),
    ...fact("stageDue", t("stageDue"), isOpen ? longDate(kase.stage.dueAt) : null),
    ...fact(
      "received",
      t("received"),
      `${channel(kase.channel)}, ${longDateTime(kase.receivedAt)}`,
    ),
    ...fact("enteredBy", t("enteredBy"), kase.enteredByName),
    ...fact(
      "followUp",
      t("followUp"),
      kase.firstFollowUpAt === null ? null : shortDateTime(kase.firstFollowUpAt),
    ),
    ...fact("evidence", t("evidence"), kase.category.requiredEvidence),
  ];
  return (
    <section aria-labelledby="ringkas">
      <SectionHeader id="ringkas" level={2} title={t("title")} className="mb-2" />
      <KeyValueList entries={entries} labelWidth={122} />
      {kase.mayReveal ? <p className="mt-3 text-meta text-text-2">{t("privacy")}</p> : null}
    </section>
  );
}

/** The name as far as the reader may see it, and a way to more for a stated purpose. */
function Reporter({ kase }: { kase: CaseDetail }) {
  const { reporter } = kase;
  if (reporter === null) return null;
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <span>
        {reporter.name ?? reporter.maskedName}
        {reporter.capacity ? `, ${reporter.capacity}` : ""}
      </span>
      {kase.mayReveal ? (
        <RevealReporter caseId={kase.id} isNameOpen={reporter.name !== null} />
      ) : null}
    </span>
  );
}
