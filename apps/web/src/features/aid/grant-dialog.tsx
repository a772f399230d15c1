"use client";

import { Field } from "@rembuk/ui/field";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { CycleDetail } from "./aid-data";
import { AidForm, aidControl } from "./aid-form";
import { useAidAct } from "./use-aid-act";

/** Approving all drafts at once: from one's own funds, else with the letter of who decided. */
export function GrantDialog(props: { detail: CycleDetail; onClose: () => void }) {
  const { detail, onClose } = props;
  const t = useTranslations("aid.entitlement");
  const [letterNumber, setLetterNumber] = useState("");
  const [attempt, setAttempt] = useState(0);
  const { open = 0, own = 0, asksLetter = false } = detail.approving ?? {};
  const isMissing = asksLetter && letterNumber.trim() === "";
  const act = useAidAct({
    run: (aid, clientActionId) =>
      aid.grantEntitlements.mutate({
        ...{ clientActionId, cycleId: detail.cycle.id },
        letterNumber: asksLetter ? letterNumber.trim() : null,
      }),
    done: ({ approved }) => t("granted", { count: approved }),
    onDone: onClose,
  });
  const error = attempt > 0 && isMissing ? t("letterMissing") : undefined;
  return (
    <AidForm
      size="small"
      title={t(asksLetter ? "record.title" : "grant.title", { count: open })}
      act={t(asksLetter ? "record.send" : "grant.send")}
      pending={act.isSending}
      error={act.error}
      errors={error ? [{ fieldId: aidControl("letterNumber"), message: error }] : []}
      attempt={attempt}
      onSend={() => {
        setAttempt((before) => before + 1);
        if (!isMissing) act.send();
      }}
      onClose={onClose}
    >
      <p className="text-14">{t(asksLetter ? "record.text" : "grant.text", { count: open })}</p>
      {own > 0 ? <p className="text-14 text-text-2">{t("ownLeft", { count: own })}</p> : null}
      {asksLetter ? (
        <Field label={t("letter")} id={aidControl("letterNumber")} error={error}>
          <TextInput
            value={letterNumber}
            maxLength={120}
            onChange={(event) => setLetterNumber(event.target.value)}
          />
        </Field>
      ) : null}
    </AidForm>
  );
}
