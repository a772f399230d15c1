"use client";

import { KeyValueList } from "@rembuk/ui/key-value";
import { Panel } from "@rembuk/ui/panel";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import type { CaseDetail } from "../case-data";

/** Outcome and the three fields of an answer. */
export function AnswerFields(props: {
  outcome: CaseDetail["outcome"];
  answer: NonNullable<CaseDetail["answer"]>;
}) {
  const { answer } = props;
  const t = useTranslations("case.answer");
  const outcome = useTranslations("case.outcome");
  return (
    <KeyValueList
      entries={[
        {
          key: "outcome",
          label: t("outcome"),
          value: props.outcome === null ? "–" : <b>{outcome(props.outcome)}</b>,
        },
        { key: "response", label: t("response"), value: answer.response },
        { key: "solution", label: t("solution"), value: answer.solution },
        { key: "followUp", label: t("followUp"), value: answer.followUp },
      ]}
    />
  );
}

/** The answer in its three fields, with the outcome; nothing until the case is resolved. */
export function CaseAnswer({ kase }: { kase: CaseDetail }) {
  const t = useTranslations("case.answer");
  const { longDateTime } = useFormat(kase.calendar.zone);
  if (kase.answer === null) return null;
  return (
    <Panel
      id="jawaban"
      tone="brand"
      title={t("title")}
      note={kase.resolvedAt ? t("on", { date: longDateTime(kase.resolvedAt) }) : undefined}
    >
      <AnswerFields outcome={kase.outcome} answer={kase.answer} />
    </Panel>
  );
}
