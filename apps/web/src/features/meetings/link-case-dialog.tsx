"use client";

import { linkActionCaseCommand } from "@rembuk/domain/meetings/commands";
import { Field } from "@rembuk/ui/field";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import type { MeetingActionRow } from "./meeting-data";
import { meetingField } from "./meeting-entry";
import { useMeetingAct } from "./use-meeting-act";

/** The case that a decision became, by the number that stands on it. */
export function LinkCaseDialog({
  action,
  onClose,
}: {
  action: MeetingActionRow;
  onClose: () => void;
}) {
  const t = useTranslations("meetings.action");
  const [number, setNumber] = useState("");
  const [attempt, setAttempt] = useState(0);
  const act = useMeetingAct({
    run: (meetings, clientActionId) =>
      meetings.linkActionCase.mutate({ clientActionId, actionId: action.id, number }),
    done: t("linked"),
    onDone: onClose,
  });
  const isMissing = !linkActionCaseCommand.shape.number.safeParse(number).success;
  const error = attempt > 0 && isMissing ? t("numberMissing") : undefined;
  return (
    <ActDialog
      title={t("link")}
      subject={action.decision}
      text={t("linkText")}
      sendLabel={t("link")}
      size="small"
      isSending={act.isSending}
      failure={act.failure}
      errors={error ? [{ fieldId: meetingField("number"), message: error }] : []}
      attempt={attempt}
      onSend={() => {
        setAttempt((before) => before + 1);
        if (!isMissing) act.send();
      }}
      onClose={onClose}
    >
      <Field id={meetingField("number")} label={t("number")} hint={t("numberHint")} error={error}>
        <TextInput
          mono
          maxLength={30}
          value={number}
          onChange={(event) => setNumber(event.target.value.trim())}
        />
      </Field>
    </ActDialog>
  );
}
