"use client";

import { routeCaseCommand } from "@rembuk/domain/cases/commands";
import { defaultTarget, sections } from "@rembuk/domain/cases/routing";
import { Combobox } from "@rembuk/ui/combobox";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { Textarea } from "@rembuk/ui/textarea";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef } from "react";
import type { z } from "zod";
import { useTRPC, useTRPCClient } from "@/lib/trpc";
import type { CaseDetail } from "../case-data";
import { joinTexts } from "../replies/join-texts";
import { ReplyPicker } from "../replies/reply-picker";
import { ActionFrame } from "./action-frame";
import { type ActionFormProps, useActionForm } from "./use-action-form";

const schema = routeCaseCommand.pick({ target: true, instruction: true });
type Values = z.infer<typeof schema>;

const HOUR = { staleTime: 3_600_000 };
const isSection = (code: string) => (sections as readonly string[]).includes(code);

/** Sections of the kecamatan first, then every sector; its own sector codes are its sections. */
function useTargets(kase: CaseDetail) {
  const reported = kase.reportedUnit?.key.split(":")[1] ?? null;
  const t = useTranslations("caseActions.fields.target");
  const trpc = useTRPC();
  const sectors = useQuery(trpc.areas.sectors.queryOptions(undefined, HOUR));
  // By the rule that the case was opened under, not by the one in force now.
  const wanted = defaultTarget(kase.category);
  return useMemo(() => {
    const rank = (code: string) => (isSection(code) ? 0 : 1);
    const options = (sectors.data ?? [])
      // The unit complained of never holds the case; the form says why it is missing.
      .filter(({ code }) => !code.startsWith("KEC_") && code !== reported)
      .sort((a, b) => rank(a.code) - rank(b.code) || a.name.localeCompare(b.name, "id"))
      .map(({ code, name }) => ({
        value: code,
        label: name,
        note: `, ${code.replaceAll("_", " ")}`,
        detail: t(isSection(code) ? "section" : "sector"),
      }));
    return { options, proposed: options.find((one) => one.value === wanted) ?? null };
  }, [sectors.data, wanted, reported, t]);
}

/** Would this target only be proposed? The office's own sections are inside and wait for nobody. */
const waitsFor = (kase: CaseDetail, target: string): boolean =>
  kase.disposition.isFirst && target !== "" && !isSection(target);

/** Sends the case to its next holder, with an instruction (disposisi). */
export function RouteForm(props: ActionFormProps) {
  const { kase } = props;
  const t = useTranslations("caseActions");
  const client = useTRPCClient();
  const { options, proposed } = useTargets(kase);
  const action = useActionForm<Values>({
    ...props,
    schema,
    initial: { target: "", instruction: "" },
    words: { target: "target", instruction: "instruction" },
    run: (base, values) => client.cases.route.mutate({ ...base, ...values }),
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
    if (proposed && !target && !isTouched) form.setValue("target", proposed.value);
  }, [proposed, target, isTouched, form]);
  return (
    <ActionFrame {...props} action={action} initialFocus={box}>
      <ReplyPicker
        caseId={kase.id}
        use="route"
        onPick={({ texts, target: to }) => {
          const written = joinTexts(form.getValues("instruction"), texts.instruction);
          form.setValue("instruction", written, { shouldDirty: true });
          if (to) form.setValue("target", to, { shouldDirty: true });
        }}
      />
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
