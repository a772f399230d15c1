"use client";

import { Field } from "@rembuk/ui/field";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import type { HandoverRow } from "./handover-data";
import { useHandoverAct } from "./use-handover-act";

/** A record that counts and may be wrong: it keeps the trip open until it is settled. */
export function DoubtDialog({ handover, onClose }: { handover: HandoverRow; onClose: () => void }) {
  const t = useTranslations("handovers.check");
  const words = useTranslations("handovers.review");
  const [reason, setReason] = useState("");
  const [attempt, setAttempt] = useState(0);
  const act = useHandoverAct({
    run: (handovers, clientActionId) =>
      handovers.verify.mutate({
        ...{ clientActionId, handoverId: handover.id, judgement: "disputed" },
        reason: reason.trim(),
      }),
    done: t("done"),
    onDone: onClose,
  });
  const isShort = reason.trim().length < 5;
  const error = attempt > 0 && isShort ? words("reasonMissing") : undefined;
  return (
    <ActDialog
      title={t("title")}
      subject={handover.person}
      text={words("kept")}
      sendLabel={t("send")}
      isSending={act.isSending}
      failure={act.failure}
      errors={error ? [{ fieldId: "ragu", message: error }] : []}
      attempt={attempt}
      onSend={() => {
        setAttempt(attempt + 1);
        if (!isShort) act.send();
      }}
      onClose={onClose}
    >
      <Field label={t("reason")} id="ragu" error={error}>
        <Textarea
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </ActDialog>
  );
}
