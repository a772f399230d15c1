"use client";

import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import { useToday } from "@/features/people/use-appointment";
import { useTRPC } from "@/lib/trpc";
import {
  type MeetingEntry,
  meetingField,
  meetingProblems,
  newAttendee,
  newDecision,
  toCommand,
} from "./meeting-entry";
import { AttendeeLines, DecisionLines } from "./meeting-lines";
import { useMeetingAct } from "./use-meeting-act";

interface DialogProps {
  subdistrictCode: string;
  onClose: () => void;
}

/** Writes down a meeting that was held. */
export function MeetingDialog({ subdistrictCode, onClose }: DialogProps) {
  const t = useTranslations("meetings");
  const today = useToday();
  const [attempt, setAttempt] = useState(0);
  const [entry, setEntry] = useState<MeetingEntry>(() => ({
    ...{ subdistrictCode, sectorCode: "KASI_KESSOS", programYear: today.slice(0, 4) },
    ...{ decreeId: "", subject: "", heldOn: today, place: "", chair: "", minutes: "" },
    ...{ attendees: [newAttendee()], decisions: [newDecision()] },
  }));
  const change = (part: Partial<MeetingEntry>) => setEntry((before) => ({ ...before, ...part }));
  const problems = meetingProblems(entry);
  const act = useMeetingAct({
    run: (meetings, clientActionId) => meetings.record.mutate(toCommand(entry, clientActionId)),
    done: t("recorded"),
    onDone: onClose,
  });
  const errorOf = (field: string) =>
    attempt > 0 && problems.includes(field)
      ? t(`problems.${field}` as "problems.place")
      : undefined;
  return (
    <ActDialog
      title={t("add")}
      subject={t("title")}
      text={t("addText")}
      sendLabel={t("send")}
      size="large"
      isSending={act.isSending}
      failure={act.failure}
      errors={
        attempt > 0
          ? problems.map((field) => ({
              fieldId: meetingField(field),
              message: errorOf(field) ?? "",
            }))
          : []
      }
      attempt={attempt}
      onSend={() => {
        setAttempt((before) => before + 1);
        if (problems.length === 0) act.send();
      }}
      onClose={onClose}
    >
      <MeetingFields entry={entry} errorOf={errorOf} onChange={change} />
      <AttendeeLines
        attendees={entry.attendees}
        error={errorOf("attendees")}
        onChange={(attendees) => change({ attendees })}
      />
      <Field id={meetingField("minutes")} label={t("fields.minutes")} error={errorOf("minutes")}>
        <Textarea
          rows={6}
          maxLength={8000}
          value={entry.minutes}
          onChange={(event) => change({ minutes: event.target.value })}
        />
      </Field>
      <DecisionLines
        decisions={entry.decisions}
        error={errorOf("decisions")}
        onChange={(decisions) => change({ decisions })}
      />
    </ActDialog>
  );
}

interface FieldsProps {
  entry: MeetingEntry;
  errorOf: (field: string) => string | undefined;
  onChange: (part: Partial<MeetingEntry>) => void;
}

const plain = ["subject", "heldOn", "place", "chair", "programYear"] as const;

function MeetingFields({ entry, errorOf, onChange }: FieldsProps) {
  const t = useTranslations("meetings");
  const trpc = useTRPC();
  const { subdistrictCode } = entry;
  const sectors = useQuery(trpc.areas.sectors.queryOptions());
  const decrees = useQuery(trpc.trips.decrees.queryOptions({ subdistrictCode }));
  const field = (name: (typeof plain)[number]) => (
    <Field key={name} id={meetingField(name)} label={t(`fields.${name}`)} error={errorOf(name)}>
      <TextInput
        type={name === "heldOn" ? "date" : "text"}
        inputMode={name === "programYear" ? "numeric" : undefined}
        maxLength={name === "programYear" ? 4 : 200}
        value={entry[name]}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    </Field>
  );
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {plain.map(field)}
      <Field id={meetingField("sectorCode")} label={t("fields.sectorCode")}>
        <Select
          value={entry.sectorCode}
          options={(sectors.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(event) => onChange({ sectorCode: event.target.value })}
        />
      </Field>
      <Field id={meetingField("decreeId")} label={t("fields.decreeId")}>
        <Select
          value={entry.decreeId}
          options={[
            { value: "", label: t("noDecree") },
            ...(decrees.data ?? []).map(({ id, number }) => ({ value: id, label: number })),
          ]}
          onChange={(event) => onChange({ decreeId: event.target.value })}
        />
      </Field>
    </div>
  );
}
