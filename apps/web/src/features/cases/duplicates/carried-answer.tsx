"use client";

import type { AnswerForReportCommand } from "@rembuk/domain/cases/commands";
import { Button } from "@rembuk/ui/button";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { Panel } from "@rembuk/ui/panel";
import { Textarea } from "@rembuk/ui/textarea";
import { useToast } from "@rembuk/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useFormat } from "@/components/office-zone";
import { useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import { AnswerFields } from "../case/case-answer";
import { useRefreshCase } from "../case/use-case";
import type { CaseDetail } from "../case-data";

type Word = { answer: "settled" } | { answer: "unsettled"; reason: string };

/** Sends the word on this report; its id is made once for what is on the screen. */
function useJudging(kase: CaseDetail, version: number, onDone: () => void) {
  const t = useTranslations("duplicates.carried.answer");
  const client = useTRPCClient();
  const toast = useToast();
  const refresh = useRefreshCase(kase.id);
  const [ids] = useState(() => ({ settled: crypto.randomUUID(), unsettled: crypto.randomUUID() }));
  return useMutation({
    mutationFn: (word: Word) => {
      const command: AnswerForReportCommand = {
        ...{ clientActionId: ids[word.answer], caseId: kase.id, version },
        ...word,
      };
      return client.cases.answerForReport.mutate(command);
    },
    onSuccess: async (_, { answer }) => {
      toast.show({ title: t(answer === "settled" ? "doneSettled" : "doneUnsettled") });
      onDone();
      await refresh();
    },
    onError: () => void refresh(),
  });
}

/** The answer to the case that carries this report and, for who made it, a word on it. */
export function CarriedAnswer({ kase }: { kase: CaseDetail }) {
  const t = useTranslations("duplicates.carried.answer");
  const { shortDate } = useFormat(kase.calendar.zone);
  const { carriedBy } = kase.related;
  if (!carriedBy?.answer) return null;
  const { answer, outcome, settledAt, judging } = carriedBy;
  return (
    <Panel id="jawaban-gabungan" tone="brand" title={t("title")}>
      <AnswerFields outcome={outcome} answer={answer} />
      {settledAt ? (
        <p className="mt-3 text-control text-text-2">
          {t("settledOn", { date: shortDate(settledAt) })}
        </p>
      ) : null}
      {judging ? (
        <Judging
          // Judged anew when the carrying case changes.
          key={judging.version}
          kase={kase}
          version={judging.version}
          isSettled={settledAt !== null}
        />
      ) : null}
    </Panel>
  );
}

function Judging(props: { kase: CaseDetail; version: number; isSettled: boolean }) {
  const t = useTranslations("duplicates.carried.answer");
  const wording = useErrorWording();
  const [isAsked, setAsked] = useState(false);
  const judging = useJudging(props.kase, props.version, () => setAsked(false));
  const isBusy = judging.isPending;
  return (
    <div className="mt-3 flex flex-col items-start gap-3 border-t border-line pt-3">
      {judging.error ? (
        <Notice tone="bad" live>
          {wording(callFailure(judging.error).code)}
        </Notice>
      ) : null}
      {isAsked ? (
        <UnsettledForm
          isBusy={isBusy}
          onSend={(reason) => judging.mutate({ answer: "unsettled", reason })}
          onBack={() => setAsked(false)}
        />
      ) : (
        <>
          <p className="text-control font-semibold">{t("ask")}</p>
          <p className="text-meta text-text-2">{t("note")}</p>
          <div className="flex flex-wrap gap-2">
            {props.isSettled ? null : (
              <Button
                tone="primary"
                pending={isBusy}
                pendingLabel={t("sending")}
                onClick={() => judging.mutate({ answer: "settled" })}
              >
                {t("settled")}
              </Button>
            )}
            <Button onClick={() => setAsked(true)}>{t("unsettled")}</Button>
          </div>
        </>
      )}
    </div>
  );
}

function UnsettledForm(props: {
  isBusy: boolean;
  onSend: (reason: string) => void;
  onBack: () => void;
}) {
  const t = useTranslations("duplicates.carried.answer");
  const [reason, setReason] = useState("");
  const [isChecked, setChecked] = useState(false);
  const words = reason.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (words && !props.isBusy) props.onSend(words);
  };
  return (
    <form noValidate onSubmit={submit} className="flex w-full flex-col gap-3">
      <Field
        label={t("reason")}
        hint={t("reasonHint")}
        error={isChecked && !words ? t("reasonMissing") : undefined}
      >
        <Textarea
          rows={3}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="primary" pending={props.isBusy} pendingLabel={t("sending")}>
          {t("send")}
        </Button>
        <Button onClick={props.onBack}>{t("back")}</Button>
      </div>
    </form>
  );
}
