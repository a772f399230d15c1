"use client";

import { Field } from "@rembuk/ui/field";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import type { QuarantinedRow } from "./handover-data";
import { useHandoverAct } from "./use-handover-act";

/** Let in, or set aside: both with the reason, both kept. */
export function QuarantineDialog({
  row,
  decision,
  onClose,
}: {
  row: QuarantinedRow;
  decision: "accepted" | "set_aside";
  onClose: () => void;
}) {
  const t = useTranslations("handovers.quarantine");
  const [reason, setReason] = useState("");
  const [attempt, setAttempt] = useState(0);
  const act = useHandoverAct({
    run: (handovers, clientActionId) =>
      handovers.decideQuarantined.mutate({
        ...{ clientActionId, recordId: row.id, decision, reason: reason.trim() },
      }),
    done: t(`done.${decision}`),
    onDone: onClose,
  });
  const isShort = reason.trim().length < 5;
  const error = attempt > 0 && isShort ? t("reasonMissing") : undefined;
  const isAccepted = decision === "accepted";
  return (
    <ActDialog
      title={t(isAccepted ? "acceptTitle" : "setAsideTitle")}
      subject={t("from", { device: row.deviceLabel, who: row.ownerName })}
      text={t(isAccepted ? "acceptText" : "setAsideText")}
      sendLabel={t(isAccepted ? "accept" : "setAside")}
      isSending={act.isSending}
      failure={act.failure}
      errors={error ? [{ fieldId: "karantina", message: error }] : []}
      attempt={attempt}
      onSend={() => {
        setAttempt(attempt + 1);
        if (!isShort) act.send();
      }}
      onClose={onClose}
    >
      <Field label={t("reason")} id="karantina" error={error}>
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
