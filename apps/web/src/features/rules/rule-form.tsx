"use client";

import { Button } from "@rembuk/ui/button";
import { Checkbox } from "@rembuk/ui/checkbox";
import { ErrorSummary, type SummaryError } from "@rembuk/ui/error-summary";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { RuleFields } from "./rule-fields";
import { RuleTrialPanel } from "./rule-trial-panel";
import type { RuleNode, RulePlace } from "./rules-data";
import { unsoundControl } from "./task-lines";
import { TaskStepsPart } from "./task-steps-part";
import { type RuleFormState, ruleFieldId, useRuleForm } from "./use-rule-form";
import type { RuleWords } from "./use-rule-words";

interface RuleFormProps {
  place: RulePlace;
  node: RuleNode;
  words: RuleWords;
  openCases: number;
}

/** What the area sets for a category: try it on past cases, then save it as a new version. */
export function RuleForm(props: RuleFormProps) {
  const t = useTranslations("rules");
  const form = useRuleForm(props);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    form.save();
  };
  const errors: SummaryError[] = Object.entries(form.errors).map(([field, message]) => ({
    fieldId:
      (field === "tasks" ? unsoundControl(form.entry.tasks ?? []) : null) ?? ruleFieldId(field),
    message,
  }));
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <ErrorSummary title={t("problems")} errors={errors} attempt={form.attempt} />
      {form.failure ? (
        <Notice tone="bad" live title={t("notSaved")}>
          {form.failure}
        </Notice>
      ) : null}
      <RuleFields {...props} form={form} />
      <TaskStepsPart {...props} form={form} />
      {props.node.parentCode ? <ActivePart {...props} form={form} /> : null}
      <div className="flex flex-wrap items-center gap-2 border-t border-line pt-4">
        <Button
          onClick={form.tryIt}
          pending={form.trial.isFetching}
          pendingLabel={t("trial.counting")}
        >
          {t("trial.open")}
        </Button>
        <p className="min-w-0 flex-1 basis-60 text-12 text-text-2">{t("trial.hint")}</p>
      </div>
      {form.trial.data ? <RuleTrialPanel trial={form.trial.data} /> : null}
      <SavePart form={form} />
    </form>
  );
}

function ActivePart({ form, openCases }: RuleFormProps & { form: RuleFormState }) {
  const t = useTranslations("rules.active");
  const closes = !form.isActive && form.wasActive;
  return (
    <div className="flex flex-col gap-2">
      <Checkbox
        label={t("label")}
        hint={t("hint")}
        checked={form.isActive}
        onChange={(event) => form.setActive(event.target.checked)}
      />
      {closes && openCases > 0 ? (
        <Notice tone="warn" live title={t("open", { count: openCases })}>
          <p>{t("openText")}</p>
          <Checkbox
            id={ruleFieldId("told")}
            label={t("told")}
            checked={form.told}
            onChange={(event) => form.setTold(event.target.checked)}
          />
        </Notice>
      ) : null}
    </div>
  );
}

function SavePart({ form }: { form: RuleFormState }) {
  const t = useTranslations("rules");
  return (
    <fieldset className="flex flex-col gap-3 rounded-r3 border border-line bg-surface p-3">
      <legend className="sr-only">{t("save.legend")}</legend>
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_200px]">
        <Field
          id={ruleFieldId("reason")}
          label={t("save.reason")}
          hint={t("save.reasonHint")}
          error={form.errors.reason}
        >
          <Textarea
            rows={2}
            maxLength={500}
            value={form.reason}
            onChange={(event) => form.setReason(event.target.value)}
          />
        </Field>
        <Field label={t("save.from")} hint={t("save.fromHint")} optional={t("optional")}>
          <TextInput
            type="date"
            value={form.inForceOn}
            onChange={(event) => form.setInForceOn(event.target.value)}
          />
        </Field>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" tone="primary" pending={form.isSaving} pendingLabel={t("saving")}>
          {t("save.act")}
        </Button>
        <p className="min-w-0 flex-1 basis-60 text-12 text-text-2">{t("save.consequence")}</p>
      </div>
    </fieldset>
  );
}
