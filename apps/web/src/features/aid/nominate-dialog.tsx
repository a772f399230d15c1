"use client";

import { asksMusdes } from "@rembuk/domain/aid/enrolling";
import { Checkbox } from "@rembuk/ui/checkbox";
import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { useToast } from "@rembuk/ui/toast";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import type { Program } from "./aid-data";
import { AidForm, aidControl } from "./aid-form";

interface Entry {
  residentId: string;
  programCode: string;
  ground: string;
  documentsSeen: readonly string[];
  musdesNumber: string;
  musdesOn: string;
}

const missingOf = (entry: Entry): readonly ("programCode" | "residentId" | "ground")[] => [
  ...(entry.residentId === "" ? (["residentId"] as const) : []),
  ...(entry.programCode === "" ? (["programCode"] as const) : []),
  ...(entry.ground.trim().length < 5 ? (["ground"] as const) : []),
];

export interface Nominee {
  readonly id: string;
  readonly name: string;
}

/** The village puts a member of a household forward for one of its kecamatan's programs. */
export function NominateDialog(props: {
  villageCode: string;
  members: readonly Nominee[];
  /** The request for welfare that it comes from. */
  caseId?: string;
  onClose: () => void;
  /** Instead of closing, once it is done. */
  onDone?: () => void;
}) {
  const t = useTranslations("aid");
  const toast = useToast();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const subdistrictCode = props.villageCode.slice(0, 8);
  const programs = useQuery(trpc.aid.programs.queryOptions({ subdistrictCode }));
  const active = programs.data?.items.filter((one) => one.isActive) ?? [];
  const [entry, setEntry] = useState<Entry>({
    ...{ residentId: props.members[0]?.id ?? "", programCode: "", ground: "" },
    ...{ documentsSeen: [], musdesNumber: "", musdesOn: "" },
  });
  const [attempt, setAttempt] = useState(0);
  const [clientActionId, setActionId] = useState(() => crypto.randomUUID());
  const nominate = useMutation(trpc.aid.nominate.mutationOptions());
  const change = (part: Partial<Entry>) => {
    setEntry((before) => ({ ...before, ...part }));
    // Another content is another act.
    setActionId(crypto.randomUUID());
  };
  const missing = attempt > 0 ? missingOf(entry) : [];
  const errorOf = (field: "programCode" | "residentId" | "ground") =>
    missing.includes(field) ? t(`enrollment.missing.${field}`) : undefined;
  function send() {
    setAttempt((before) => before + 1);
    if (missingOf(entry).length > 0) return;
    const { residentId, programCode, documentsSeen, musdesNumber, musdesOn } = entry;
    const about = { clientActionId, residentId, programCode, documentsSeen: [...documentsSeen] };
    const minutes = { musdesNumber: musdesNumber.trim() || null, musdesOn: musdesOn || null };
    nominate.mutate(
      { ...about, ...minutes, ground: entry.ground.trim(), caseId: props.caseId ?? null },
      {
        onSuccess: () => {
          toast.show({ title: t("enrollment.nominatedDone") });
          void queries.invalidateQueries(trpc.aid.pathFilter());
          (props.onDone ?? props.onClose)();
        },
      },
    );
  }
  return (
    <AidForm
      title={t("enrollment.nominate")}
      act={t("enrollment.nominate")}
      pending={nominate.isPending}
      error={nominate.error}
      errors={missing.map((field) => ({
        fieldId: aidControl(field),
        message: t(`enrollment.missing.${field}`),
      }))}
      attempt={attempt}
      onSend={send}
      onClose={props.onClose}
    >
      <p className="text-control text-text-2">{t("facilitates")}</p>
      <Field
        label={t("enrollment.field.residentId")}
        id={aidControl("residentId")}
        error={errorOf("residentId")}
      >
        <Select
          value={entry.residentId}
          options={props.members.map((one) => ({ value: one.id, label: one.name }))}
          onChange={(event) => change({ residentId: event.target.value })}
        />
      </Field>
      <Field
        label={t("enrollment.field.programCode")}
        id={aidControl("programCode")}
        error={errorOf("programCode")}
      >
        <Select
          value={entry.programCode}
          placeholder={t("enrollment.choose")}
          options={active.map((one) => ({ value: one.code, label: one.name }))}
          onChange={(event) => change({ programCode: event.target.value, documentsSeen: [] })}
        />
      </Field>
      <ProgramParts
        program={active.find((one) => one.code === entry.programCode)}
        entry={entry}
        change={change}
      />
      <Field
        label={t("enrollment.field.ground")}
        hint={t("enrollment.groundHint")}
        id={aidControl("ground")}
        error={errorOf("ground")}
      >
        <Textarea
          value={entry.ground}
          maxLength={1000}
          onChange={(event) => change({ ground: event.target.value })}
        />
      </Field>
    </AidForm>
  );
}

function ProgramParts(props: {
  program: Program | undefined;
  entry: Entry;
  change: (part: Partial<Entry>) => void;
}) {
  const { program, entry, change } = props;
  const t = useTranslations("aid");
  if (!program) return null;
  const toggle = (name: string) =>
    change({
      documentsSeen: entry.documentsSeen.includes(name)
        ? entry.documentsSeen.filter((one) => one !== name)
        : [...entry.documentsSeen, name],
    });
  return (
    <>
      <p className="text-12 text-text-2">{t(`decides.${program.fundingLevel}`)}</p>
      <Field group label={t("enrollment.field.documents")}>
        <div className="flex flex-col gap-1">
          {program.documents.map((one) => (
            <Checkbox
              key={one}
              label={one}
              checked={entry.documentsSeen.includes(one)}
              onChange={() => toggle(one)}
            />
          ))}
        </div>
      </Field>
      {asksMusdes(program) ? (
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t("enrollment.field.musdesNumber")} optional={t("enrollment.optional")}>
            <TextInput
              value={entry.musdesNumber}
              maxLength={80}
              onChange={(event) => change({ musdesNumber: event.target.value })}
            />
          </Field>
          <Field label={t("enrollment.field.musdesOn")} optional={t("enrollment.optional")}>
            <TextInput
              type="date"
              value={entry.musdesOn}
              onChange={(event) => change({ musdesOn: event.target.value })}
            />
          </Field>
        </div>
      ) : null}
    </>
  );
}
