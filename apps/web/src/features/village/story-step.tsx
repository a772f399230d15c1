"use client";

import type { CategoryOption } from "@rembuk/services/cases/option-queries";
import { Button } from "@rembuk/ui/button";
import { Checkbox } from "@rembuk/ui/checkbox";
import { Field } from "@rembuk/ui/field";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import { EmergencyNumbers } from "@/features/intake/emergency-numbers";
import type { PartProps } from "@/features/intake/intake-entry";
import { fieldId } from "@/features/intake/intake-entry";
import { ReportedField } from "@/features/intake/reported-field";
import { StepHead } from "./step-head";

interface StoryStepProps extends PartProps {
  category: CategoryOption | undefined;
  /** Back to the choice of the type. */
  onChange: () => void;
}

export function StoryStep({ entry, change, errors, category, onChange }: StoryStepProps) {
  const t = useTranslations("village.form");
  const words = useTranslations("intake");
  return (
    <>
      {category ? (
        <div className="-mb-2 flex items-center gap-1">
          <span className="rounded-r2 border border-line px-2 py-1 text-14">{category.name}</span>
          <Button tone="quiet" size="small" className="underline" onClick={onChange}>
            {t("change")}
          </Button>
        </div>
      ) : null}
      <StepHead title={t("tell")} hint={t("tellHint")} />
      {category?.isAlwaysEmergency ? (
        <EmergencyNumbers isEmergency hours={category.emergencyHours} />
      ) : null}
      <Field label={t("tell")} hideLabel id={fieldId("story")} error={errors.story}>
        <Textarea
          rows={6}
          value={entry.story}
          onChange={(event) => change({ story: event.target.value })}
          maxLength={8000}
        />
      </Field>
      {category?.kind === "complaint" && entry.villageCode ? (
        <ReportedField
          entry={entry}
          change={change}
          errors={errors}
          subdistrictCode={entry.villageCode.slice(0, 8)}
        />
      ) : null}
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 text-16 font-semibold">{words("privacy")}</legend>
        <Checkbox
          label={words("anonymous")}
          checked={entry.anonymous}
          onChange={(event) => change({ anonymous: event.target.checked })}
        />
        <Checkbox
          label={words("secret")}
          checked={entry.secret}
          onChange={(event) => change({ secret: event.target.checked })}
        />
      </fieldset>
      {category && category.requiredEvidence.length > 0 ? (
        <p className="text-15 text-text-2">
          {t("evidence")}: {category.requiredEvidence.join("; ")}
        </p>
      ) : null}
    </>
  );
}
