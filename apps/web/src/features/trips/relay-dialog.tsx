"use client";

import { Field } from "@rembuk/ui/field";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import { useToday } from "@/features/people/use-appointment";
import type { OutreachRow } from "./trip-data";
import { tripField } from "./trip-problems";
import { useTripAct } from "./use-trip-act";

/** The village passed it on: how, and when. */
export function RelayDialog({ row, onClose }: { row: OutreachRow; onClose: () => void }) {
  const t = useTranslations("outreach");
  const [how, setHow] = useState("");
  const [relayedOn, setDay] = useState(useToday());
  const [attempt, setAttempt] = useState(0);
  const missing = [
    ...(how.trim().length < 5 ? (["how"] as const) : []),
    ...(relayedOn === "" ? (["relayedOn"] as const) : []),
  ];
  const shown = attempt > 0 ? missing : [];
  const act = useTripAct({
    run: (trips, clientActionId) =>
      trips.relayOutreach.mutate({ clientActionId, outreachId: row.id, how, relayedOn }),
    done: t("relayDone"),
    onDone: onClose,
  });
  const errorOf = (field: "how" | "relayedOn") =>
    shown.includes(field) ? t(`missing.${field}`) : undefined;
  return (
    <ActDialog
      size="small"
      title={t("relay")}
      subject={row.topic}
      text={t("relayText")}
      sendLabel={t("relay")}
      isSending={act.isSending}
      failure={act.failure}
      errors={shown.map((field) => ({
        fieldId: tripField(field),
        message: t(`missing.${field}`),
      }))}
      attempt={attempt}
      onSend={() => {
        setAttempt((before) => before + 1);
        if (missing.length === 0) act.send();
      }}
      onClose={onClose}
    >
      <Field id={tripField("how")} label={t("field.how")} error={errorOf("how")}>
        <TextInput value={how} maxLength={300} onChange={(event) => setHow(event.target.value)} />
      </Field>
      <Field
        id={tripField("relayedOn")}
        label={t("field.relayedOn")}
        error={errorOf("relayedOn")}
        className="max-w-56"
      >
        <TextInput type="date" value={relayedOn} onChange={(event) => setDay(event.target.value)} />
      </Field>
    </ActDialog>
  );
}
