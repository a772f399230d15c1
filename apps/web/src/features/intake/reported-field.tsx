"use client";

import { Combobox } from "@rembuk/ui/combobox";
import { Field } from "@rembuk/ui/field";
import { useTranslations } from "next-intl";
import { useReportedUnits } from "@/components/use-reported-units";
import { fieldId, type PartProps } from "./intake-entry";

/** Asked of complaints: the unit complained of, whose people then never read the case. */
export function ReportedField({
  entry,
  change,
  errors,
  subdistrictCode,
}: PartProps & { subdistrictCode: string }) {
  const t = useTranslations("reportedUnit");
  const intake = useTranslations("intake");
  return (
    <Field
      label={t("label")}
      optional={intake("optional")}
      hint={t("hint")}
      id={fieldId("reportedParty")}
      error={errors.reportedParty}
      className="max-w-md"
    >
      <Combobox
        options={useReportedUnits(subdistrictCode)}
        value={entry.reportedParty ?? null}
        onChange={(reportedParty) => change({ reportedParty })}
        emptyLabel={t("empty")}
        clearLabel={t("clear")}
      />
    </Field>
  );
}
