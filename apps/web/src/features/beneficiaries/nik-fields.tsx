"use client";

import { nikMissingReasons } from "@rembuk/domain/beneficiaries/model";
import { parseNik } from "@rembuk/domain/beneficiaries/nik";
import { localDate, readLocalDate } from "@rembuk/domain/calendars/local-date";
import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";
import type { MemberEntry } from "./household-entry";
import { controlId, type HouseholdForm } from "./use-household-form";
import { useRegistryWords } from "./use-registry-words";

/** The NIK, or why there is none; what it says is compared while it is typed. */
export function NikFields(props: { state: HouseholdForm; at: number; member: MemberEntry }) {
  const { state, at, member } = props;
  const t = useTranslations("registry");
  const { form, errorOf } = state;
  const nik = `members.${at}.nik` as const;
  const nikState = `members.${at}.nikState` as const;
  return (
    <>
      <Field label={t("field.nikState")} id={controlId(nikState)} className="sm:col-span-2">
        <Select
          options={[
            { value: "has", label: t("hasNik") },
            ...nikMissingReasons.map((one) => ({ value: one, label: t(`nikMissing.${one}`) })),
          ]}
          {...form.register(nikState)}
        />
      </Field>
      {member.nikState === "has" ? (
        <Field
          label={t("field.nik")}
          id={controlId(nik)}
          hint={member.maskedNik ? t("keep", { masked: member.maskedNik }) : t("nikHint")}
          error={errorOf(nik)}
          className="sm:col-span-4"
        >
          <TextInput mono inputMode="numeric" maxLength={24} {...form.register(nik)} />
          <NikSays member={member} />
        </Field>
      ) : (
        <p className="self-end pb-2 text-12 text-text-2 sm:col-span-4">{t("provisionalHint")}</p>
      )}
    </>
  );
}

/** A right form proves nothing about the person; what differs is said and does not stop anybody. */
function NikSays({ member }: { member: MemberEntry }) {
  const t = useTranslations("registry");
  const words = useRegistryWords();
  const today = localDate(new Date().toISOString().slice(0, 10));
  const read = parseNik(member.nik, {
    ...{ today, demo: true, birthDate: readLocalDate(member.birthDate) },
    sex: member.sex === "female" || member.sex === "male" ? member.sex : null,
  });
  if (!read.ok) return null;
  return (
    <p role="status" className="text-12 text-text-2">
      {t("formFits")}
      {read.warnings.map((code) => (
        <span key={code} className="block font-semibold text-warn">
          {words.warning(code)}
        </span>
      ))}
    </p>
  );
}
