"use client";

import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";
import {
  type Capacity,
  capacities,
  fieldId,
  type NikCheck,
  nikState,
  type PartProps,
} from "./intake-entry";

interface ReporterFieldsProps extends PartProps {
  check: NikCheck;
  /** The name is where the form begins. */
  autoFocus?: boolean;
}

/** Who tells it: four fields, which the desk and the village lay out their own way. */
export function ReporterFields({ entry, change, errors, check, autoFocus }: ReporterFieldsProps) {
  const t = useTranslations("intake");
  const optional = t("optional");
  const isNikFine = nikState(entry.nik, check) === "fine";
  return (
    <>
      <Field label={t("name")} id={fieldId("name")} error={errors.name}>
        <TextInput
          value={entry.name}
          onChange={(event) => change({ name: event.target.value })}
          autoComplete="off"
          maxLength={120}
          autoFocus={autoFocus}
        />
      </Field>
      <Field label={t("capacity")}>
        <Select
          value={entry.capacity}
          onChange={(event) => change({ capacity: event.target.value as Capacity })}
          options={capacities.map((value) => ({ value, label: t(`capacities.${value}`) }))}
        />
      </Field>
      <Field label={t("phone")} optional={optional} id={fieldId("phone")} error={errors.phone}>
        <TextInput
          mono
          inputMode="tel"
          value={entry.phone}
          onChange={(event) => change({ phone: event.target.value })}
          autoComplete="off"
          maxLength={24}
        />
      </Field>
      <Field label={t("nik")} optional={optional} id={fieldId("nik")} error={errors.nik}>
        <TextInput
          mono
          inputMode="numeric"
          value={entry.nik}
          onChange={(event) => change({ nik: event.target.value })}
          autoComplete="off"
          maxLength={20}
          aria-describedby={isNikFine ? "nik-keadaan" : undefined}
        />
        {/* Below the control: it comes while somebody types and must not push the control away. */}
        {isNikFine ? (
          <p id="nik-keadaan" className="text-meta text-text-2">
            {t("nikFine")}
          </p>
        ) : null}
      </Field>
    </>
  );
}

/** The post that somebody holds, or whom they speak for, in words. */
export function PositionField({ entry, change }: Pick<PartProps, "entry" | "change">) {
  const t = useTranslations("intake");
  return (
    <Field label={t(entry.capacity === "proxy" ? "relation" : "position")} optional={t("optional")}>
      <TextInput
        value={entry.position}
        onChange={(event) => change({ position: event.target.value })}
        autoComplete="off"
        maxLength={50}
      />
    </Field>
  );
}
