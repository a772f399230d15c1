"use client";

import { Field } from "@rembuk/ui/field";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Entitlement } from "./aid-data";
import { AidForm, aidControl } from "./aid-form";
import { useAidAct } from "./use-aid-act";

/** An entitlement that will not be served, with the reason that stays beside it. */
export function CancelDialog(props: { entitlement: Entitlement; onClose: () => void }) {
  const { entitlement, onClose } = props;
  const t = useTranslations("aid.entitlement");
  const [reason, setReason] = useState("");
  const [attempt, setAttempt] = useState(0);
  const isMissing = reason.trim().length < 5;
  const act = useAidAct({
    run: (aid, clientActionId) =>
      aid.cancelEntitlement.mutate({
        ...{ clientActionId, entitlementId: entitlement.id, version: entitlement.version },
        reason: reason.trim(),
      }),
    done: () => t("cancelled"),
    onDone: onClose,
  });
  const error = attempt > 0 && isMissing ? t("reasonMissing") : undefined;
  return (
    <AidForm
      size="small"
      title={t("cancelOf", { name: entitlement.residentName })}
      act={t("cancel")}
      pending={act.isSending}
      error={act.error}
      errors={error ? [{ fieldId: aidControl("reason"), message: error }] : []}
      attempt={attempt}
      onSend={() => {
        setAttempt((before) => before + 1);
        if (!isMissing) act.send();
      }}
      onClose={onClose}
    >
      <Field label={t("reason")} id={aidControl("reason")} error={error}>
        <Textarea
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </AidForm>
  );
}
