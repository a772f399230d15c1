"use client";

import type { CategoryOption } from "@rembuk/services/cases/option-queries";
import { Chip } from "@rembuk/ui/chip";
import { Combobox, type ComboboxOption } from "@rembuk/ui/combobox";
import { Field } from "@rembuk/ui/field";
import { RadioGrid, type RadioGridOption } from "@rembuk/ui/radio-grid";
import { Segmented } from "@rembuk/ui/segmented";
import { LockKeyhole, Siren } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { fieldId } from "./intake-entry";

export const kinds = [
  "village_problem",
  "welfare_request",
  "complaint",
  "information_request",
  "aspiration",
] as const;
export type Kind = (typeof kinds)[number];

/** Category for what nobody can class at the counter: triage does. */
const OTHER = "OTHER";

/** The grid of one kind: for village problems the desk's eleven with their digits, then "other". */
export function gridOf(
  categories: readonly CategoryOption[],
  kind: Kind,
): readonly CategoryOption[] {
  const other = categories.filter((c) => c.code === OTHER);
  const ofKind = categories.filter((c) => c.kind === kind && c.code !== OTHER);
  if (kind !== "village_problem") return [...ofKind, ...other];
  // A disaster shares number 8 with preparedness; it is found by its name, on the emergency clock.
  const desk = ofKind.filter((c) => c.deskOrder !== null && !c.isAlwaysEmergency);
  return [...desk.sort((a, b) => (a.deskOrder ?? 0) - (b.deskOrder ?? 0)), ...other];
}

interface CategoryPickerProps {
  categories: readonly CategoryOption[];
  value: string | null;
  onChange: (code: string) => void;
  error: string | undefined;
}

/** Kind, then the types of that kind by digit, and a search through all of them. */
export function CategoryPicker({ categories, value, onChange, error }: CategoryPickerProps) {
  const t = useTranslations("intake");
  const chosen = categories.find((c) => c.code === value);
  const [ownKind, setOwnKind] = useState<Kind>("village_problem");
  const [seen, setSeen] = useState(value);
  // A type found by search, or restored with a draft, brings its kind along.
  if (value !== seen) {
    setSeen(value);
    const next = kinds.find((kind) => kind === chosen?.kind);
    if (next && value !== OTHER) setOwnKind(next);
  }
  const shown = gridOf(categories, ownKind);
  const options = shown.map((category, at) => gridOption(category, at));
  return (
    <div className="flex flex-col gap-2.5">
      <div className="flex flex-wrap items-center gap-2.5">
        <Segmented
          label={t("kind")}
          options={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          value={ownKind}
          onChange={(kind) => setOwnKind(kind as Kind)}
        />
        <div className="min-w-48 flex-1">
          <Combobox
            label={t("allCategories", { count: categories.length })}
            placeholder={t("allCategories", { count: categories.length })}
            options={categories.map((category) => comboOption(category, t))}
            // What the grid shows as chosen need not stand here a second time.
            value={shown.some((category) => category.code === value) ? null : value}
            onChange={(code) => code && onChange(code)}
            emptyLabel={t("categoryEmpty")}
            clearLabel={t("clear")}
          />
        </div>
      </div>
      <Field group hideLabel label={t("category")} error={error} id={fieldId("category")}>
        <RadioGrid name="category" options={options} value={value} onChange={onChange} />
      </Field>
    </div>
  );
}

type Words = ReturnType<typeof useTranslations<"intake">>;

/** Chips of a type: the emergency clock, need to know. */
export function CategoryMark({ category }: { category: CategoryOption }) {
  const t = useTranslations("intake");
  if (category.isAlwaysEmergency) {
    return (
      <Chip tone="bad" icon={<Siren size={12} aria-hidden />}>
        <span className="max-xl:sr-only">{t("emergencyMark")}</span>
      </Chip>
    );
  }
  if (category.privacy === "SECRET") {
    return (
      <Chip icon={<LockKeyhole size={12} aria-hidden />}>
        <span className="max-xl:sr-only">{t("secretMark")}</span>
      </Chip>
    );
  }
  return null;
}

function gridOption(category: CategoryOption, at: number): RadioGridOption {
  const isOther = category.code === OTHER;
  return {
    value: category.code,
    label: category.name,
    digit: isOther ? "0" : String(at + 1),
    mark: <CategoryMark category={category} />,
  };
}

function comboOption(category: CategoryOption, t: Words): ComboboxOption {
  const kind = kinds.find((one) => one === category.kind);
  return {
    value: category.code,
    label: category.name,
    note: kind ? `, ${t(`kinds.${kind}`)}` : "",
    detail: category.description || category.within,
  };
}
