"use client";

import { isPublished, type OutreachMedium, outreachMedia } from "@rembuk/domain/trips/outreach";
import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import { useToday } from "@/features/people/use-appointment";
import {
  type OutreachEntry,
  type OutreachField,
  type OutreachVillage,
  outreachCommand,
  outreachProblems,
} from "./outreach-entry";
import { tripField } from "./trip-problems";
import { useTripAct } from "./use-trip-act";

/** Writes down a sosialisasi that was held. */
export function OutreachDialog(props: {
  villages: readonly OutreachVillage[];
  tripId: string | null;
  onClose: () => void;
}) {
  const { villages, tripId, onClose } = props;
  const t = useTranslations("outreach");
  const [entry, setEntry] = useState<OutreachEntry>({
    ...{ villageCode: villages[0]?.code ?? "", topic: "", place: "", heldOn: useToday() },
    ...{ medium: "in_person", link: "", team: "", attendance: "" },
  });
  const [attempt, setAttempt] = useState(0);
  const act = useTripAct({
    run: (trips, clientActionId) =>
      trips.recordOutreach.mutate(outreachCommand(entry, tripId, clientActionId)),
    done: t("recorded"),
    onDone: onClose,
  });
  const change = (part: Partial<OutreachEntry>) => setEntry((before) => ({ ...before, ...part }));
  const shown = attempt > 0 ? outreachProblems(entry) : [];
  const text = (field: Exclude<OutreachField, "villageCode" | "medium">, most: number) => (
    <Field
      id={tripField(field)}
      label={t(`field.${field}`)}
      hint={field === "attendance" ? t("attendanceHint") : undefined}
      error={shown.includes(field) ? t(`missing.${field}`) : undefined}
    >
      <TextInput
        type={field === "heldOn" ? "date" : "text"}
        inputMode={field === "attendance" ? "numeric" : undefined}
        value={entry[field]}
        maxLength={most}
        onChange={(event) => change({ [field]: event.target.value })}
      />
    </Field>
  );
  return (
    <ActDialog
      title={t("record")}
      subject={t("title")}
      text={t("recordText")}
      sendLabel={t("save")}
      isSending={act.isSending}
      failure={act.failure}
      errors={shown.map((field) => ({
        fieldId: tripField(field),
        message: t(`missing.${field}`),
      }))}
      attempt={attempt}
      onSend={() => {
        setAttempt((before) => before + 1);
        if (outreachProblems(entry).length === 0) act.send();
      }}
      onClose={onClose}
    >
      <Field id={tripField("villageCode")} label={t("field.villageCode")}>
        <Select
          value={entry.villageCode}
          options={villages.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(event) => change({ villageCode: event.target.value })}
        />
      </Field>
      {text("topic", 200)}
      {text("place", 200)}
      {text("heldOn", 10)}
      <Field id={tripField("medium")} label={t("field.medium")}>
        <Select
          value={entry.medium}
          options={outreachMedia.map((one) => ({ value: one, label: t(`medium.${one}`) }))}
          onChange={(event) => change({ medium: event.target.value as OutreachMedium })}
        />
      </Field>
      {isPublished(entry.medium) ? text("link", 500) : null}
      {text("team", 300)}
      {text("attendance", 6)}
    </ActDialog>
  );
}
