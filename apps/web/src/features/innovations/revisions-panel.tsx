"use client";

import { Button } from "@rembuk/ui/button";
import { Chip } from "@rembuk/ui/chip";
import { Field } from "@rembuk/ui/field";
import { Panel } from "@rembuk/ui/panel";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "@/components/office-zone";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import type { ShownInnovation } from "./innovation-data";
import { useInnovationAct } from "./use-innovation-act";

type Revision = ShownInnovation["revisions"][number];

/** What the verifier asked for, at its place, and what was answered. */
export function RevisionsPanel({ innovation }: { innovation: ShownInnovation }) {
  const t = useTranslations("innovations");
  const { shortDate } = useFormat();
  const [open, setOpen] = useState<Revision | null>(null);
  if (innovation.revisions.length === 0) return null;
  return (
    <Panel id="perbaikan" title={t("revisions.title")} flush>
      <ul className="divide-y divide-line">
        {innovation.revisions.map((one) => (
          <li key={one.id} className="flex flex-col items-start gap-1 px-3 py-2.5 text-14">
            <span className="flex flex-wrap items-center gap-2">
              <b className="font-semibold">{t(`fields.${one.field}`)}</b>
              <Chip tone={one.answer === null ? "warn" : "ok"}>
                {t(one.answer === null ? "revisions.open" : "revisions.answered")}
              </Chip>
              <span className="text-12 text-text-2">{shortDate(one.askedAt)}</span>
            </span>
            <p className="break-words">{one.note}</p>
            {one.answer === null ? null : (
              <p className="text-text-2 break-words">
                {t("revisions.answer", { text: one.answer })}
              </p>
            )}
            {one.answer === null && innovation.mayEditTexts ? (
              <Button
                size="small"
                aria-label={t("revisions.answerOf", { what: t(`fields.${one.field}`) })}
                onClick={() => setOpen(one)}
              >
                {t("revisions.give")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {open ? (
        <AnswerDialog innovation={innovation} revision={open} onClose={() => setOpen(null)} />
      ) : null}
    </Panel>
  );
}

function AnswerDialog({
  innovation: { id: innovationId, version },
  revision,
  onClose,
}: {
  innovation: ShownInnovation;
  revision: Revision;
  onClose: () => void;
}) {
  const t = useTranslations("innovations");
  const [answer, setAnswer] = useState("");
  const act = useInnovationAct({
    run: (innovations, clientActionId) =>
      innovations.answerRevision.mutate({
        ...{ clientActionId, innovationId, version, answer },
        revisionId: revision.id,
      }),
    done: t("revisions.done"),
    onDone: onClose,
  });
  return (
    <ActDialog
      title={t("revisions.give")}
      subject={t(`fields.${revision.field}`)}
      text={revision.note}
      sendLabel={t("revisions.send")}
      size="small"
      isSending={act.isSending}
      failure={act.failure}
      errors={[]}
      attempt={0}
      onSend={() => {
        if (answer.trim().length >= 3) act.send();
      }}
      onClose={onClose}
    >
      <Field label={t("revisions.what")} hint={t("revisions.whatHint")}>
        <Textarea
          rows={4}
          maxLength={1_000}
          value={answer}
          onChange={(event) => setAnswer(event.target.value)}
        />
      </Field>
    </ActDialog>
  );
}
