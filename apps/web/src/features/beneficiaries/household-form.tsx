"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { Button, ButtonLink } from "@rembuk/ui/button";
import { ErrorSummary } from "@rembuk/ui/error-summary";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { Panel } from "@rembuk/ui/panel";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { emptyMember, type HouseholdEntry } from "./household-entry";
import { MemberFields } from "./member-fields";
import type { Household, RegistryVillage } from "./registry-data";
import { controlId, type HouseholdForm, useHouseholdForm } from "./use-household-form";

const mostMembers = 20;

interface HouseholdFormProps {
  start: HouseholdEntry;
  household: Pick<Household, "id" | "version"> | null;
  villages: readonly RegistryVillage[];
  userId: string;
}

/** A household with its members: one column, thumbs first. */
export function HouseholdFormView({ start, household, villages, userId }: HouseholdFormProps) {
  const t = useTranslations("registry");
  const state = useHouseholdForm(start, household, userId);
  const send = (event: FormEvent) => {
    event.preventDefault();
    state.send();
  };
  return (
    <form noValidate autoComplete="off" onSubmit={send} className="flex flex-col gap-3.5">
      <ErrorSummary title={t("errors.title")} errors={state.summary} attempt={state.attempt} />
      <FormNotices state={state} />
      <PlaceFields state={state} villages={villages} isNew={household === null} />
      {state.members.fields.map((field, at) => (
        <MemberFields key={field.key} state={state} at={at} />
      ))}
      <div className="flex flex-wrap gap-2">
        {state.members.fields.length < mostMembers ? (
          <Button
            icon={<Plus size={16} aria-hidden />}
            onClick={() => state.members.append(emptyMember(""))}
          >
            {t("addMember")}
          </Button>
        ) : null}
      </div>
      <div className="flex flex-wrap gap-2 border-t border-line pt-3.5">
        <Button type="submit" tone="primary" pending={state.pending} pendingLabel={t("saving")}>
          {t("save")}
        </Button>
        <ButtonLink href={household ? `/keluarga/${household.id}` : "/keluarga"}>
          {t("cancel")}
        </ButtonLink>
      </div>
    </form>
  );
}

function FormNotices({ state }: { state: HouseholdForm }) {
  const t = useTranslations("registry");
  return (
    <>
      {state.formError ? (
        <Notice tone="bad" live>
          {state.formError}
        </Notice>
      ) : null}
      {state.otherHousehold ? (
        <Notice tone="info">
          <TextLink href={`/keluarga/${state.otherHousehold}`}>{t("openOther")}</TextLink>
        </Notice>
      ) : null}
      {state.draft.isRestored ? (
        <Notice
          tone="info"
          actions={
            <Button size="small" onClick={state.draft.startAnew}>
              {t("startAnew")}
            </Button>
          }
        >
          {t("restored")}
        </Notice>
      ) : null}
    </>
  );
}

function PlaceFields({
  state,
  villages,
  isNew,
}: {
  state: HouseholdForm;
  villages: readonly RegistryVillage[];
  isNew: boolean;
}) {
  const t = useTranslations("registry");
  const { form, errorOf, entry } = state;
  return (
    <Panel id="tempat" title={t("household")}>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-6">
        {isNew && villages.length > 1 ? (
          <Field
            label={t("village")}
            id={controlId("villageCode")}
            error={errorOf("villageCode")}
            className="col-span-2 sm:col-span-6"
          >
            <Select
              placeholder={t("choose")}
              options={villages.map((one) => ({ value: one.code, label: one.name }))}
              {...form.register("villageCode")}
            />
          </Field>
        ) : (
          <p className="col-span-2 text-control sm:col-span-6">
            {villages.find((one) => one.code === entry.villageCode)?.name ?? entry.villageCode}
          </p>
        )}
        <Field
          label={t("field.card")}
          id={controlId("card")}
          optional={t("optional")}
          hint={entry.maskedCard ? t("keep", { masked: entry.maskedCard }) : t("cardHint")}
          error={errorOf("card")}
          className="col-span-2 sm:col-span-6"
        >
          <TextInput mono inputMode="numeric" maxLength={24} {...form.register("card")} />
        </Field>
        <Field
          label={t("field.hamlet")}
          id={controlId("hamlet")}
          optional={t("optional")}
          className="col-span-2 sm:col-span-4"
        >
          <TextInput maxLength={80} {...form.register("hamlet")} />
        </Field>
        {(["rt", "rw"] as const).map((part) => (
          <Field
            key={part}
            label={t(`field.${part}`)}
            id={controlId(part)}
            optional={t("optional")}
          >
            <TextInput inputMode="numeric" maxLength={3} {...form.register(part)} />
          </Field>
        ))}
        <Field
          label={t("field.address")}
          id={controlId("address")}
          optional={t("optional")}
          className="col-span-2 sm:col-span-6"
        >
          <TextInput maxLength={200} {...form.register("address")} />
        </Field>
      </div>
    </Panel>
  );
}
