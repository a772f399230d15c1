"use client";

import type { EnrollmentAct } from "@rembuk/domain/aid/enrolling";
import { Field } from "@rembuk/ui/field";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { useToast } from "@rembuk/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import type { Enrollment } from "./aid-data";
import { AidForm, aidControl } from "./aid-form";

const dated: readonly EnrollmentAct[] = ["verify", "record"];

interface Entry {
  words: string;
  letterNumber: string;
  happenedOn: string;
}

const missingOf = (act: EnrollmentAct, entry: Entry): readonly (keyof Entry)[] => [
  ...(act === "record" && entry.letterNumber.trim() === "" ? (["letterNumber"] as const) : []),
  ...(dated.includes(act) && entry.happenedOn === "" ? (["happenedOn"] as const) : []),
  ...(entry.words.trim().length < 5 ? (["words"] as const) : []),
];

const commandOf = (act: EnrollmentAct, entry: Entry) => {
  const words = entry.words.trim();
  const { happenedOn, letterNumber } = entry;
  if (act === "record") return { act, words, happenedOn, letterNumber: letterNumber.trim() };
  return act === "verify" ? { act, words, happenedOn } : { act, words };
};

/** An act on an enrolment, with its words, and its day or letter where it has one. */
export function EnrollmentActDialog(props: {
  enrollment: Enrollment;
  act: EnrollmentAct;
  onClose: () => void;
}) {
  const { enrollment, act, onClose } = props;
  const t = useTranslations("aid");
  const toast = useToast();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [entry, setEntry] = useState<Entry>({ words: "", letterNumber: "", happenedOn: "" });
  const [attempt, setAttempt] = useState(0);
  const [clientActionId, setActionId] = useState(() => crypto.randomUUID());
  const settle = useMutation(trpc.aid.settle.mutationOptions());
  const change = (part: Partial<Entry>) => {
    setEntry((before) => ({ ...before, ...part }));
    // Another content is another act.
    setActionId(crypto.randomUUID());
  };
  const missing = attempt > 0 ? missingOf(act, entry) : [];
  const errorOf = (field: keyof Entry) =>
    missing.includes(field) ? t(`enrollment.missing.${field}`) : undefined;
  function send() {
    setAttempt((before) => before + 1);
    if (missingOf(act, entry).length > 0) return;
    const on = { clientActionId, enrollmentId: enrollment.id, version: enrollment.version };
    settle.mutate(
      { ...on, ...commandOf(act, entry) },
      {
        onSuccess: () => {
          toast.show({ title: t(`enrollment.done.${act}`) });
          void queries.invalidateQueries(trpc.aid.pathFilter());
          onClose();
        },
      },
    );
  }
  return (
    <AidForm
      size="small"
      title={`${t(`enrollment.act.${act}`)}: ${enrollment.residentName}`}
      act={t(`enrollment.act.${act}`)}
      pending={settle.isPending}
      error={settle.error}
      errors={missing.map((field) => ({
        fieldId: aidControl(field),
        message: t(`enrollment.missing.${field}`),
      }))}
      attempt={attempt}
      onSend={send}
      onClose={onClose}
    >
      {act === "record" ? (
        <Field
          label={t("enrollment.field.letterNumber")}
          id={aidControl("letterNumber")}
          error={errorOf("letterNumber")}
        >
          <TextInput
            value={entry.letterNumber}
            maxLength={120}
            onChange={(event) => change({ letterNumber: event.target.value })}
          />
        </Field>
      ) : null}
      {dated.includes(act) ? (
        <Field
          label={t(`enrollment.day.${act === "record" ? "record" : "verify"}`)}
          id={aidControl("happenedOn")}
          error={errorOf("happenedOn")}
        >
          <TextInput
            type="date"
            value={entry.happenedOn}
            onChange={(event) => change({ happenedOn: event.target.value })}
          />
        </Field>
      ) : null}
      <Field label={t(`enrollment.words.${act}`)} id={aidControl("words")} error={errorOf("words")}>
        <Textarea
          value={entry.words}
          maxLength={500}
          onChange={(event) => change({ words: event.target.value })}
        />
      </Field>
    </AidForm>
  );
}
