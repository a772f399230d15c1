"use client";

import { type ToldBy, toldBy } from "@rembuk/domain/trips/model";
import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { useTranslations } from "next-intl";
import { tripField } from "./trip-problems";

/** Text until it is sent; `when` as a `datetime-local` control has it. */
export interface ToldEntry {
  readonly who: string;
  readonly by: ToldBy;
  readonly when: string;
}

/** From a screen nobody needs to write it down. */
const ways = toldBy.filter((way) => way !== "screen");

/** Who said it, by which way and when: for a village's word, and for the camat's order in a disaster. */
export function ToldFields({
  whoLabel,
  entry,
  change,
  errorOf,
}: {
  whoLabel: string;
  entry: ToldEntry;
  change: (part: Partial<ToldEntry>) => void;
  errorOf: (field: string) => string | undefined;
}) {
  const t = useTranslations("trips");
  return (
    <fieldset className="grid gap-3 rounded-r2 bg-sunken p-3 sm:grid-cols-2">
      <legend className="sr-only">{t("fields.said")}</legend>
      <Field
        id={tripField("who")}
        label={whoLabel}
        error={errorOf("who")}
        className="sm:col-span-2"
      >
        <TextInput
          value={entry.who}
          maxLength={120}
          onChange={(event) => change({ who: event.target.value })}
        />
      </Field>
      <Field id={tripField("by")} label={t("fields.by")}>
        <Select
          value={entry.by}
          options={ways.map((way) => ({ value: way, label: t(`by.${way}`) }))}
          onChange={(event) =>
            change({ by: ways.find((way) => way === event.target.value) ?? "phone" })
          }
        />
      </Field>
      <Field id={tripField("when")} label={t("fields.when")} error={errorOf("when")}>
        <TextInput
          type="datetime-local"
          value={entry.when}
          onChange={(event) => change({ when: event.target.value })}
        />
      </Field>
    </fieldset>
  );
}
