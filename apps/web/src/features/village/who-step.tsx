"use client";

import type { AreaSummary } from "@rembuk/services/areas/queries";
import { Combobox } from "@rembuk/ui/combobox";
import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { TextInput } from "@rembuk/ui/text-input";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { PartProps } from "@/features/intake/desk-parts";
import {
  type Capacity,
  capacities,
  fieldId,
  type NikCheck,
  nikState,
} from "@/features/intake/intake-entry";
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
  const optional = t("optional");
  const own = villages.find((village) => village.code === entry.villageCode) ?? villages[0];
  return (
    <>
      <StepHead title={f("who")} hint={f("whoHint")} />
      <Field label={t("name")} id={fieldId("name")} error={errors.name}>
        <TextInput
          value={entry.name}
          onChange={(event) => change({ name: event.target.value })}
          autoComplete="off"
          maxLength={120}
        />
      </Field>
      <Field label={t("capacity")}>
        <Select
          value={entry.capacity}
          onChange={(event) => change({ capacity: event.target.value as Capacity })}
          options={capacities.map((value) => ({ value, label: t(`capacities.${value}`) }))}
        />
      </Field>
      <Field label={t("phone")} optional={optional} id={fieldId("phone")} error={errors.phone}>
        <TextInput
          mono
          inputMode="tel"
          value={entry.phone}
          onChange={(event) => change({ phone: event.target.value })}
          autoComplete="off"
          maxLength={24}
        />
      </Field>
      <Field
        label={t("nik")}
        optional={optional}
        id={fieldId("nik")}
        error={errors.nik}
        hint={nikState(entry.nik, check) === "fine" ? t("nikFine") : undefined}
      >
        <TextInput
          mono
          inputMode="numeric"
          value={entry.nik}
          onChange={(event) => change({ nik: event.target.value })}
          autoComplete="off"
          maxLength={20}
        />
      </Field>
      <Field label={t("position")} optional={optional}>
        <TextInput
          value={entry.position}
          onChange={(event) => change({ position: event.target.value })}
          autoComplete="off"
          maxLength={50}
        />
      </Field>
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
