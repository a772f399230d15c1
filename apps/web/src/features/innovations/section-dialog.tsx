"use client";

import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActDialog } from "@/features/cases/referrals/act-dialog";
import type { ShownInnovation } from "./innovation-data";
import {
  choicesOf,
  isChoice,
  isDay,
  isLine,
  isNumbered,
  type ProfileField,
  type ProfileSection,
  profileOf,
  profileSections,
  typedOf,
} from "./profile-sections";
import { useInnovationAct } from "./use-innovation-act";

/** One section of the profile as a form. Nothing is chosen beforehand: what is blank stays open. */
export function SectionDialog({
  innovation,
  section,
  onClose,
}: {
  innovation: ShownInnovation;
  section: ProfileSection;
  onClose: () => void;
}) {
  const t = useTranslations("innovations");
  const { id: innovationId, version, profile } = innovation;
  const fields: readonly ProfileField[] = profileSections[section];
  const [typed, setTyped] = useState<Partial<Record<ProfileField, string>>>(() =>
    Object.fromEntries(fields.map((field) => [field, typedOf(profile, field)])),
  );
  const act = useInnovationAct({
    run: (innovations, clientActionId) =>
      innovations.saveProfile.mutate({
        ...{ clientActionId, innovationId, version },
        profile: profileOf(typed),
      }),
    done: t("edit.done"),
    onDone: onClose,
  });
  return (
    <ActDialog
      title={t(`edit.title.${section}`)}
      subject={profile.name}
      text={t(`edit.text.${section}`)}
      sendLabel={t("edit.send")}
      size="large"
      isSending={act.isSending}
      failure={act.failure}
      errors={[]}
      attempt={0}
      onSend={act.send}
      onClose={onClose}
    >
      <div className="grid gap-3 sm:grid-cols-2">
        {fields.map((field) => (
          <Field
            key={field}
            id={`inovasi-${field}`}
            label={t(`fields.${field}`)}
            hint={isNumbered(field) ? t("edit.numbered") : undefined}
            className={
              isLine(field) || isChoice(field) || isDay(field) ? undefined : "sm:col-span-2"
            }
          >
            <FieldControl
              field={field}
              value={typed[field] ?? ""}
              onChange={(value) => setTyped((before) => ({ ...before, [field]: value }))}
            />
          </Field>
        ))}
      </div>
    </ActDialog>
  );
}

function FieldControl({
  field,
  value,
  onChange,
}: {
  field: ProfileField;
  value: string;
  onChange: (value: string) => void;
}) {
  const t = useTranslations("innovations");
  if (isChoice(field))
    return (
      <Select
        value={value}
        options={[
          { value: "", label: t("open") },
          ...choicesOf[field].map((one) => ({ value: one, label: t(`choices.${one}`) })),
        ]}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  if (isDay(field) || isLine(field))
    return (
      <TextInput
        type={isDay(field) ? "date" : "text"}
        maxLength={300}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  return (
    <Textarea
      rows={5}
      maxLength={20_000}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
