"use client";

import { Combobox } from "@rembuk/ui/combobox";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import { areaTitle, type NamedArea } from "./area-name";
import { useSettled } from "./use-settled";

interface AreaPickerProps {
  value: NamedArea | null;
  onChange: (area: NamedArea | null) => void;
  /** 1 province, 2 regency, 3 kecamatan, 4 village; undefined: any. */
  level?: number;
  /** Only inside this area; "" for the whole country. */
  under: string;
  label?: string;
  placeholder?: string;
}

/** Picks one area of the country by name or code; the server searches. */
export function AreaPicker({ value, onChange, level, under, label, placeholder }: AreaPickerProps) {
  const t = useTranslations("areas");
  const trpc = useTRPC();
  const [text, setText] = useState("");
  const settled = useSettled(text);
  const found = useQuery(
    trpc.areas.search.queryOptions(
      { text: settled.trim(), under, level, limit: 30 },
      { staleTime: 600_000, placeholderData: keepPreviousData },
    ),
  );
  // Matches of what was typed before must not be chosen by Enter.
  const isCurrent = text === settled && !found.isPlaceholderData;
  const areas = isCurrent ? (found.data ?? []) : [];
  const options = areas.map((area) => ({
    value: area.code,
    label: areaTitle(area),
    note: area.within ? `, ${area.within}` : undefined,
    detail: area.code,
  }));
  return (
    <Combobox
      options={options}
      value={value?.code ?? null}
      chosen={value ? { value: value.code, label: areaTitle(value) } : undefined}
      onChange={(code) => onChange(areas.find((area) => area.code === code) ?? null)}
      onSearch={setText}
      label={label}
      placeholder={placeholder ?? t("placeholder")}
      emptyLabel={!isCurrent || found.isFetching ? t("searching") : t("none")}
      clearLabel={t("clear")}
    />
  );
}
