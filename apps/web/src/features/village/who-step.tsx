"use client";

import type { AreaSummary } from "@rembuk/services/areas/queries";
import { Combobox } from "@rembuk/ui/combobox";
import { Field } from "@rembuk/ui/field";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { HeardFields } from "@/features/intake/heard-fields";
import type { PartProps } from "@/features/intake/intake-entry";
import { fieldId, type NikCheck } from "@/features/intake/intake-entry";
import { PositionField, ReporterFields } from "@/features/intake/reporter-fields";
import { useTRPC } from "@/lib/trpc";
import { StepHead } from "./step-head";

interface WhoStepProps extends PartProps {
  villages: readonly AreaSummary[];
  searchUnder: string | null;
  check: NikCheck;
}

export function WhoStep({ entry, change, errors, villages, searchUnder, check }: WhoStepProps) {
  const t = useTranslations("intake");
  const f = useTranslations("village.form");
  const own = villages.find((village) => village.code === entry.villageCode) ?? villages[0];
  return (
    <>
      <StepHead title={f("who")} hint={f("whoHint")} />
      <ReporterFields entry={entry} change={change} errors={errors} check={check} />
      <PositionField entry={entry} change={change} />
      <HeardFields entry={entry} change={change} errors={errors} here="village" />
      {villages.length === 1 && own ? (
        <p className="text-15 text-text-2">
          {f("village")} <b className="font-semibold text-text">{own.name}</b>, {own.within}
        </p>
      ) : (
        <Field label={t("village")} id={fieldId("village")} error={errors.village}>
          <VillageBox
            value={entry.villageCode}
            onChange={(villageCode) => change({ villageCode })}
            villages={villages}
            searchUnder={searchUnder}
          />
        </Field>
      )}
    </>
  );
}

interface VillageBoxProps {
  value: string | null;
  onChange: (code: string | null) => void;
  villages: readonly AreaSummary[];
  searchUnder: string | null;
}

/** One of the reader's villages, or any of a sector partner's regency, which the server searches. */
function VillageBox({ value, onChange, villages, searchUnder }: VillageBoxProps) {
  const t = useTranslations("intake");
  const [text, setText] = useState("");
  const search = { text, under: searchUnder ?? "", level: 4, limit: 20 };
  const found = useQuery(
    useTRPC().areas.search.queryOptions(search, {
      enabled: searchUnder !== null && text.trim().length >= 2,
      placeholderData: (before) => before,
    }),
  );
  const places = searchUnder === null ? villages : (found.data ?? []);
  return (
    <Combobox
      options={places.map((village) => ({
        value: village.code,
        label: village.name,
        note: `, ${village.within}`,
        detail: <span className="font-mono">{village.code}</span>,
      }))}
      value={value}
      onChange={onChange}
      onSearch={searchUnder === null ? undefined : setText}
      placeholder={t("villagePlaceholder")}
      emptyLabel={t("villageEmpty")}
      clearLabel={t("clear")}
    />
  );
}
