"use client";

import {
  acceptAssignmentCommand,
  declineAssignmentCommand,
  resolveCaseCommand,
} from "@rembuk/domain/cases/commands";
import { outcomes } from "@rembuk/domain/cases/model";
import { Checkbox } from "@rembuk/ui/checkbox";
import { Field } from "@rembuk/ui/field";
import { RadioGrid } from "@rembuk/ui/radio-grid";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import { z } from "zod";
import { useTRPCClient } from "@/lib/trpc";
import { joinTexts } from "../replies/join-texts";
import { ReplyPicker } from "../replies/reply-picker";
import { ActionFrame } from "./action-frame";
import { BehalfFields, type BehalfValues, behalfOf } from "./behalf-fields";
import { type ActionFormProps, useActionForm } from "./use-action-form";

type AcceptValues = { onBehalf: BehalfValues | null; withSteps: boolean };

/**
 * The holder takes the work on, itself or by the kecamatan's record of its answer. Where the category's
 * rule has steps, they are offered with it.
 */
export function AcceptForm(props: ActionFormProps) {
  const t = useTranslations("referrals.tasks");
  const client = useTRPCClient();
  const behalf = behalfOf(props);
  const { templateSteps, tasks } = props.kase;
  const offersSteps = templateSteps.length > 0 && tasks.length === 0;
  const action = useActionForm<AcceptValues>({
    ...props,
    schema: acceptAssignmentCommand
      .pick({})
      .extend({ onBehalf: behalf.schema, withSteps: z.boolean() }),
    initial: { onBehalf: behalf.initial, withSteps: offersSteps },
    words: behalf.words,
    run: (base, { onBehalf, withSteps }) => {
      const steps = { withSteps: offersSteps && withSteps };
      return client.cases.accept.mutate({ ...base, ...steps, onBehalf: behalf.command(onBehalf) });
    },
  });
  const told = action.form.watch("onBehalf");
  return (
    <ActionFrame {...props} action={action} size={told || offersSteps ? "medium" : "small"}>
      {told ? (
        <BehalfFields
          kase={props.kase}
          step={props.step}
          field={action.field}
          value={told}
          onChange={(value) => action.form.setValue("onBehalf", value)}
        />
      ) : null}
      {offersSteps ? (
        <div>
          <Checkbox
            label={t("offer", { count: templateSteps.length })}
            checked={action.form.watch("withSteps")}
            onChange={(event) =>
              action.form.setValue("withSteps", event.target.checked, { shouldDirty: true })
            }
          />
          <ol className="ml-10 list-decimal text-meta text-text-2">
            {templateSteps.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ol>
        </div>
      ) : null}
    </ActionFrame>
  );
}

type DeclineValues = { reason: string; onBehalf: BehalfValues | null };

/** Back to the desk, with the reason. */
export function DeclineForm(props: ActionFormProps) {
  const t = useTranslations("caseActions.fields.declineReason");
  const client = useTRPCClient();
  const behalf = behalfOf(props);
  const action = useActionForm<DeclineValues>({
    ...props,
    schema: declineAssignmentCommand.pick({ reason: true }).extend({ onBehalf: behalf.schema }),
    initial: { reason: props.prepared?.texts.reason ?? "", onBehalf: behalf.initial },
    words: { reason: "declineReason", ...behalf.words },
    run: (base, { reason, onBehalf }) =>
      client.cases.decline.mutate({ ...base, reason, onBehalf: behalf.command(onBehalf) }),
  });
  const told = action.form.watch("onBehalf");
  return (
    <ActionFrame {...props} action={action}>
      <ReplyPicker
        caseId={props.kase.id}
        use="decline"
        onPick={({ texts }) => {
          const written = joinTexts(action.form.getValues("reason"), texts.reason);
          action.form.setValue("reason", written, { shouldDirty: true });
        }}
      />
      <Field {...action.field("reason")} hint={t("hint")}>
        <Textarea maxLength={2000} rows={4} {...action.form.register("reason")} />
      </Field>
      {told ? (
        <BehalfFields
          kase={props.kase}
          step={props.step}
          field={action.field}
          value={told}
          onChange={(value) => action.form.setValue("onBehalf", value)}
        />
      ) : null}
    </ActionFrame>
  );
}

const answerFields = ["response", "solution", "followUp"] as const;
const answerSchema = resolveCaseCommand.pick({
  outcome: true,
  response: true,
  solution: true,
  followUp: true,
});
type ResolveValues = z.infer<typeof answerSchema> & { onBehalf: BehalfValues | null };

/** The answer in three fields with one of five outcomes. */
export function ResolveForm(props: ActionFormProps) {
  const t = useTranslations("caseActions.fields");
  const outcome = useTranslations("case.outcome");
  const client = useTRPCClient();
  const behalf = behalfOf(props);
  const action = useActionForm<ResolveValues>({
    ...props,
    schema: answerSchema.extend({ onBehalf: behalf.schema }),
    initial: {
      // No default: the outcome is counted, so somebody chooses it, or chose it for the macro.
      outcome: (outcomes.find((one) => one === props.prepared?.outcome) ??
        "") as ResolveValues["outcome"],
      ...{ response: "", solution: "", followUp: "", ...props.prepared?.texts },
      onBehalf: behalf.initial,
    },
    words: {
      outcome: "outcome",
      response: "response",
      solution: "solution",
      followUp: "followUp",
      ...behalf.words,
    },
    run: (base, { onBehalf, ...answer }) =>
      client.cases.resolve.mutate({ ...base, ...answer, onBehalf: behalf.command(onBehalf) }),
  });
  const { form, field } = action;
  const told = form.watch("onBehalf");
  return (
    <ActionFrame {...props} action={action}>
      <ReplyPicker
        caseId={props.kase.id}
        use="resolve"
        onPick={(reply) => {
          for (const path of answerFields) {
            const written = joinTexts(form.getValues(path), reply.texts[path]);
            form.setValue(path, written, { shouldDirty: true });
          }
          const found = outcomes.find((one) => one === reply.outcome);
          if (found) form.setValue("outcome", found, { shouldDirty: true });
        }}
      />
      <Field {...field("outcome")} group>
        <RadioGrid
          name="outcome"
          columns={1}
          options={outcomes.map((one, at) => ({
            value: one,
            label: outcome(one),
            digit: String(at + 1),
          }))}
          value={form.watch("outcome") || null}
          onChange={(next) => {
            const found = outcomes.find((one) => one === next);
            if (found) form.setValue("outcome", found, { shouldDirty: true });
          }}
        />
      </Field>
      {answerFields.map((path) => (
        <Field key={path} {...field(path)} hint={t(`${path}.hint`)}>
          <Textarea maxLength={4000} {...form.register(path)} />
        </Field>
      ))}
      {told ? (
        <BehalfFields
          kase={props.kase}
          step={props.step}
          field={field}
          value={told}
          onChange={(value) => form.setValue("onBehalf", value)}
        />
      ) : null}
    </ActionFrame>
  );
}
