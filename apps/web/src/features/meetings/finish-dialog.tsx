"use client";

import { finishActionCommand } from "@rembuk/domain/meetings/commands";
import { Field } from "@rembuk/ui/field";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import { useToday } from "@/features/people/use-appointment";
import type { MeetingActionRow } from "./meeting-data";
import { meetingField } from "./meeting-entry";
import { useMeetingAct } from "./use-meeting-act";

/** Says what a decision came to, and on which day. */
export function FinishDialog({
  action,
  heldOn,
  onClose,
}: {
  action: MeetingActionRow;
  heldOn: string;
  onClose: () => void;
}) {
  const t = useTranslations("meetings.action");
  const today = useToday();
  const [words, setWords] = useState("");
  const [doneOn, setDoneOn] = useState(today);
  const [attempt, setAttempt] = useState(0);
  const act = useMeetingAct({
    run: (meetings, clientActionId) =>
      meetings.finishAction.mutate({ clientActionId, actionId: action.id, words, doneOn }),
    done: t("finished"),
    onDone: onClose,
  });
  const isMissing = !finishActionCommand.shape.words.safeParse(words).success;
  const error = attempt > 0 && isMissing ? t("wordsMissing") : undefined;
  return (
    <ActDialog
      title={t("finish")}
      subject={action.decision}
      text={t("finishText")}
      sendLabel={t("send")}
      isSending={act.isSending}
      failure={act.failure}
      errors={error ? [{ fieldId: meetingField("words"), message: error }] : []}
      attempt={attempt}
      onSend={() => {
        setAttempt((before) => before + 1);
        if (!isMissing) act.send();
      }}
      onClose={onClose}
    >
      <Field id={meetingField("words")} label={t("words")} error={error}>
        <Textarea
          maxLength={500}
          rows={3}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Field>
      <Field id={meetingField("doneOn")} label={t("doneOn")}>
        <TextInput
          type="date"
          min={heldOn}
          max={today}
          value={doneOn}
          onChange={(event) => setDoneOn(event.target.value)}
        />
      </Field>
    </ActDialog>
  );
}
