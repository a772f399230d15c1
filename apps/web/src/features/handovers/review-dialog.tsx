"use client";

import { type SettleChoice, settleChoices } from "@rembuk/domain/handovers/settling";
import { Field } from "@rembuk/ui/field";
import { RadioGrid } from "@rembuk/ui/radio-grid";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import type { HandoverRow } from "./handover-data";
import { HandoverEvidence } from "./handover-evidence";
import { HandoverFacts } from "./handover-facts";
import { useHandoverAct } from "./use-handover-act";

/** What was to happen, what counts, and what is held: a person says which of them did happen. */
export function ReviewDialog({
  held,
  against,
  onClose,
}: {
  held: HandoverRow;
  /** The record that stood when it came. */
  against: HandoverRow | null;
  onClose: () => void;
}) {
  const t = useTranslations("handovers.review");
  const because = useTranslations("handovers.because");
  const [choice, setChoice] = useState<SettleChoice | null>(null);
  const [reason, setReason] = useState("");
  const [attempt, setAttempt] = useState(0);
  const act = useHandoverAct({
    run: (handovers, clientActionId) =>
      handovers.settle.mutate({
        ...{ clientActionId, handoverId: held.id, reason: reason.trim() },
        choice: choice ?? "keep-standing",
      }),
    done: t("done"),
    onDone: onClose,
  });
  const missing = {
    choice: attempt > 0 && choice === null ? t("choiceMissing") : undefined,
    reason: attempt > 0 && reason.trim().length < 5 ? t("reasonMissing") : undefined,
  };
  const offered = settleChoices.filter(
    (one) => one !== "keep-both" || (against !== null && held.correctsId === null),
  );
  const label = (one: SettleChoice) => {
    if (against) return t(one);
    return t(one === "keep-standing" ? "refuse" : "accept");
  };
  const { person, due, unit, goods } = held;
  return (
    <ActDialog
      title={t("title")}
      subject={held.person}
      text={held.heldBecause ? because(held.heldBecause) : ""}
      sendLabel={t("send")}
      size="large"
      isSending={act.isSending}
      failure={act.failure}
      errors={Object.entries(missing).flatMap(([field, message]) =>
        message ? [{ fieldId: `tinjau-${field}`, message }] : [],
      )}
      attempt={attempt}
      onSend={() => {
        setAttempt(attempt + 1);
        if (choice !== null && reason.trim().length >= 5) act.send();
      }}
      onClose={onClose}
    >
      <p className="text-14 text-text-2">
        {due === null ? t("baseNone", { person }) : t("base", { person, due, unit, goods })}
      </p>
      <div className="grid gap-2.5 sm:grid-cols-2">
        {against ? <Side title={t("first")} handover={against} /> : null}
        <Side title={t("second")} handover={held} />
      </div>
      <Field label={t("choose")} group id="tinjau-choice" error={missing.choice}>
        <RadioGrid
          name="keputusan"
          columns={1}
          value={choice}
          options={offered.map((one) => ({ value: one, label: label(one) }))}
          onChange={(value) => setChoice(offered.find((one) => one === value) ?? null)}
        />
      </Field>
      <Field label={t("reason")} hint={t("reasonHint")} id="tinjau-reason" error={missing.reason}>
        <Textarea
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
      <p className="text-13 text-text-2">{t("kept")}</p>
    </ActDialog>
  );
}

function Side({ title, handover }: { title: string; handover: HandoverRow }) {
  return (
    <section className="flex min-w-0 flex-col gap-1.5 rounded-r2 border border-line-control p-3">
      <h3 className="text-14 font-semibold">{title}</h3>
      <HandoverFacts handover={handover} />
      <HandoverEvidence evidence={handover.evidence} />
    </section>
  );
}
