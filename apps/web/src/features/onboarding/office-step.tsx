"use client";

import { saveOfficeCommand } from "@rembuk/domain/onboarding/commands";
import { Button } from "@rembuk/ui/button";
import { ErrorSummary } from "@rembuk/ui/error-summary";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useTRPCClient } from "@/lib/trpc";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { Onboarding, StepProps } from "./onboarding-data";
import { useStepAct } from "./use-onboarding";

const fields = ["name", "letters", "deskName", "address", "phone", "openingHours"] as const;
type OfficeField = (typeof fields)[number];
type Entry = Record<OfficeField, string>;

/** "Halong" -> HLG: first letter and the consonants behind it. */
const lettersFrom = (name: string): string => {
  const plain = name.toUpperCase().replace(/[^A-Z]/g, "");
  return (plain.charAt(0) + plain.slice(1).replace(/[AEIOU]/g, "")).slice(0, 3);
};

const startOf = (page: Onboarding, hours: string, desk: string): Entry =>
  page.office ?? {
    name: `Kecamatan ${page.areaName}`,
    letters: lettersFrom(page.areaName),
    deskName: desk,
    address: "",
    phone: "",
    openingHours: hours,
  };

const wrongIn = (entry: Entry): readonly OfficeField[] =>
  fields.filter((field) => !saveOfficeCommand.shape[field].safeParse(entry[field]).success);

/** Name, letters of the case numbers, and what the paper carries. */
export function OfficeStep({ page, onNext }: StepProps) {
  const t = useTranslations("onboarding.office");
  const wording = useErrorWording();
  const client = useTRPCClient();
  const id = useId();
  const [entry, setEntry] = useState(() => startOf(page, t("hoursExample"), t("deskExample")));
  const [attempt, setAttempt] = useState(0);
  const save = useStepAct(
    (given: Entry) =>
      client.onboarding.saveOffice.mutate({
        ...{ ...given, clientActionId: crypto.randomUUID(), subdistrictCode: page.areaCode },
      }),
    onNext,
  );
  const wrong = attempt > 0 ? wrongIn(entry) : [];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt((before) => before + 1);
    if (wrongIn(entry).length === 0 && !save.isPending) save.mutate(entry);
  };
  if (page.office === null && !page.mayOpen) return <Notice tone="info">{t("notYours")}</Notice>;
  return (
    <form noValidate onSubmit={submit} className="flex max-w-[640px] flex-col gap-3.5">
      {wrong.length > 0 ? (
        <ErrorSummary
          title={t("wrong")}
          attempt={attempt}
          errors={wrong.map((field) => ({
            fieldId: `${id}-${field}`,
            message: t(`field.${field}.missing`),
          }))}
        />
      ) : null}
      {save.error ? (
        <Notice tone="bad" live>
          {wording(callFailure(save.error).code)}
        </Notice>
      ) : null}
      {fields.map((field) => (
        <Field
          key={field}
          id={`${id}-${field}`}
          label={t(`field.${field}.label`)}
          hint={t(`field.${field}.hint`)}
          error={wrong.includes(field) ? t(`field.${field}.missing`) : undefined}
        >
          <TextInput
            value={entry[field]}
            readOnly={field === "letters" && page.office !== null}
            onChange={(event) => setEntry({ ...entry, [field]: event.target.value })}
          />
        </Field>
      ))}
      <div>
        <Button type="submit" tone="primary" pending={save.isPending} pendingLabel={t("saving")}>
          {page.office ? t("save") : t("begin")}
        </Button>
      </div>
    </form>
  );
}
