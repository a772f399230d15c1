"use client";

import { routeCaseCommand } from "@rembuk/domain/cases/commands";
import { defaultTarget } from "@rembuk/domain/cases/routing";
import { Combobox } from "@rembuk/ui/combobox";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { z } from "zod";
import { useTRPCClient } from "@/lib/trpc";
import type { CaseDetail } from "../case-data";
import { joinTexts } from "../replies/join-texts";
import { ReplyPicker } from "../replies/reply-picker";
import { ActionFrame } from "./action-frame";
import { type ActionFormProps, useActionForm } from "./use-action-form";
import { isSection, useTargetOptions } from "./use-target-options";

const schema = routeCaseCommand.pick({ target: true, instruction: true });
type Values = z.infer<typeof schema>;

/** Whom it can go to, and whom the rule names that the case was opened under, not the one in force now. */
function useTargets(kase: CaseDetail) {
  // The unit complained of never holds the case; the form says why it is missing.
  const options = useTargetOptions(kase.reportedUnit?.key.split(":")[1] ?? null);
  const wanted = defaultTarget(kase.category);
  return { options, proposed: options.find((one) => one.value === wanted) ?? null };
}

/** Would this target only be proposed? The office's own sections are inside and wait for nobody. */
const waitsFor = (kase: CaseDetail, target: string): boolean =>
  kase.disposition.isFirst && target !== "" && !isSection(target);

/** Sends the case to its next holder, with an instruction (disposisi). */
export function RouteForm(props: ActionFormProps) {
  const { kase, assigns } = props;
  const t = useTranslations("caseActions");
  const client = useTRPCClient();
  const { options, proposed } = useTargets(kase);
  const action = useActionForm<Values>({
    ...props,
    schema,
    initial: {
      target: props.prepared?.target ?? "",
      instruction: props.prepared?.texts.instruction ?? "",
    },
    words: { target: "target", instruction: "instruction" },
    run: (base, values) => client.cases.route.mutate({ ...base, ...values }),
    foresee: ({ target: code }) => {
      if (waitsFor(kase, code))
        return { holderKind: "leaders", holderCode: null, holderName: null, isMyTurn: false };
      const holderName = options.find((one) => one.value === code)?.label ?? code;
      const holderKind = isSection(code) ? "section" : "sector";
      return { status: "assigned", holderKind, holderCode: code, holderName, isMyTurn: false };
    },
    doneWords: (values) => {
      const name = options.find((one) => one.value === values.target)?.label ?? values.target;
      const word = waitsFor(kase, values.target) ? "route.proposed" : "route.done";
      return t(word, { number: kase.number, target: name });
    },
  });
  const { form, field } = action;
  const target = form.watch("target");
  // The target is proposed already; what is left to write is the instruction.
  const box = useRef<HTMLTextAreaElement>(null);
  const instruction = form.register("instruction");
  const isTouched = form.getFieldState("target").isDirty;
  useEffect(() => {
    if (!assigns && proposed && !target && !isTouched) form.setValue("target", proposed.value);
  }, [assigns, proposed, target, isTouched, form]);
  const picker = (
    <ReplyPicker
      caseId={kase.id}
      use="route"
      onPick={({ texts, target: to }) => {
        const written = joinTexts(form.getValues("instruction"), texts.instruction);
        form.setValue("instruction", written, { shouldDirty: true });
        if (to) form.setValue("target", to, { shouldDirty: true });
      }}
    />
  );
  return (
    <ActionFrame {...props} action={action} initialFocus={assigns ? undefined : box}>
      {assigns ? null : picker}
      <Field
        {...field("target")}
        hint={
          kase.reportedUnit
            ? t("fields.target.reported", { name: kase.reportedUnit.name })
            : proposed
              ? t("fields.target.hint", { name: proposed.label })
              : undefined
        }
      >
        <Combobox
          options={options}
          value={target || null}
          onChange={(code) => form.setValue("target", code ?? "", { shouldDirty: true })}
          emptyLabel={t("fields.target.empty")}
          clearLabel={t("fields.target.clear")}
        />
      </Field>
      {assigns ? picker : null}
      {waitsFor(kase, target) ? <Notice tone="info">{t("route.waits")}</Notice> : null}
      <Field
        {...field("instruction")}
        hint={t(waitsFor(kase, target) ? "route.proposalHint" : "fields.instruction.hint")}
      >
        <Textarea
          maxLength={2000}
          rows={4}
          {...instruction}
          ref={(node) => {
            instruction.ref(node);
            box.current = node;
          }}
        />
      </Field>
    </ActionFrame>
  );
}
