"use client";

import { mergeCasesCommand, undoMergeCommand } from "@rembuk/domain/cases/commands";
import { Field } from "@rembuk/ui/field";
import { RadioGrid } from "@rembuk/ui/radio-grid";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/lib/trpc";
import { useDuplicateHints } from "../duplicates/use-duplicate-hints";
import { useWhyAlike } from "../duplicates/use-why-alike";
import { ActionFrame } from "./action-frame";
import { type ActionFormProps, useActionForm } from "./use-action-form";

const mergeSchema = mergeCasesCommand.pick({ intoNumber: true, reason: true });

/** This report is carried by another case: one of the alike, or any by its number. */
export function MergeForm(props: ActionFormProps) {
  const { kase } = props;
  const t = useTranslations("caseActions.fields.intoNumber");
  const client = useTRPCClient();
  const why = useWhyAlike();
  const hints = useDuplicateHints({ caseId: kase.id }).filter((hint) => hint.mayJoin);
  const action = useActionForm<{ intoNumber: string; reason: string }>({
    ...props,
    schema: mergeSchema,
    initial: { intoNumber: "", reason: "" },
    words: { intoNumber: "intoNumber", reason: "reason" },
    run: (base, values) => client.cases.merge.mutate({ ...base, ...values }),
  });
  const { form, field } = action;
  const choose = (number: string) =>
    form.setValue("intoNumber", number, { shouldDirty: true, shouldValidate: true });
  return (
    <ActionFrame {...props} action={action}>
      {hints.length > 0 ? (
        <RadioGrid
          name="mirip"
          label={t("alike")}
          columns={1}
          options={hints.map((hint) => ({
            value: hint.number,
            label: `${hint.number} ${hint.title}`,
            hint: `${hint.villageName}. ${why(hint)}`,
          }))}
          value={form.watch("intoNumber") || null}
          onChange={choose}
        />
      ) : null}
      <Field {...field("intoNumber")} hint={t("hint")}>
        <TextInput
          maxLength={40}
          autoComplete="off"
          className="font-mono"
          {...form.register("intoNumber")}
        />
      </Field>
      <Field {...field("reason")}>
        <Textarea maxLength={2000} rows={3} {...form.register("reason")} />
      </Field>
    </ActionFrame>
  );
}

const undoSchema = undoMergeCommand.pick({ reason: true });

/** Two matters after all: the report goes back to where it stood. */
export function UndoMergeForm(props: ActionFormProps) {
  const client = useTRPCClient();
  const action = useActionForm<{ reason: string }>({
    ...props,
    schema: undoSchema,
    initial: { reason: "" },
    words: { reason: "reason" },
    run: (base, { reason }) => client.cases.undoMerge.mutate({ ...base, reason }),
  });
  return (
    <ActionFrame {...props} action={action}>
      <Field {...action.field("reason")}>
        <Textarea maxLength={2000} rows={3} {...action.form.register("reason")} />
      </Field>
    </ActionFrame>
  );
}
