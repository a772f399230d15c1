"use client";

import { programContentSchema } from "@rembuk/domain/aid/commands";
import { fundingLevels } from "@rembuk/domain/aid/model";
import { Checkbox } from "@rembuk/ui/checkbox";
import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { useToast } from "@rembuk/ui/toast";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import type { Program } from "./aid-data";
import { AidForm, aidControl } from "./aid-form";

const short = ["name", "short", "manager", "benefit", "cadence"] as const;
const long = ["amount", "target", "route", "verification", "evidence", "legalBasis"] as const;
const most = { name: 160, short: 40, manager: 120, benefit: 200, cadence: 80 } as const;
const needed = ["name", "short", "manager"] as const;

const entryOf = ({ code: _, version: __, documents, ...program }: Program) => ({
  ...program,
  documents: documents.join("\n"),
});
type Entry = ReturnType<typeof entryOf>;

const contentOf = ({ isActive: _, documents, ...entry }: Entry) =>
  programContentSchema.safeParse({
    ...entry,
    documents: documents
      .split("\n")
      .map((one) => one.trim())
      .filter(Boolean),
  });

/** How a program is worded here, whose money it is, and whether the kecamatan works with it. */
export function ProgramDialog(props: { program: Program; place: string; onClose: () => void }) {
  const { program, place, onClose } = props;
  const t = useTranslations("aid");
  const toast = useToast();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [entry, setEntry] = useState(() => entryOf(program));
  const [attempt, setAttempt] = useState(0);
  const [clientActionId, setActionId] = useState(() => crypto.randomUUID());
  const save = useMutation(trpc.aid.saveProgram.mutationOptions());
  const change = (part: Partial<Entry>) => {
    setEntry((before) => ({ ...before, ...part }));
    // Another content is another act.
    setActionId(crypto.randomUUID());
  };
  const missing = needed.filter((field) => entry[field].trim().length < (field === "name" ? 3 : 1));
  const errorOf = (field: string) =>
    attempt > 0 && missing.some((one) => one === field) ? t("errors.missing") : undefined;
  function send() {
    setAttempt((before) => before + 1);
    const content = contentOf(entry);
    if (!content.success) return;
    const { code, version } = program;
    const act = { clientActionId, subdistrictCode: place, code, version };
    save.mutate(
      { ...act, isActive: entry.isActive, content: content.data },
      {
        onSuccess: () => {
          toast.show({ title: t("saved", { name: entry.short }) });
          void queries.invalidateQueries(trpc.aid.pathFilter());
          onClose();
        },
      },
    );
  }
  return (
    <AidForm
      title={t("editTitle", { name: program.short })}
      act={t("save")}
      pending={save.isPending}
      error={save.error}
      errors={
        attempt > 0
          ? missing.map((field) => ({
              fieldId: aidControl(field),
              message: `${t(`field.${field}`)}: ${t("errors.missing")}`,
            }))
          : []
      }
      attempt={attempt}
      onSend={send}
      onClose={onClose}
    >
      <Checkbox
        checked={entry.isActive}
        onChange={(event) => change({ isActive: event.target.checked })}
        label={t("isActive")}
      />
      <Field label={t("field.fundingLevel")} hint={t("fundingHint")}>
        <Select
          value={entry.fundingLevel}
          options={fundingLevels.map((one) => ({ value: one, label: t(`funding.${one}`) }))}
          onChange={(event) =>
            change({
              fundingLevel: fundingLevels.find((one) => one === event.target.value) ?? "other",
            })
          }
        />
      </Field>
      {short.map((field) => (
        <Field
          key={field}
          label={t(`field.${field}`)}
          id={aidControl(field)}
          error={errorOf(field)}
        >
          <TextInput
            value={entry[field]}
            maxLength={most[field]}
            onChange={(event) => change({ [field]: event.target.value })}
          />
        </Field>
      ))}
      <Field label={t("field.documents")} hint={t("documentsHint")}>
        <Textarea
          value={entry.documents}
          maxLength={2000}
          onChange={(event) => change({ documents: event.target.value })}
        />
      </Field>
      {long.map((field) => (
        <Field key={field} label={t(`field.${field}`)}>
          <Textarea
            value={entry[field]}
            maxLength={400}
            onChange={(event) => change({ [field]: event.target.value })}
          />
        </Field>
      ))}
    </AidForm>
  );
}
