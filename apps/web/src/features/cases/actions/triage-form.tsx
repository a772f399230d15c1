"use client";

import { triageCaseCommand } from "@rembuk/domain/cases/commands";
import { Combobox } from "@rembuk/ui/combobox";
import { Field } from "@rembuk/ui/field";
import { Textarea } from "@rembuk/ui/textarea";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { z } from "zod";
import { useTRPC, useTRPCClient } from "@/lib/trpc";
import { ActionFrame } from "./action-frame";
import { type ActionFormProps, useActionForm } from "./use-action-form";

const schema = z.object({
  categoryCode: z.string().min(2).max(24),
  note: triageCaseCommand.shape.note.unwrap().unwrap(),
});

/** Verifies: the category is confirmed as it stands or another is chosen. */
export function TriageForm(props: ActionFormProps) {
  const { kase } = props;
  const t = useTranslations("caseActions.fields.categoryCode");
  const optional = useTranslations("caseActions")("optional");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const categories = useQuery(
    trpc.cases.categories.queryOptions(
      { subdistrictCode: kase.village.code.slice(0, 8) },
      { staleTime: 60_000 },
    ),
  );
  const action = useActionForm<z.infer<typeof schema>>({
    ...props,
    schema,
    initial: { categoryCode: kase.category.code, note: "" },
    words: { categoryCode: "categoryCode", note: "note" },
    foresee: () => ({ status: "triaged" }),
    run: (base, { categoryCode, note }) =>
      client.cases.triage.mutate({
        ...base,
        categoryCode: categoryCode === kase.category.code ? null : categoryCode,
        note: note || null,
      }),
  });
  const { form, field } = action;
  const options = (categories.data ?? []).map((one) => ({
    value: one.code,
    label: one.name,
    note: one.within ? `, ${one.within}` : undefined,
    detail: one.targetName,
  }));
  return (
    <ActionFrame {...props} action={action} focusSend>
      <Field {...field("categoryCode")} hint={t("hint")}>
        <Combobox
          options={options}
          chosen={
            form.watch("categoryCode") === kase.category.code
              ? { value: kase.category.code, label: kase.category.name }
              : undefined
          }
          value={form.watch("categoryCode")}
          onChange={(code) => form.setValue("categoryCode", code ?? "", { shouldDirty: true })}
          emptyLabel={t("empty")}
          clearLabel={t("clear")}
        />
      </Field>
      <Field {...field("note")} optional={optional}>
        <Textarea maxLength={2000} {...form.register("note")} />
      </Field>
    </ActionFrame>
  );
}
