"use client";

import { organizationKinds } from "@rembuk/domain/staff/organizations";
import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";
import { areaTitle } from "@/features/areas/area-name";
import { AreaPicker } from "@/features/areas/area-picker";
import { fieldId } from "@/features/people/staff-form";
import { ContactLines } from "./contact-lines";
import { kindOf, type OrganizationEntry } from "./organization-entry";

interface OrganizationFieldsProps {
  entry: OrganizationEntry;
  change: (part: Partial<OrganizationEntry>) => void;
  /** The place is given: of a stored partner, and of an administrator of one kecamatan. */
  isPlaceFixed: boolean;
  /** Where a place can be chosen; "" is the whole country. */
  under: string;
  errors: Readonly<Record<string, string | undefined>>;
}

/** Name and kind, place, agreement with its period, address, and whom to call. */
export function OrganizationFields(props: OrganizationFieldsProps) {
  const { entry, change, errors } = props;
  const t = useTranslations("organizations");
  const text = (part: "name" | "address" | "agreementNumber", most: number) => (
    <TextInput
      value={entry[part]}
      maxLength={most}
      onChange={(event) => change({ [part]: event.target.value })}
    />
  );
  const day = (part: "startsOn" | "endsOn") => (
    <TextInput
      type="date"
      value={entry[part]}
      onChange={(event) => change({ [part]: event.target.value })}
    />
  );
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field
        label={t("field.name")}
        id={fieldId("name")}
        error={errors.name}
        className="sm:col-span-2"
      >
        {text("name", 120)}
      </Field>
      <Field label={t("field.kind")} id={fieldId("kind")}>
        <Select
          value={entry.kind}
          options={organizationKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          onChange={(event) => change({ kind: kindOf(event.target.value) })}
        />
      </Field>
      <PlaceField {...props} />
      <Field
        label={t("field.agreement")}
        hint={t("field.agreementHint")}
        id={fieldId("agreementNumber")}
        error={errors.agreementNumber}
        className="sm:col-span-2"
      >
        {text("agreementNumber", 120)}
      </Field>
      <Field
        label={t("field.startsOn")}
        id={fieldId("agreementStart")}
        error={errors.agreementStart}
      >
        {day("startsOn")}
      </Field>
      <Field label={t("field.endsOn")} id={fieldId("agreementEnd")} error={errors.agreementEnd}>
        {day("endsOn")}
      </Field>
      <Field
        label={t("field.address")}
        id={fieldId("address")}
        optional={t("optional")}
        className="sm:col-span-2"
      >
        {text("address", 200)}
      </Field>
      <div className="min-w-0 sm:col-span-2">
        <ContactLines
          contacts={entry.contacts}
          error={errors.contacts}
          onChange={(contacts) => change({ contacts })}
        />
      </div>
    </div>
  );
}

function PlaceField({ entry, change, isPlaceFixed, under, errors }: OrganizationFieldsProps) {
  const t = useTranslations("organizations");
  return (
    <Field label={t("field.area")} id={fieldId("areaCode")} error={errors.areaCode}>
      {isPlaceFixed && entry.area ? (
        <TextInput readOnly value={areaTitle(entry.area)} />
      ) : (
        <AreaPicker
          under={under}
          placeholder={t("field.areaPlaceholder")}
          value={entry.area}
          onChange={(area) => change({ area })}
        />
      )}
    </Field>
  );
}
