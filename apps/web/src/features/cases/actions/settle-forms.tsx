"use client";

import { reopenCaseCommand } from "@rembuk/domain/cases/commands";
import { Field } from "@rembuk/ui/field";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import { z } from "zod";
import { useTRPCClient } from "@/lib/trpc";
import { ActionFrame } from "./action-frame";
import { type ActionFormProps, useActionForm } from "./use-action-form";

const confirmSchema = z.object({ note: z.string().trim().max(2000) });

/** The village says that it is settled. */
export function ConfirmForm(props: ActionFormProps) {
  const t = useTranslations("caseActions");
  const client = useTRPCClient();
  const action = useActionForm<z.infer<typeof confirmSchema>>({
    ...props,
    schema: confirmSchema,
    initial: { note: "" },
    words: { note: "confirmNote" },
    run: (base, { note }) => client.cases.confirm.mutate({ ...base, note: note || null }),
  });
  return (
    <ActionFrame {...props} action={action}>
      <Field {...action.field("note")} optional={t("optional")}>
        <Textarea maxLength={2000} {...action.form.register("note")} />
      </Field>
    </ActionFrame>
  );
}

const reopenSchema = reopenCaseCommand.pick({ reason: true });

/** Not settled: back to the desk. */
export function ReopenForm(props: ActionFormProps) {
  const client = useTRPCClient();
  const action = useActionForm<z.infer<typeof reopenSchema>>({
    ...props,
    schema: reopenSchema,
    initial: { reason: "" },
    words: { reason: "reopenReason" },
    run: (base, { reason }) => client.cases.reopen.mutate({ ...base, reason }),
  });
  return (
    <ActionFrame {...props} action={action}>
      <Field {...action.field("reason")}>
        <Textarea maxLength={2000} rows={4} {...action.form.register("reason")} />
      </Field>
    </ActionFrame>
  );
}

/** The time to confirm is over. */
export function CloseForm(props: ActionFormProps) {
  const client = useTRPCClient();
  const action = useActionForm<Record<string, never>>({
    ...props,
    schema: z.record(z.string(), z.never()),
    initial: {},
    words: {},
    run: (base) => client.cases.close.mutate(base),
  });
  return <ActionFrame {...props} action={action} size="small" />;
}
