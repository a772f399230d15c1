"use client";

import type { CategoryOption } from "@rembuk/services/cases/option-queries";
import { Field } from "@rembuk/ui/field";
import { RadioGrid } from "@rembuk/ui/radio-grid";
import { TextInput } from "@rembuk/ui/text-input";
import { rankMatches } from "@rembuk/ui/text-match";
import { ChevronDown, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CategoryMark, kinds } from "@/features/intake/category-picker";
import { EmergencyNumbers } from "@/features/intake/emergency-numbers";
import type { PartProps } from "@/features/intake/intake-entry";
import { fieldId } from "@/features/intake/intake-entry";
import { StepHead } from "./step-head";

interface KindStepProps extends PartProps {
  categories: readonly CategoryOption[];
}

/** What kind of matter: by words, or by opening one of five kinds. */
export function KindStep({ entry, change, errors, categories }: KindStepProps) {
  const t = useTranslations("village.form");
  const words = useTranslations("intake");
  const [text, setText] = useState("");
  const chosen = categories.find((one) => one.code === entry.categoryCode);
  const choose = (categoryCode: string) => change({ categoryCode });
  const numbers = (
    <EmergencyNumbers
      isEmergency={chosen?.isAlwaysEmergency ?? false}
      hours={chosen?.emergencyHours ?? null}
    />
  );
  const searched = text.trim() !== "";
  return (
    <>
      <StepHead title={t("what")} />
      {chosen?.isAlwaysEmergency ? numbers : null}
      <Field label={t("searchLabel")} hideLabel>
        <TextInput
          type="search"
          icon={<Search size={18} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={t("search")}
          autoComplete="off"
        />
      </Field>
      <Field
        group
        hideLabel
        label={words("category")}
        id={fieldId("category")}
        error={errors.category}
      >
        {searched ? (
          <Found categories={categories} text={text} value={entry.categoryCode} onChange={choose} />
        ) : (
          <ByKind categories={categories} value={entry.categoryCode} onChange={choose} />
        )}
      </Field>
      {chosen?.isAlwaysEmergency ? null : numbers}
    </>
  );
}

interface ChoiceProps {
  categories: readonly CategoryOption[];
  value: string | null;
  onChange: (code: string) => void;
}

const optionsOf = (categories: readonly CategoryOption[]) =>
  categories.map((category) => ({
    value: category.code,
    label: category.name,
    hint: category.description || category.within || undefined,
    mark: <CategoryMark category={category} />,
  }));

function Found({ categories, text, ...choice }: ChoiceProps & { text: string }) {
  const t = useTranslations("village.form");
  const words = useTranslations("intake");
  const searchable = categories.map((category) => ({
    value: category.code,
    label: category.name,
    note: ` ${category.description}${category.within ?? ""}`,
  }));
  const codes = rankMatches(searchable, text).map(({ value }) => value);
  const found = codes.flatMap((code) => categories.find((one) => one.code === code) ?? []);
  return (
    <>
      <p role="status" className="text-14 text-text-2">
        {t("found", { count: found.length })}
      </p>
      {found.length > 0 ? (
        <RadioGrid
          name="category"
          label={words("category")}
          columns={1}
          options={optionsOf(found)}
          {...choice}
        />
      ) : null}
    </>
  );
}

function ByKind({ categories, value, onChange }: ChoiceProps) {
  const t = useTranslations("intake");
  const chosen = categories.find((one) => one.code === value);
  return (
    <div className="overflow-hidden rounded-r2 border border-line">
      {kinds.map((kind) => {
        const own = categories.filter((category) => category.kind === kind);
        const isOwn = chosen?.kind === kind;
        return (
          <details
            key={kind}
            open={chosen ? isOwn : kind === "village_problem"}
            className="group border-b border-line last:border-b-0"
          >
            <summary className="flex min-h-13 items-center gap-2 px-3 text-16 font-semibold hover:bg-hover">
              {t(`kinds.${kind}`)}
              <span className="text-14 font-normal text-text-2">{own.length}</span>
              {isOwn && chosen ? (
                <span className="min-w-0 truncate text-14 font-normal text-text-2">
                  · {chosen.name}
                </span>
              ) : null}
              <ChevronDown size={18} aria-hidden className="ml-auto group-open:rotate-180" />
            </summary>
            <RadioGrid
              name={`category-${kind}`}
              label={t(`kinds.${kind}`)}
              columns={1}
              options={optionsOf(own)}
              value={value}
              onChange={onChange}
              className="rounded-none border-0 border-t"
            />
          </details>
        );
      })}
    </div>
  );
}
