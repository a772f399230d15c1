"use client";

import { Select } from "@rembuk/ui/select";
import { useTranslations } from "next-intl";
import { areaTitle } from "@/features/areas/area-name";
import { AreaPicker } from "@/features/areas/area-picker";
import type { Scope } from "./people-data";

interface ScopePickerProps {
  scopes: readonly Scope[];
  scope: Scope;
  onChange: (scope: Scope) => void;
}

/** Whose people: fixed for one kecamatan, a choice for several, a search for the whole country. */
export function ScopePicker({ scopes, scope, onChange }: ScopePickerProps) {
  const t = useTranslations("people");
  const everywhere = scopes.find(({ code }) => code === "");
  if (everywhere) {
    return (
      <div className="w-full sm:w-[320px]">
        <AreaPicker
          label={t("scope.label")}
          placeholder={t("scope.all")}
          under=""
          value={scope.code === "" ? null : scope}
          onChange={(area) => onChange(area ?? everywhere)}
        />
      </div>
    );
  }
  if (scopes.length === 1) return <p className="text-12 text-text-2">{areaTitle(scope)}</p>;
  return (
    <Select
      aria-label={t("scope.label")}
      value={scope.code}
      onChange={(event) =>
        onChange(scopes.find(({ code }) => code === event.target.value) ?? scope)
      }
      options={scopes.map((one) => ({ value: one.code, label: areaTitle(one) }))}
      className="w-full sm:w-[260px]"
    />
  );
}
