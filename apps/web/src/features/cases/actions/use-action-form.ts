"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import type { BulkOutcome } from "@rembuk/domain/cases/bulk";
import type { CaseAction, NextStep } from "@rembuk/domain/cases/lifecycle";
import type { SummaryError } from "@rembuk/ui/error-summary";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { type DefaultValues, type FieldValues, get, type Resolver, useForm } from "react-hook-form";
import type { z } from "zod";
import type messages from "@/messages/id.json";
import type { CaseDetail } from "../case-data";
import type { QuickAct } from "../pending/use-quick-act";
import type { PreparedReply } from "../replies/reply-picker";
import { readDraft, saveDraft } from "./action-drafts";
import { type CommandBase, useActionSender } from "./use-action-sender";

/** What every form of an action is given. */
export interface ActionFormProps {
  readonly kase: CaseDetail;
  readonly step: NextStep;
  /** Words that a macro brings, instead of a draft that was left behind. */
  readonly prepared?: PreparedReply | undefined;
  /** From a list: the row changes at once and the window does not wait for the answer. */
  readonly quick?: QuickAct | undefined;
  /** Routing only: whom to give it to is what is chosen first. */
  readonly assigns?: boolean | undefined;
  readonly onClose: () => void;
}

export type FieldWord = keyof (typeof messages)["caseActions"]["fields"];

interface Options<Values extends FieldValues> extends ActionFormProps {
  readonly schema: z.ZodType<Values, Values>;
  readonly initial: Values;
  /** Path of each field -> key of its words, in the order of the form. */
  readonly words: Readonly<Record<string, FieldWord>>;
  readonly run: (base: CommandBase, values: Values) => Promise<unknown>;
  /** Closing is the form's own affair (it has something to show). */
  readonly onDone?: () => void;
  readonly doneWords?: (values: Values) => string | null;
  /** What the case will be, as far as can be told without the server. */
  readonly foresee?: (values: Values) => Partial<BulkOutcome>;
}

const idOf = (action: CaseAction, path: string): string => `${action}-${path.replaceAll(".", "-")}`;

/** A form of one action: validated as the server will, kept as a draft, sent once. */
export function useActionForm<Values extends FieldValues>(options: Options<Values>) {
  const { kase, step, schema, initial, words } = options;
  const t = useTranslations("caseActions");
  const [draft] = useState(() => (options.prepared ? null : readDraft(kase.id, step.action)));
  const form = useForm<Values>({
    resolver: zodResolver(schema) as unknown as Resolver<Values>,
    defaultValues: { ...initial, ...draft } as DefaultValues<Values>,
    shouldFocusError: false,
  });
  const sender = useActionSender<Values>({
    kase,
    action: step.action,
    run: options.run,
    onDone: options.onDone ?? options.onClose,
    doneWords: options.doneWords,
    quick: options.quick,
    foresee: options.foresee,
  });
  useEffect(() => {
    const watching = form.watch((values) => saveDraft(kase.id, step.action, values));
    return () => watching.unsubscribe();
  }, [form, kase.id, step.action]);

  const errorOf = (path: string): string | undefined => {
    const found = get(form.formState.errors, path) as { type?: string } | undefined;
    const word = words[path];
    if (!found || !word) return undefined;
    if (found.type === "too_big") return t("tooLong", { max: longest[word] ?? 2000 });
    return t(`fields.${word}.missing`);
  };
  const field = (path: string) => {
    const word = words[path];
    const label = word ? t(`fields.${word}.label`) : path;
    return { id: idOf(step.action, path), label, error: errorOf(path) };
  };
  const errors = Object.keys(words).flatMap((path): SummaryError[] => {
    const message = errorOf(path);
    return message ? [{ fieldId: idOf(step.action, path), message }] : [];
  });
  return {
    form,
    field,
    errors,
    hasDraft: draft !== null,
    sender,
    submit: form.handleSubmit((values) => sender.send(values)),
    submitAgain: form.handleSubmit((values) => sender.sendAgain(values)),
  };
}

/** Longest text of each field, as the commands have it. */
const longest: Partial<Record<FieldWord, number>> = {
  response: 4000,
  solution: 4000,
  followUp: 4000,
  who: 120,
};

export type ActionForm = Pick<
  ReturnType<typeof useActionForm>,
  "errors" | "hasDraft" | "submit" | "submitAgain"
> & {
  readonly form: { readonly formState: { readonly submitCount: number } };
  readonly sender: Omit<ReturnType<typeof useActionForm>["sender"], "send" | "sendAgain">;
};
