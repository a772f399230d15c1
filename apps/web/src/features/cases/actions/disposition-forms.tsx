"use client";

import { disposeCaseCommand, returnProposalCommand } from "@rembuk/domain/cases/commands";
import { Field } from "@rembuk/ui/field";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import type { z } from "zod";
import { useTRPCClient } from "@/lib/trpc";
import { ActionFrame } from "./action-frame";
import { type ActionFormProps, useActionForm } from "./use-action-form";

const disposeSchema = disposeCaseCommand.pick({ instruction: true });

/** The camat or sekcam lets the case out: the desk's words stand there to be kept or changed. */
export function DisposeForm(props: ActionFormProps) {
  const { kase } = props;
  const t = useTranslations("caseActions");
  const client = useTRPCClient();
  const proposal = kase.disposition.proposal;
  const action = useActionForm<z.infer<typeof disposeSchema>>({
    ...props,
    schema: disposeSchema,
    initial: { instruction: proposal?.instruction ?? "" },
    words: { instruction: "instruction" },
    run: (base, values) => client.cases.dispose.mutate({ ...base, ...values }),
    doneWords: () => t("dispose.done", { number: kase.number, target: proposal?.targetName ?? "" }),
  });
  return (
    <ActionFrame {...props} action={action}>
      {proposal ? (
        <p className="text-control">
          {t.rich("dispose.proposed", {
            target: proposal.targetName,
            b: (words) => <b className="font-semibold">{words}</b>,
          })}
        </p>
      ) : null}
      <Field {...action.field("instruction")} hint={t("dispose.hint")}>
        <Textarea maxLength={2000} rows={5} {...action.form.register("instruction")} />
      </Field>
    </ActionFrame>
  );
}

const returnSchema = returnProposalCommand.pick({ reason: true });

/** Back to the desk: by the leaders, or by the desk that thought better of it. */
export function ReturnProposalForm(props: ActionFormProps) {
  const client = useTRPCClient();
  const action = useActionForm<z.infer<typeof returnSchema>>({
    ...props,
    schema: returnSchema,
    initial: { reason: "" },
    words: { reason: "reason" },
    run: (base, values) => client.cases.returnProposal.mutate({ ...base, ...values }),
  });
  return (
    <ActionFrame {...props} action={action}>
      <Field {...action.field("reason")}>
        <Textarea maxLength={2000} rows={4} {...action.form.register("reason")} />
      </Field>
    </ActionFrame>
  );
}
