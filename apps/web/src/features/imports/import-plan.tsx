"use client";

import type { UnknownWord } from "@rembuk/domain/onboarding/findings";
import type { ImportKind } from "@rembuk/domain/onboarding/model";
import { columnLetters } from "@rembuk/domain/onboarding/sheet-cells";
import type { Columns, SheetKind } from "@rembuk/domain/onboarding/sheet-columns";
import { Button } from "@rembuk/ui/button";
import { Field } from "@rembuk/ui/field";
import { Notice } from "@rembuk/ui/notice";
import { Select } from "@rembuk/ui/select";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Fold } from "@/components/fold";
import { callFailure } from "@/lib/trpc-client";
import { useErrorWording } from "@/lib/use-error-wording";
import type { SentWorkbook } from "./import-data";
import { useImportAct } from "./use-import-acts";
import { proposalsOf, WordChoices } from "./word-choices";

type Chosen = Readonly<Record<string, string>>;
type Choices = readonly { readonly code: string; readonly name: string }[];

/** Words of the file that name nothing, and what they can mean. */
interface Asked {
  readonly words: readonly UnknownWord[];
  readonly choices: Choices;
}

interface ImportPlanProps<Name extends string> {
  item: SentWorkbook;
  kind: ImportKind;
  sheet: SheetKind<Name>;
  headings: readonly string[];
  columns: Columns<Name>;
  villages: Asked;
  categories?: Asked;
}

const nothing: Asked = { words: [], choices: [] };

/** Which column and which word means what: proposed, changed where it is wrong, then read again. */
export function ImportPlan<Name extends string>(props: ImportPlanProps<Name>) {
  const { item, kind, sheet, headings } = props;
  const { villages: ofVillages, categories: ofCategories = nothing } = props;
  const t = useTranslations("imports.plan");
  const wording = useErrorWording();
  const [columns, setColumns] = useState(props.columns);
  const [villages, setVillages] = useState<Chosen>(() => proposalsOf(ofVillages.words));
  const [categories, setCategories] = useState<Chosen>(() => proposalsOf(ofCategories.words));
  const save = useImportAct(kind, item.id);
  const plan = {
    columns: { ...columns },
    villages: { ...item.chosen.villages, ...villages },
    categories: { ...item.chosen.categories, ...categories },
  };
  const asks = ofVillages.words.length + ofCategories.words.length;
  const options = headings.flatMap((heading, at) =>
    heading === "" ? [] : [{ value: String(at), label: `${columnLetters(at)}: ${heading}` }],
  );
  const nameOf = (field: Name): string => sheet.headings[field][0] ?? field;
  const missing = sheet.fields.filter((field) => item.missing.includes(field));
  return (
    <div className="flex flex-col gap-3">
      {missing.length > 0 ? (
        <Notice tone="warn" live>
          {t("missing", { columns: missing.map(nameOf).join(", ") })}
        </Notice>
      ) : null}
      <Fold title={t("columns")} open={missing.length > 0}>
        <div className="mt-2 grid gap-2.5 sm:grid-cols-2 xl:grid-cols-3">
          {sheet.fields.map((field) => (
            <Field
              key={field}
              label={nameOf(field)}
              optional={sheet.required.includes(field) ? undefined : t("optional")}
            >
              <Select
                placeholder={t("none")}
                options={options}
                value={columns[field] === null ? "" : String(columns[field])}
                onChange={({ target }) =>
                  setColumns({
                    ...columns,
                    [field]: target.value === "" ? null : Number(target.value),
                  })
                }
              />
            </Field>
          ))}
        </div>
      </Fold>
      <WordChoices {...ofVillages} title={t("villages")} chosen={villages} onChange={setVillages} />
      <WordChoices
        {...ofCategories}
        title={t("categories")}
        chosen={categories}
        onChange={setCategories}
      />
      {save.error ? (
        <Notice tone="bad" live>
          {wording(callFailure(save.error).code)}
        </Notice>
      ) : null}
      <div>
        <Button
          tone={asks > 0 || missing.length > 0 ? "primary" : "secondary"}
          pending={save.isPending}
          onClick={() => save.mutate({ act: "plan", plan })}
        >
          {t("again")}
        </Button>
      </div>
    </div>
  );
}
