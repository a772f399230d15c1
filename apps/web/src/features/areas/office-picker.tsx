"use client";

import { Select } from "@rembuk/ui/select";
import { type ReactNode, useState } from "react";
import { areaTitle, type NamedArea } from "./area-name";
import { AreaPicker } from "./area-picker";

/** Kecamatan that a reader may choose from: named ones, or any under an area that holds several. */
export function useOffices(scopes: readonly NamedArea[]) {
  const named = scopes.filter(({ code }) => code.length === 8);
  const wide = scopes.find(({ code }) => code.length < 8) ?? null;
  const [office, choose] = useState<NamedArea | null>(named[0] ?? null);
  return { named, wide, office, choose };
}

interface OfficePickerProps {
  readonly offices: ReturnType<typeof useOffices>;
  readonly label: string;
  readonly placeholder: string;
  /** What stands there when there is nothing to choose. */
  readonly otherwise?: ReactNode;
}

/** One kecamatan: searched for under a wide area, else from a short list. */
export function OfficePicker({ offices, label, placeholder, otherwise = null }: OfficePickerProps) {
  const { named, wide, office, choose } = offices;
  if (wide) {
    return (
      <div className="w-full sm:w-[320px]">
        <AreaPicker
          label={label}
          placeholder={placeholder}
          under={wide.code}
          level={3}
          value={office}
          onChange={choose}
        />
      </div>
    );
  }
  if (named.length < 2) return otherwise;
  return (
    <Select
      aria-label={label}
      value={office?.code ?? ""}
      options={named.map((one) => ({ value: one.code, label: areaTitle(one) }))}
      onChange={(event) => choose(named.find(({ code }) => code === event.target.value) ?? null)}
      className="w-full sm:w-[260px]"
    />
  );
}
