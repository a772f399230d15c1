"use client";

import { splitCaseCommand } from "@rembuk/domain/cases/commands";
import { Combobox } from "@rembuk/ui/combobox";
import { Field } from "@rembuk/ui/field";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { z } from "zod";
import { useTRPC, useTRPCClient } from "@/lib/trpc";
import { ActionFrame } from "./action-frame";
import { type ActionFormProps, useActionForm } from "./use-action-form";

const schema = splitCaseCommand.pick({
  categoryCode: true,
  title: true,
  description: true,
  reason: true,
});

/** The second matter of a report becomes a case of its own. */
export function SplitForm(props: ActionFormProps) {
  const t = useTranslations("caseActions.fields");
  const client = useTRPCClient();
  const categories = useQuery(
    useTRPC().cases.categories.queryOptions(undefined, { staleTime: 3_600_000 }),
  );
  const action = useActionForm<z.infer<typeof schema>>({
    ...props,
    schema,
    initial: { categoryCode: "", title: "", description: "", reason: "" },
    words: {
      categoryCode: "categoryCode",
      title: "secondTitle",
      description: "secondStory",
      reason: "reason",
    },
    run: (base, values) => client.cases.split.mutate({ ...base, ...values }),
  });
  const { form, field } = action;
  const options = (categories.data ?? []).map((one) => ({
    value: one.code,
    label: one.name,
    detail: one.targetName,
  }));
  return (
    <ActionFrame {...props} action={action}>
      <Field {...field("title")} hint={t("secondTitle.hint")}>
        <TextInput maxLength={300} autoComplete="off" {...form.register("title")} />
      </Field>
      <Field {...field("categoryCode")}>
        <Combobox
          options={options}
          value={form.watch("categoryCode")}
          onChange={(code) => form.setValue("categoryCode", code ?? "", { shouldDirty: true })}
          emptyLabel={t("categoryCode.empty")}
          clearLabel={t("categoryCode.clear")}
        />
      </Field>
      <Field {...field("description")}>
        <Textarea maxLength={8000} rows={4} {...form.register("description")} />
      </Field>
      <Field {...field("reason")}>
        <Textarea maxLength={2000} rows={2} {...form.register("reason")} />
      </Field>
    </ActionFrame>
  );
}
