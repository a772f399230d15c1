"use client";

import { KeyValueList } from "@rembuk/ui/key-value";
import { Panel } from "@rembuk/ui/panel";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import type { CaseDetail } from "../case-data";

/** The answer in its three fields, with the outcome; nothing until the case is resolved. */
export function CaseAnswer({ kase }: { kase: CaseDetail }) {
  const t = useTranslations("case.answer");
  const outcome = useTranslations("case.outcome");
  const { longDateTime } = useFormat(kase.calendar.zone);
  if (kase.answer === null) return null;
  return (
    <Panel
      id="jawaban"
      tone="brand"
      title={t("title")}
      note={kase.resolvedAt ? t("on", { date: longDateTime(kase.resolvedAt) }) : undefined}
    >
      <KeyValueList
        entries={[
          {
            key: "outcome",
            label: t("outcome"),
            value: kase.outcome === null ? "–" : <b>{outcome(kase.outcome)}</b>,
          },
          { key: "response", label: t("response"), value: kase.answer.response },
          { key: "solution", label: t("solution"), value: kase.answer.solution },
          { key: "followUp", label: t("followUp"), value: kase.answer.followUp },
        ]}
      />
    </Panel>
  );
}
