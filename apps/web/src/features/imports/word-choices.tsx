"use client";

import type { UnknownWord as Word } from "@rembuk/domain/onboarding/findings";
import { Field } from "@rembuk/ui/field";
import { Select } from "@rembuk/ui/select";
import { useTranslations } from "next-intl";

type Chosen = Readonly<Record<string, string>>;

/** What each unknown word most likely means. */
export const proposalsOf = (words: readonly Word[]): Chosen =>
  Object.fromEntries(words.flatMap(({ plain, proposal }) => (proposal ? [[plain, proposal]] : [])));

interface WordChoicesProps {
  title: string;
  words: readonly Word[];
  choices: readonly { readonly code: string; readonly name: string }[];
  chosen: Chosen;
  onChange: (chosen: Chosen) => void;
}

/** Names in the file that are no known name, each with what it may mean. */
export function WordChoices({ title, words, choices, chosen, onChange }: WordChoicesProps) {
  const t = useTranslations("imports.plan");
  if (words.length === 0) return null;
  const options = choices.map(({ code, name }) => ({ value: code, label: name }));
  const choose = (plain: string, code: string) => {
    const { [plain]: _, ...others } = chosen;
    onChange(code === "" ? others : { ...others, [plain]: code });
  };
  return (
    <fieldset className="rounded-r2 border border-warn-line p-3">
      <legend className="px-1 font-semibold">{title}</legend>
      <div className="grid gap-2.5 sm:grid-cols-2">
        {words.map(({ word, plain, rows }) => (
          <Field key={plain} label={t("means", { word })} hint={t("rows", { count: rows })}>
            <Select
              placeholder={t("unknown")}
              options={options}
              value={chosen[plain] ?? ""}
              onChange={({ target }) => choose(plain, target.value)}
            />
          </Field>
        ))}
      </div>
    </fieldset>
  );
}
