"use client";

import { sections } from "@rembuk/domain/cases/routing";
import { Field } from "@rembuk/ui/field";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { isSet, type RuleEntryField } from "./rule-entry";
import type { RuleNode } from "./rules-data";
import { type RuleFormState, ruleFieldId } from "./use-rule-form";
import type { RuleWords } from "./use-rule-words";

export interface RuleFieldsProps {
  node: RuleNode;
  words: RuleWords;
  form: RuleFormState;
}

/** Label, where the value comes from, and the way back to it. */
export function RuleField({
  field,
  children,
  className,
  node,
  words,
  form,
}: RuleFieldsProps & { field: RuleEntryField; children: ReactNode; className?: string }) {
  const t = useTranslations("rules");
  const value = words.valueWord(field, node.inherited[field]);
  const source = words.sourceWord(node.inheritedFrom[field]);
  const set = isSet(form.entry, field);
  return (
    <Field
      id={ruleFieldId(field)}
      label={t(`field.${field}`)}
      error={form.errors[field]}
      className={className}
      hint={
        <span className="break-words">
          {set ? <strong className="font-semibold text-brand">{t("setHere")} </strong> : null}
          {set ? t("otherwise", { value, source }) : t("inherits", { source })}
        </span>
      }
    >
      {children}
    </Field>
  );
}

const isSection = (code: string) => (sections as readonly string[]).includes(code);

/** Sectors that a case may be routed to by rule: the sections stand in by their KEC_ codes. */
export const sectorOptions = (words: RuleWords) =>
  words.sectors
    .filter(({ code }) => !isSection(code))
    .map(({ code, name }) => ({ value: code, label: name, detail: code.replaceAll("_", " ") }));
