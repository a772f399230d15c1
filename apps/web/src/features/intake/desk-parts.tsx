"use client";

import type { AreaSummary } from "@rembuk/services/areas/queries";
import { Checkbox } from "@rembuk/ui/checkbox";
import { Combobox } from "@rembuk/ui/combobox";
import { Field } from "@rembuk/ui/field";
import { Kbd } from "@rembuk/ui/kbd";
import { SectionHeader } from "@rembuk/ui/section-header";
import { TextInput } from "@rembuk/ui/text-input";
import { Textarea } from "@rembuk/ui/textarea";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { HeardFields } from "./heard-fields";
import { fieldId, type NikCheck, type PartProps, titleOf } from "./intake-entry";
import { PositionField, ReporterFields } from "./reporter-fields";

/** A numbered part of the form; Alt and its number bring the focus to its first control. */
export function DeskPart({
  number,
  title,
  children,
}: {
  number: 1 | 2 | 3 | 4;
  title: string;
  children: ReactNode;
}) {
  return (
    <section
      id={`bagian-${number}`}
      aria-labelledby={`bagian-${number}-judul`}
      className="border-t border-line pt-3 pb-3.5 first:border-t-0"
    >
      <SectionHeader
        id={`bagian-${number}-judul`}
        number={String(number)}
        title={title}
        className="mb-2.5"
        actions={<Kbd className="pointer-coarse:hidden">Alt {number}</Kbd>}
      />
      {children}
    </section>
  );
}

interface WhoProps extends PartProps {
  check: NikCheck;
}

export function WhoPart(props: WhoProps) {
  return (
    <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-[1.25fr_1fr_1.15fr_1.15fr]">
      <ReporterFields {...props} autoFocus />
    </div>
  );
}

interface WhereProps extends PartProps {
  villages: readonly AreaSummary[];
}

export function WherePart({ entry, change, errors, villages }: WhereProps) {
  const t = useTranslations("intake");
  const options = villages.map((village) => ({
    value: village.code,
    label: village.name,
    note: `, ${village.within}`,
    detail: <span className="font-mono">{village.code}</span>,
  }));
  return (
    <div className="grid gap-3 sm:grid-cols-[1.3fr_2fr]">
      <Field label={t("village")} id={fieldId("village")} error={errors.village}>
        <Combobox
          options={options}
          value={entry.villageCode}
          onChange={(villageCode) => change({ villageCode })}
          placeholder={t("villagePlaceholder")}
          emptyLabel={t("villageEmpty")}
          clearLabel={t("clear")}
        />
      </Field>
      <PositionField entry={entry} change={change} />
      <HeardFields entry={entry} change={change} errors={errors} here="desk" />
    </div>
  );
}

export function StoryPart({ entry, change, errors }: PartProps) {
  const t = useTranslations("intake");
  return (
    <div className="flex flex-col gap-3">
      <Field label={t("story")} id={fieldId("story")} error={errors.story}>
        <Textarea
          rows={3}
          value={entry.story}
          onChange={(event) => change({ story: event.target.value })}
          maxLength={8000}
        />
      </Field>
      <div className="flex flex-wrap items-end gap-x-5 gap-y-2">
        <Field
          className="min-w-64 flex-1"
          label={t("caseTitle")}
          optional={t("titleHint")}
          id={fieldId("caseTitle")}
          error={errors.caseTitle}
        >
          <TextInput
            value={titleOf(entry)}
            onChange={(event) => change({ ownTitle: event.target.value })}
            onBlur={() => entry.ownTitle?.trim() === "" && change({ ownTitle: null })}
            maxLength={300}
          />
        </Field>
        <fieldset className="flex flex-wrap gap-x-5 pb-1.5">
          <legend className="sr-only">{t("privacy")}</legend>
          <Checkbox
            label={t("anonymous")}
            checked={entry.anonymous}
            onChange={(event) => change({ anonymous: event.target.checked })}
          />
          <Checkbox
            label={t("secret")}
            checked={entry.secret}
            onChange={(event) => change({ secret: event.target.checked })}
          />
        </fieldset>
      </div>
    </div>
  );
}
