"use client";

import { Field } from "@rembuk/ui/field";
import { TextInput } from "@rembuk/ui/text-input";
import { useToast } from "@rembuk/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import type { ProgramCycle } from "./aid-data";
import { AidForm, aidControl } from "./aid-form";

const fields = ["name", "startsOn", "endsOn", "quota", "benefit"] as const;
type Entry = Record<(typeof fields)[number], string>;

const entryOf = (cycle: ProgramCycle | null): Entry => ({
  name: cycle?.name ?? "",
  startsOn: cycle?.startsOn ?? "",
  endsOn: cycle?.endsOn ?? "",
  quota: cycle?.quota === null || cycle === null ? "" : String(cycle.quota),
  benefit: cycle?.benefit ?? "",
});

/** Key of the sentence under `aid.errors`, by field. */
const problemsOf = (
  entry: Entry,
): Partial<Record<keyof Entry, "missing" | "period" | "quota">> => ({
  ...(entry.name.trim().length < 2 ? { name: "missing" } : {}),
  ...(entry.startsOn === "" ? { startsOn: "missing" } : {}),
  ...(entry.endsOn === "" ? { endsOn: "missing" } : {}),
  ...(entry.endsOn !== "" && entry.endsOn < entry.startsOn ? { endsOn: "period" } : {}),
  ...(entry.quota !== "" && !/^[1-9]\d{0,4}$/.test(entry.quota) ? { quota: "quota" } : {}),
  ...(entry.benefit.trim() === "" ? { benefit: "missing" } : {}),
});

const kindOf = (field: keyof Entry) =>
  field === "startsOn" || field === "endsOn" ? "date" : "text";

/** A round of a program: its period, its quota, and what one entitlement is. */
export function CycleDialog(props: {
  /** Null: a new one. */
  cycle: ProgramCycle | null;
  code: string;
  place: string;
  onClose: () => void;
}) {
  const { cycle, code, place, onClose } = props;
  const t = useTranslations("aid");
  const toast = useToast();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [entry, setEntry] = useState(() => entryOf(cycle));
  const [attempt, setAttempt] = useState(0);
  const [clientActionId, setActionId] = useState(() => crypto.randomUUID());
  const save = useMutation(trpc.aid.saveCycle.mutationOptions());
  const problems = attempt > 0 ? problemsOf(entry) : {};
  const errors = fields.flatMap((field) => {
    const problem = problems[field];
    return problem ? [{ fieldId: aidControl(field), message: t(`errors.${problem}`) }] : [];
  });
  function send() {
    setAttempt((before) => before + 1);
    if (Object.keys(problemsOf(entry)).length > 0) return;
    const { name, startsOn, endsOn, benefit } = entry;
    const act = { clientActionId, subdistrictCode: place, code, cycleId: cycle?.id ?? null };
    const quota = entry.quota === "" ? null : Number(entry.quota);
    save.mutate(
      { ...act, version: cycle?.version ?? 0, name, startsOn, endsOn, benefit, quota },
      {
        onSuccess: () => {
          toast.show({ title: t("saved", { name }) });
          void queries.invalidateQueries(trpc.aid.pathFilter());
          onClose();
        },
      },
    );
  }
  return (
    <AidForm
      size="small"
      title={cycle ? t("editCycle", { name: cycle.name }) : t("addCycle")}
      act={t("save")}
      pending={save.isPending}
      error={save.error}
      errors={errors}
      attempt={attempt}
      onSend={send}
      onClose={onClose}
    >
      {fields.map((field) => (
        <Field
          key={field}
          label={t(`cycle.${field}`)}
          id={aidControl(field)}
          hint={field === "quota" ? t("quotaHint") : undefined}
          error={errors.find((one) => one.fieldId === aidControl(field))?.message}
        >
          <TextInput
            type={kindOf(field)}
            inputMode={field === "quota" ? "numeric" : undefined}
            value={entry[field]}
            maxLength={field === "benefit" ? 160 : 80}
            onChange={(event) => {
              setEntry((before) => ({ ...before, [field]: event.target.value }));
              // Another content is another act.
              setActionId(crypto.randomUUID());
            }}
          />
        </Field>
      ))}
    </AidForm>
  );
}
