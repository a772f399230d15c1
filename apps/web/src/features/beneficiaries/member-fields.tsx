"use client";

import { leavingStatuses, relations } from "@rembuk/domain/beneficiaries/model";
import { Button } from "@rembuk/ui/button";
import { Field } from "@rembuk/ui/field";
import { Panel } from "@rembuk/ui/panel";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { MemberEntry } from "./household-entry";
import { NikFields } from "./nik-fields";
import { controlId, type HouseholdForm } from "./use-household-form";

/** One member: name, relation, sex and birth, NIK or why there is none, and the rest. */
export function MemberFields({ state, at }: { state: HouseholdForm; at: number }) {
  const t = useTranslations("registry");
  const { form, errorOf, entry } = state;
  const member = entry.members[at];
  if (!member) return null;
  const path = (part: keyof MemberEntry) => `members.${at}.${part}` as const;
  const field = (part: keyof MemberEntry) => ({
    id: controlId(path(part)),
    error: errorOf(path(part)),
  });
  const isLeaving = member.leaving !== "";
  return (
    <Panel
      id={`anggota-${at}`}
      title={t("memberTitle", { place: at + 1 })}
      note={member.name}
      actions={
        member.residentId === "" && at > 0 ? (
          <Button
            size="small"
            tone="quiet"
            icon={<X size={14} aria-hidden />}
            aria-label={t("dropMember", { place: at + 1 })}
            onClick={() => state.members.remove(at)}
          >
            {t("drop")}
          </Button>
        ) : null
      }
    >
      <div className="grid gap-3 sm:grid-cols-6">
        {isLeaving ? null : (
          <>
            <Field label={t("field.name")} {...field("name")} className="sm:col-span-6">
              <TextInput maxLength={120} {...form.register(path("name"))} />
            </Field>
            <Field label={t("field.relation")} {...field("relation")} className="sm:col-span-2">
              <Select
                placeholder={t("choose")}
                options={relations.map((one) => ({ value: one, label: t(`relation.${one}`) }))}
                {...form.register(path("relation"))}
              />
            </Field>
            <Field label={t("field.sex")} {...field("sex")} className="sm:col-span-2">
              <Select
                placeholder={t("choose")}
                options={(["female", "male"] as const).map((one) => ({
                  value: one,
                  label: t(`sex.${one}`),
                }))}
                {...form.register(path("sex"))}
              />
            </Field>
            <Field
              label={t("field.birthDate")}
              hint={member.age === null ? undefined : t("keepAge", { years: member.age })}
              {...field("birthDate")}
              className="sm:col-span-2"
            >
              <TextInput type="date" min="1900-01-01" {...form.register(path("birthDate"))} />
            </Field>
            <NikFields state={state} at={at} member={member} />
            <Field
              label={t("field.aliases")}
              hint={t("aliasesHint")}
              optional={t("optional")}
              {...field("aliases")}
              className="sm:col-span-3"
            >
              <TextInput maxLength={400} {...form.register(path("aliases"))} />
            </Field>
            <Field
              label={t("field.phone")}
              hint={member.maskedPhone ? t("keep", { masked: member.maskedPhone }) : t("phoneHint")}
              optional={t("optional")}
              {...field("phone")}
              className="sm:col-span-3"
            >
              <TextInput type="tel" maxLength={24} {...form.register(path("phone"))} />
            </Field>
          </>
        )}
        {member.residentId === "" ? null : (
          <Field label={t("leaving")} {...field("leaving")} className="sm:col-span-6">
            <Select
              options={[
                { value: "", label: t("stays") },
                ...leavingStatuses.map((one) => ({ value: one, label: t(`status.${one}`) })),
              ]}
              {...form.register(path("leaving"))}
            />
          </Field>
        )}
      </div>
    </Panel>
  );
}
