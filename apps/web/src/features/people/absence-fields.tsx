"use client";

import { absenceReasons, actingKinds } from "@rembuk/domain/staff/absence";
import { Combobox } from "@rembuk/ui/combobox";
import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/lib/trpc";
import type { AbsenceEntry } from "./absence-entry";
import type { PersonAssignment } from "./people-data";
import { fieldId } from "./staff-form";
import { useRoleWords } from "./use-role-words";

interface AbsenceFieldsProps {
  entry: AbsenceEntry;
  change: (part: Partial<AbsenceEntry>) => void;
  posts: readonly PersonAssignment[];
  errors: Readonly<Record<string, string | undefined>>;
}

/** Office, Plh. or Plt., period, substitute, letter and reason. */
export function AbsenceFields({ entry, change, posts, errors }: AbsenceFieldsProps) {
  const t = useTranslations("people.absence");
  const words = useRoleWords();
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field
        label={t("field.post")}
        id={fieldId("assignmentId")}
        error={errors.assignmentId}
        className="sm:col-span-2"
      >
        <Select
          value={entry.assignmentId}
          onChange={(event) => change({ assignmentId: event.target.value, substituteId: "" })}
          options={posts.map((post) => ({
            value: post.id,
            label: `${words.role(post)}, ${words.place(post)}`,
          }))}
        />
      </Field>
      <Field label={t("field.acting")} id={fieldId("acting")} error={errors.acting}>
        <Select
          value={entry.acting}
          onChange={(event) => change({ acting: event.target.value as AbsenceEntry["acting"] })}
          options={actingKinds.map((kind) => ({ value: kind, label: t(`acting.${kind}`) }))}
        />
      </Field>
      <Field label={t("field.reason")} id={fieldId("reason")} error={errors.reason}>
        <Select
          value={entry.reason}
          onChange={(event) => change({ reason: event.target.value as AbsenceEntry["reason"] })}
          options={absenceReasons.map((reason) => ({
            value: reason,
            label: t(`reason.${reason}`),
          }))}
        />
      </Field>
      <Field label={t("field.startsOn")} id={fieldId("startsOn")} error={errors.startsOn}>
        <TextInput
          type="date"
          value={entry.startsOn}
          onChange={(event) => change({ startsOn: event.target.value, substituteId: "" })}
        />
      </Field>
      <Field label={t("field.endsOn")} id={fieldId("endsOn")} error={errors.endsOn}>
        <TextInput
          type="date"
          value={entry.endsOn}
          min={entry.startsOn}
          onChange={(event) => change({ endsOn: event.target.value, substituteId: "" })}
        />
      </Field>
      <SubstituteField entry={entry} change={change} error={errors.substituteId} />
      <Field
        label={t("field.letter")}
        id={fieldId("letterNumber")}
        error={errors.letterNumber}
        className="sm:col-span-2"
      >
        <TextInput
          value={entry.letterNumber}
          maxLength={120}
          placeholder={t("field.letterPlaceholder")}
          onChange={(event) => change({ letterNumber: event.target.value })}
        />
      </Field>
    </div>
  );
}

/** Only who may stand in for this office through the whole period is offered. */
function SubstituteField({
  entry,
  change,
  error,
}: Pick<AbsenceFieldsProps, "entry" | "change"> & { error: string | undefined }) {
  const t = useTranslations("people");
  const roleName = useTranslations("roles");
  const { assignmentId, startsOn } = entry;
  const endsOn = entry.endsOn >= startsOn && entry.endsOn !== "" ? entry.endsOn : startsOn;
  const isAsked = assignmentId !== "" && startsOn !== "";
  const found = useQuery(
    useTRPC().staff.substitutes.queryOptions(
      { assignmentId, startsOn, endsOn },
      { enabled: isAsked, placeholderData: keepPreviousData },
    ),
  );
  return (
    <Field
      label={t("absence.field.substitute")}
      id={fieldId("substituteId")}
      error={error}
      hint={t("absence.field.substituteHint")}
      className="sm:col-span-2"
    >
      <Combobox
        options={(found.data ?? []).map((one) => ({
          value: one.userId,
          label: one.name,
          detail: roleName(one.role),
        }))}
        value={entry.substituteId || null}
        onChange={(id) => change({ substituteId: id ?? "" })}
        placeholder={t("absence.field.substitutePlaceholder")}
        emptyLabel={found.isFetching ? t("loading") : t("absence.field.substituteNone")}
        clearLabel={t("field.clear")}
      />
    </Field>
  );
}
