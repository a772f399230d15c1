"use client";

import {
  archiveCaseCommand,
  askInfoCommand,
  cancelCaseCommand,
  completeCaseCommand,
  redirectCaseCommand,
} from "@rembuk/domain/cases/commands";
import { Field } from "@rembuk/ui/field";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "@/lib/trpc";
import { ActionFrame } from "./action-frame";
import { BehalfFields, type BehalfValues, behalfOf } from "./behalf-fields";
import { type ActionFormProps, useActionForm } from "./use-action-form";

const askSchema = askInfoCommand.pick({ question: true });

/** Something is missing: the question goes to the village and to who reported it. */
export function AskInfoForm(props: ActionFormProps) {
  const t = useTranslations("caseActions.fields.question");
  const client = useTRPCClient();
  const action = useActionForm<{ question: string }>({
    ...props,
    schema: askSchema,
    initial: { question: "" },
    words: { question: "question" },
    run: (base, { question }) => client.cases.askInfo.mutate({ ...base, question }),
  });
  return (
    <ActionFrame {...props} action={action}>
      <Field {...action.field("question")} hint={t("hint")}>
        <Textarea maxLength={2000} rows={4} {...action.form.register("question")} />
      </Field>
    </ActionFrame>
  );
}

const redirectSchema = redirectCaseCommand.pick({ destination: true, reason: true });

/** Not ours to do: whose it is, and why. */
export function RedirectForm(props: ActionFormProps) {
  const t = useTranslations("caseActions.fields");
  const client = useTRPCClient();
  const action = useActionForm<{ destination: string; reason: string }>({
    ...props,
    schema: redirectSchema,
    initial: { destination: "", reason: "" },
    words: { destination: "destination", reason: "reporterReason" },
    run: (base, values) => client.cases.redirect.mutate({ ...base, ...values }),
  });
  return (
    <ActionFrame {...props} action={action}>
      <Field {...action.field("destination")} hint={t("destination.hint")}>
        <TextInput maxLength={200} autoComplete="off" {...action.form.register("destination")} />
      </Field>
      <Field {...action.field("reason")} hint={t("reporterReason.hint")}>
        <Textarea maxLength={2000} rows={4} {...action.form.register("reason")} />
      </Field>
    </ActionFrame>
  );
}

const archiveSchema = archiveCaseCommand.pick({ reason: true });

/** Nothing to act on. */
export function ArchiveForm(props: ActionFormProps) {
  const t = useTranslations("caseActions.fields.reporterReason");
  const client = useTRPCClient();
  const action = useActionForm<{ reason: string }>({
    ...props,
    schema: archiveSchema,
    initial: { reason: "" },
    words: { reason: "reporterReason" },
    run: (base, { reason }) => client.cases.archive.mutate({ ...base, reason }),
  });
  return (
    <ActionFrame {...props} action={action}>
      <Field {...action.field("reason")} hint={t("hint")}>
        <Textarea maxLength={2000} rows={3} {...action.form.register("reason")} />
      </Field>
    </ActionFrame>
  );
}

type ToldValues = { text: string; onBehalf: BehalfValues | null };

/** A text that is somebody's own word, or their word as the desk was told it. */
function useToldForm(
  props: ActionFormProps,
  options: {
    readonly word: "information" | "cancelReason";
    readonly text: typeof completeCaseCommand.shape.information;
    readonly run: Parameters<typeof useActionForm<ToldValues>>[0]["run"];
  },
) {
  const behalf = behalfOf(props);
  return useActionForm<ToldValues>({
    ...props,
    schema: completeCaseCommand.pick({}).extend({ text: options.text, onBehalf: behalf.schema }),
    initial: { text: "", onBehalf: behalf.initial },
    words: { text: options.word, ...behalf.words },
    run: options.run,
  });
}

interface ToldFrameProps extends ActionFormProps {
  action: ReturnType<typeof useToldForm>;
  hint: string;
  max: number;
}

function ToldFrame({ action, hint, max, ...props }: ToldFrameProps) {
  const told = action.form.watch("onBehalf");
  return (
    <ActionFrame {...props} action={action}>
      <Field {...action.field("text")} hint={hint}>
        <Textarea maxLength={max} rows={4} {...action.form.register("text")} />
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

/** What was missing has come. */
export function CompleteForm(props: ActionFormProps) {
  const t = useTranslations("caseActions.fields.information");
  const client = useTRPCClient();
  const behalf = behalfOf(props);
  const action = useToldForm(props, {
    word: "information",
    text: completeCaseCommand.shape.information,
    run: (base, { text, onBehalf }) =>
      client.cases.complete.mutate({
        ...base,
        information: text,
        onBehalf: behalf.command(onBehalf),
      }),
  });
  return <ToldFrame {...props} action={action} hint={t("hint")} max={8000} />;
}

/** Taken back. */
export function CancelForm(props: ActionFormProps) {
  const t = useTranslations("caseActions.fields.cancelReason");
  const client = useTRPCClient();
  const behalf = behalfOf(props);
  const action = useToldForm(props, {
    word: "cancelReason",
    text: cancelCaseCommand.shape.reason,
    run: (base, { text, onBehalf }) =>
      client.cases.cancel.mutate({ ...base, reason: text, onBehalf: behalf.command(onBehalf) }),
  });
  return <ToldFrame {...props} action={action} hint={t("hint")} max={2000} />;
}
